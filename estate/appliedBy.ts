import type { Loose } from "./draft";
import { problem, type Problem } from "./problems";
import type { EstateForm } from "./schema";

/** What only those who apply the estate may do: somebody has to be named for it. */
export function appliedByProblems(form: Loose<EstateForm>): Problem[] {
    // A list that is wrong in form is reported as such.
    const isUnsound = Object.hasOwn(form, "appliedBy") && form.appliedBy === undefined;
    return isUnsound ? [] : [...inAzure(form), ...inAws(form)];
}

/** Nobody but those who are named writes the state. */
function inAzure(form: Loose<EstateForm>): Problem[] {
    const allowed =
        "the object id of the identity that runs pulumi up: without it nobody could write the state";
    return form.state?.cloud === "azure" && isUnnamed(form, "azure")
        ? [problem(["appliedBy", "azure"], form.appliedBy?.azure, allowed)]
        : [];
}

/** A key of KMS is administered by somebody: its policy would lock everybody out. */
function inAws(form: Loose<EstateForm>): Problem[] {
    const { appliedBy, agents, state, signingKeys, secrets } = form;
    if (!Object.hasOwn(form, "aws") || !isUnnamed(form, "aws")) {
        return [];
    }
    const keys = [
        ...(state?.cloud === "aws" ? ["state"] : []),
        ...indicesOf(signingKeys, "aws").map((i) => `signingKeys[${i}]`),
        ...indicesOf(secrets, "aws").map((i) => `secrets[${i}]`),
        ...(agents?.aws?.pools ?? []).flatMap((pool, i) =>
            pool?.kind === "instances" ? [`agents.aws.pools[${i}]`] : [],
        ),
    ];
    const allowed = `the ARN of the role that runs pulumi up: it administers the keys of ${keys.join(", ")}`;
    return keys.length === 0 ? [] : [problem(["appliedBy", "aws"], appliedBy?.aws, allowed)];
}

function isUnnamed({ appliedBy = {} }: Loose<EstateForm>, cloud: "azure" | "aws"): boolean {
    return !Object.hasOwn(appliedBy, cloud) || appliedBy[cloud]?.length === 0;
}

function indicesOf(
    list: ({ cloud?: string | undefined } | undefined)[] | undefined,
    cloud: string,
): number[] {
    return (list ?? []).flatMap((one, i) => (one?.cloud === cloud ? [i] : []));
}
