import { environmentListsOf, type Loose } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { EstateForm } from "./schema";

/** Who writes and who rotates a secret is of the cloud that the secret lives in. */
export function secretProblems({ secrets }: Loose<EstateForm>): Problem[] {
    return (secrets ?? []).flatMap((secret, i) => {
        if (secret === undefined) {
            return [];
        }
        const at: Path = ["secrets", i];
        const { writer, rotation } = secret;
        const inAws = secret.cloud === "aws";
        const rotates = inAws
            ? "the ARN of a Lambda function: the secret is in AWS"
            : "the id of an Azure Function: the secret is in Azure";
        return [
            ...(inAws && !Object.hasOwn(secret, "writer")
                ? [problem([...at, "writer"], undefined, "the ARN of the role that writes it")]
                : []),
            ...(!inAws && writer !== undefined
                ? [problem([...at, "writer"], writer, "no role of AWS: the secret is in Azure")]
                : []),
            ...(rotation !== undefined && rotation.startsWith("arn:") !== inAws
                ? [problem([...at, "rotation"], rotation, rotates)]
                : []),
        ];
    });
}

/** An environment in AWS that deploys nothing would have a role for nothing. */
export function emptyTargets(form: Loose<EstateForm>): Problem[] {
    const targets = ["ecsServices", "lambdaAliases", "s3Sites", "ecrRepositories"] as const;
    const allowed = `at least one of ${targets.join(", ")}`;
    return environmentListsOf(form)
        .flat()
        .flatMap(({ at, value: { aws } }) =>
            aws && targets.every((key) => isEmpty(aws, key))
                ? [problem([...at, "aws"], aws, allowed)]
                : [],
        );
}

/** A list that is wrong in form is not there, but its key is. */
function isEmpty<K extends string>(
    aws: Partial<Record<K, unknown[] | undefined>>,
    key: K,
): boolean {
    return !Object.hasOwn(aws, key) || aws[key]?.length === 0;
}
