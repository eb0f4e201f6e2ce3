import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { storageNoSharedKeys } from "../../../../policies/rules/state/storage-no-shared-keys";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const account = (props: PropertyTree): StackResource => ({
    name: "one",
    type: "azure-native:storage:StorageAccount",
    props: {},
    inputs: { accountName: "stacmeflows", ...props },
});
const flowLog = (more: Partial<StackResource>): StackResource => ({
    name: "log",
    type: "azure-native:network:FlowLog",
    props: { identity: UNKNOWN },
    inputs: { storageId: UNKNOWN },
    ...more,
});
const path = "allowSharedKeyAccess";

describeStackRule(storageNoSharedKeys, {
    denied: [
        { name: "an account that says nothing", resources: [account({})], findings: [path] },
        {
            name: "an account of flow logs with an identity of their own",
            resources: [
                account({}),
                flowLog({
                    inputs: { storageId: UNKNOWN, identity: { type: "UserAssigned" } },
                    propertyDependencies: { storageId: ["one"] },
                }),
            ],
            findings: [path],
        },
        {
            name: "an account that no flow log is written to",
            resources: [
                account({}),
                flowLog({ inputs: { storageId: "/x/storageAccounts/other" } }),
            ],
            findings: [path],
        },
        {
            name: "an account of the classic provider",
            resources: [
                {
                    name: "one",
                    type: "azure:storage:Account",
                    props: { sharedAccessKeyEnabled: true },
                },
            ],
            findings: ["sharedAccessKeyEnabled"],
        },
    ],
    allowed: [
        { name: "an account without keys", resources: [account({ allowSharedKeyAccess: false })] },
        {
            name: "an account of flow logs, which write with its keys",
            resources: [account({}), flowLog({ propertyDependencies: { storageId: ["one"] } })],
        },
        {
            name: "an account that a flow log names",
            resources: [
                account({}),
                flowLog({ inputs: { storageId: "/x/storageAccounts/stacmeflows" } }),
            ],
        },
    ],
    undecidable: [
        {
            name: "an unknown flag",
            resources: [account({ allowSharedKeyAccess: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["azure-native:storage/v20240101:StorageAccount"],
});
