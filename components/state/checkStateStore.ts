import type * as pulumi from "@pulumi/pulumi";

import { addressProblems } from "../shared/addresses";
import { awsShaped } from "../shared/awsShapes";
import { shaped } from "../shared/shapes";
import { problem, refuse, text, whole, type Problem } from "../shared/validate";
import { judgedArns } from "../vault/checkSigningKey";
import { judgedPrincipals } from "../vault/grants";
import type { StateStoreArgs, StateStoreAws, StateStoreAzure } from "./stateStoreArgs";

/** Whom a store in Azure is for, and where. */
export interface AzureStore extends StateStoreAzure {
    containerName: string;
    writers: NonNullable<StateStoreAzure["writers"]>;
    planners: NonNullable<StateStoreAzure["planners"]>;
    readers: NonNullable<StateStoreAzure["readers"]>;
}

/** The arguments with every default filled in. Exactly one of the clouds is there. */
export interface CheckedStore {
    stacks: string[];
    keepDays: number;
    azure?: AzureStore;
    aws?: Required<StateStoreAws>;
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known.
 *
 * @throws pulumi.ResourceError
 */
export function checkStateStore(
    owner: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
): CheckedStore {
    const what = `StateStore "${name}"`;
    const { stacks = [], keepDays = 90 } = args;
    const problems: Problem[] = [
        ...stacks.flatMap((stack, i) => shaped(`stacks[${i}]`, stack, "stack")),
        ...whole("keepDays", keepDays, 30, 3650),
    ];
    if ((args.azure === undefined) === (args.aws === undefined)) {
        const given = args.azure === undefined ? "neither" : "both";
        problems.push(problem("azure, aws", given, "exactly one of them"));
    }
    const azure = args.azure && checkedAzure(owner, what, args.azure, problems);
    const aws = args.aws && checkedAws(owner, what, args.aws, problems);
    refuse(owner, what, problems);
    return { stacks, keepDays, ...(azure && { azure }), ...(aws && { aws }) };
}

function checkedAzure(
    owner: pulumi.Resource,
    what: string,
    azure: StateStoreAzure,
    problems: Problem[],
): AzureStore {
    const { containerName = "pulumi-state" } = azure;
    problems.push(
        ...shaped("azure.accountName", azure.accountName, "storageAccount"),
        ...shaped("azure.containerName", containerName, "blobContainer"),
        ...shaped("azure.subscriptionId", azure.subscriptionId, "guid"),
        ...addressProblems(azure, "azure."),
    );
    const list = (path: "writers" | "planners" | "readers") =>
        judgedPrincipals(owner, what, `azure.${path}`, azure[path] ?? [], problems);
    return {
        ...azure,
        containerName,
        writers: list("writers"),
        planners: list("planners"),
        readers: list("readers"),
    };
}

function checkedAws(
    owner: pulumi.Resource,
    what: string,
    aws: StateStoreAws,
    problems: Problem[],
): Required<StateStoreAws> {
    problems.push(
        ...awsShaped("aws.bucketName", aws.bucketName, "bucket"),
        // Dots do not fit the certificate of a bucket's own address.
        ...text("aws.bucketName", aws.bucketName, /^[^.]*$/, "a name without dots"),
        ...awsShaped("aws.accountId", aws.accountId, "account"),
        ...awsShaped("aws.region", aws.region, "region"),
    );
    if (aws.administratorArns.length === 0) {
        problems.push(problem("aws.administratorArns", [], "at least the role that deploys"));
    }
    const list = (path: "administratorArns" | "writerArns" | "plannerArns" | "readerArns") =>
        judgedArns(owner, what, `aws.${path}`, aws[path] ?? [], problems);
    return {
        ...aws,
        administratorArns: list("administratorArns"),
        writerArns: list("writerArns"),
        plannerArns: list("plannerArns"),
        readerArns: list("readerArns"),
    };
}
