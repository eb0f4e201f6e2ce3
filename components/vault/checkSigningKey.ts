import type * as pulumi from "@pulumi/pulumi";

import { awsShaped } from "../shared/awsShapes";
import { dateProblems, today, withinProblems } from "../shared/isoDate";
import { shaped } from "../shared/shapes";
import { judged, oneOf, problem, refuse, whole, type Problem } from "../shared/validate";
import { judgedPrincipals } from "./grants";
import { longestLife } from "./lifetimes";
import { rsaSizes, signingAlgorithms, type SigningAlgorithm } from "./signingAlgorithms";
import type { SigningKeyArgs, SigningKeyAws, SigningKeyAzure } from "./signingKeyArgs";

/** As many keys as one alias is led through. */
const mostGenerations = 100;

/** The arguments with every default filled in. Exactly one of the clouds is there. */
export interface CheckedKey {
    algorithm: string;
    facts: SigningAlgorithm;
    /** Absent for elliptic curves. */
    rsaBits?: number;
    imported: boolean;
    azure?: Required<Omit<SigningKeyAzure, "expires">> & { expires: string };
    aws?: Required<SigningKeyAws>;
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known.
 *
 * @throws pulumi.ResourceError
 */
export function checkSigningKey(
    owner: pulumi.Resource,
    name: string,
    args: SigningKeyArgs,
): CheckedKey {
    const what = `SigningKey "${name}"`;
    const { algorithm = "ES384", imported = false } = args;
    const facts = signingAlgorithms[algorithm];
    const isRsa = facts?.awsSpec === "RSA_";
    const problems: Problem[] = oneOf("algorithm", algorithm, Object.keys(signingAlgorithms));
    if (args.rsaBits !== undefined && (!isRsa || !rsaSizes.includes(args.rsaBits))) {
        const allowed = `${rsaSizes.join(", ")} with RS256 or PS256, nothing otherwise`;
        problems.push(problem("rsaBits", args.rsaBits, allowed));
    }
    if ((args.azure === undefined) === (args.aws === undefined)) {
        const given = args.azure === undefined ? "neither" : "both";
        problems.push(problem("azure, aws", given, "exactly one of them"));
    }
    const azure = args.azure && checkedAzure(owner, what, args.azure, args, problems);
    const aws = args.aws && checkedAws(owner, what, args.aws, problems);
    refuse(owner, what, problems);
    return {
        algorithm,
        facts: facts ?? { awsSpec: "", awsAlgorithm: "" },
        ...(isRsa ? { rsaBits: args.rsaBits ?? 3072 } : {}),
        imported,
        ...(azure && { azure }),
        ...(aws && { aws }),
    };
}

function checkedAzure(
    owner: pulumi.Resource,
    what: string,
    azure: SigningKeyAzure,
    args: SigningKeyArgs,
    problems: Problem[],
): NonNullable<CheckedKey["azure"]> {
    const now = args.today ?? today();
    problems.push(
        ...shaped("azure.keyName", azure.keyName, "vaultItem"),
        ...shaped("azure.subscriptionId", azure.subscriptionId, "guid"),
        ...dateProblems("today", now),
    );
    if (args.imported === true) {
        if (azure.expires !== undefined) {
            const allowed = "nothing: an imported key has the end it was imported with";
            problems.push(problem("azure.expires", azure.expires, allowed));
        }
    } else {
        // The first version may be long past: rotation has made others since.
        problems.push(...withinProblems("azure.expires", azure.expires, now, longestLife.key));
    }
    const list = (path: "signers" | "verifiers") =>
        judgedPrincipals(owner, what, `azure.${path}`, azure[path] ?? [], problems);
    return {
        ...azure,
        expires: azure.expires ?? "",
        signers: list("signers"),
        verifiers: list("verifiers"),
    };
}

function checkedAws(
    owner: pulumi.Resource,
    what: string,
    aws: SigningKeyAws,
    problems: Problem[],
): Required<SigningKeyAws> {
    const { generation = 1 } = aws;
    problems.push(
        ...awsShaped("aws.alias", aws.alias, "keyAlias"),
        ...awsShaped("aws.accountId", aws.accountId, "account"),
        ...awsShaped("aws.region", aws.region, "region"),
        ...whole("aws.generation", generation, 1, mostGenerations),
    );
    if (aws.administratorArns.length === 0) {
        problems.push(problem("aws.administratorArns", [], "at least the role that deploys"));
    }
    const list = (path: "administratorArns" | "signerArns" | "verifierArns") =>
        judgedArns(owner, what, `aws.${path}`, aws[path] ?? [], problems);
    return {
        ...aws,
        generation,
        administratorArns: list("administratorArns"),
        signerArns: list("signerArns"),
        verifierArns: list("verifierArns"),
    };
}

/** Judges ARNs of roles, at the latest when they become known. */
export function judgedArns(
    owner: pulumi.Resource,
    what: string,
    path: string,
    arns: pulumi.Input<string>[],
    problems: Problem[],
): pulumi.Input<string>[] {
    return arns.map((arn, i) => {
        const judge = (value: string): Problem[] => awsShaped(`${path}[${i}]`, value, "roleArn");
        return judged(owner, what, arn, judge, problems);
    });
}
