import { StateStore, type StateStoreArgs } from "../../../components/index";
import { record, type Recording } from "../../support/mocks";

export const account = "123456789012";
export const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const subscriptionId = "11111111-2222-3333-4444-555555555555";
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
export const principals = {
    writer: "aaaaaaaa-0000-4000-8000-000000000001",
    planner: "aaaaaaaa-0000-4000-8000-000000000002",
    reader: "aaaaaaaa-0000-4000-8000-000000000003",
};

/** A store in Azure with one of each. */
export const inAzure: StateStoreArgs & Required<Pick<StateStoreArgs, "azure">> = {
    stacks: ["dev", "organization/platform/prod"],
    azure: {
        accountName: "stacme",
        resourceGroupName: "rg",
        location: "uksouth",
        subscriptionId,
        vaultName: "kv-acme",
        subnetId: `${group}/subnets/s`,
        virtualNetworkId: `${group}/virtualNetworks/v`,
        workspaceId: `${group}/workspaces/w`,
        writers: [{ name: "apply", principalId: principals.writer }],
        planners: [{ name: "plan", principalId: principals.planner }],
        readers: [{ name: "report", principalId: principals.reader }],
    },
};

/** The same in AWS. */
export const inAws: StateStoreArgs & Required<Pick<StateStoreArgs, "aws">> = {
    stacks: ["dev", "organization/platform/prod"],
    aws: {
        bucketName: "acme-state",
        accountId: account,
        region: "eu-west-1",
        administratorArns: [role("platform")],
        writerArns: [role("apply")],
        plannerArns: [role("plan")],
        readerArns: [role("report")],
    },
};

export function build(args: StateStoreArgs): Promise<{ recording: Recording; result: StateStore }> {
    return record(() => new StateStore("s", args));
}
