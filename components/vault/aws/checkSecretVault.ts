import * as pulumi from "@pulumi/pulumi";

import { documentLimits, policyDocument } from "../../shared/awsDocument";
import { awsShaped, type AwsShape } from "../../shared/awsShapes";
import { distinct, judged, problem, refuse, whole, type Problem } from "../../shared/validate";
import type { AwsSecretVaultArgs, AwsVaultSecret } from "../awsSecretVaultArgs";
import { keyPolicy, type KeptSecret, type SecretVault } from "./keyPolicy";
import { secretPolicy } from "./secretPolicy";

/** The documents of a vault, each a text that no longer holds anything unknown when it is used. */
export interface VaultDocuments {
    key: pulumi.Output<string>;
    /** In the order of the secrets. */
    secrets: pulumi.Output<string>[];
    /** The rotation functions, in the order of the secrets. */
    functions: (pulumi.Input<string> | undefined)[];
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known, before
 * the key is made.
 *
 * @throws pulumi.ResourceError
 */
export function checkSecretVault(
    owner: pulumi.Resource,
    name: string,
    args: AwsSecretVaultArgs,
): VaultDocuments {
    const what = `AwsSecretVault "${name}"`;
    const problems = plainProblems(args);
    const roles = (path: string, arns: pulumi.Input<string>[]): pulumi.Output<string[]> =>
        pulumi.all(
            arns.map((arn, i) => {
                const judge = (known: string): Problem[] =>
                    roleProblems(`${path}[${i}]`, known, args);
                return judged(owner, what, arn, judge, problems);
            }),
        );
    const administrators = roles("administrators", args.administrators);
    const secrets = args.secrets.map(({ name: secret, readers, writer }, i) =>
        pulumi
            .all([roles(`secrets[${i}].readers`, readers), roles(`secrets[${i}].writer`, [writer])])
            .apply(([reading, [writing = ""]]) => ({
                name: secret,
                readers: reading,
                writer: writing,
            })),
    );
    const functions = args.secrets.map(({ rotationFunctionArn: arn }, i) => {
        const path = `secrets[${i}].rotationFunctionArn`;
        const judge = (known: string): Problem[] => functionProblems(path, known, args);
        return arn === undefined ? undefined : judged(owner, what, arn, judge, problems);
    });
    // What is not known yet only makes the policies longer: it is counted when it is known.
    problems.push(
        ...sizeProblems(vaultOf(args, plainTexts(args.administrators), plainSecrets(args))),
    );
    refuse(owner, what, problems);
    const vault = pulumi.all([administrators, pulumi.all(secrets)]).apply(([named, kept]) => {
        const known = vaultOf(args, named, kept);
        refuse(owner, what, sizeProblems(known));
        return known;
    });
    return {
        key: vault.apply((known) => policyDocument(keyPolicy(known))),
        secrets: secrets.map((secret) =>
            pulumi
                .all([secret, vault])
                .apply(([kept, known]) => policyDocument(secretPolicy(kept, known))),
        ),
        functions,
    };
}

function vaultOf(
    { accountId, region, organizationId }: AwsSecretVaultArgs,
    administrators: string[],
    secrets: KeptSecret[],
): SecretVault {
    return { accountId, region, organizationId, administrators, secrets };
}

function plainSecrets({ secrets }: AwsSecretVaultArgs): KeptSecret[] {
    return secrets.map(({ name, readers, writer }) => ({
        name,
        readers: plainTexts(readers),
        writer: plainTexts([writer])[0] ?? "",
    }));
}

function plainTexts(values: pulumi.Input<string>[]): string[] {
    return values.filter((value): value is string => typeof value === "string");
}

function plainProblems(args: AwsSecretVaultArgs): Problem[] {
    const { administrators, secrets, organizationId } = args;
    const one = "at least one role, that of this program among them";
    return [
        ...awsShaped("vaultName", args.vaultName, "keyAlias"),
        ...awsShaped("accountId", args.accountId, "account"),
        ...awsShaped("region", args.region, "region"),
        ...(administrators.length === 0 ? [problem("administrators", [], one)] : []),
        ...(organizationId === undefined
            ? []
            : awsShaped("organizationId", organizationId, "organization")),
        ...secrets.flatMap((secret, i) => secretProblems(`secrets[${i}]`, secret)),
        ...distinct(
            secrets.map(({ name }) => name),
            (i) => `secrets[${i}].name`,
            "a name",
        ),
    ];
}

function secretProblems(path: string, secret: AwsVaultSecret): Problem[] {
    const { name, rotationDays, rotationFunctionArn } = secret;
    const days = `${path}.rotationDays`;
    return [
        ...awsShaped(`${path}.name`, name, "secretName"),
        ...(rotationDays === undefined ? [] : whole(days, rotationDays, 1, 365)),
        ...(rotationDays !== undefined && rotationFunctionArn === undefined
            ? [problem(days, rotationDays, "nothing, unless rotationFunctionArn is given")]
            : []),
    ];
}

/** Roles of other accounts are let in with the organisation only. */
function roleProblems(path: string, arn: unknown, args: AwsSecretVaultArgs): Problem[] {
    const isHome = path.startsWith("administrators") || args.organizationId === undefined;
    return ownProblems(path, arn, "roleArn", isHome ? args.accountId : undefined);
}

function functionProblems(path: string, arn: unknown, args: AwsSecretVaultArgs): Problem[] {
    const found = ownProblems(path, arn, "functionArn", args.accountId);
    const isHere = typeof arn === "string" && arn.split(":")[3] === args.region;
    return found.length > 0 || isHere ? found : [problem(path, arn, `one in ${args.region}`)];
}

function ownProblems(path: string, arn: unknown, shape: AwsShape, account?: string): Problem[] {
    const found = awsShaped(path, arn, shape);
    const isOwn = typeof arn === "string" && arn.split(":")[4] === account;
    return found.length > 0 || isOwn || account === undefined
        ? found
        : [problem(path, arn, `an ARN of account ${account}`)];
}

function sizeProblems(vault: SecretVault): Problem[] {
    const documents = vault.secrets.map((secret) => policyDocument(secretPolicy(secret, vault)));
    return [
        ...sizeProblem("secrets", policyDocument(keyPolicy(vault)), documentLimits.key),
        ...documents.flatMap((text, i) =>
            sizeProblem(`secrets[${i}]`, text, documentLimits.secret),
        ),
    ];
}

function sizeProblem(path: string, document: string, most: number): Problem[] {
    const size = Buffer.byteLength(document);
    const allowed = `a policy that AWS takes: ${most} bytes; use several vaults`;
    return size <= most ? [] : [problem(path, `${size} bytes`, allowed)];
}
