import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { stateStorageHardened } from "../../../../policies/rules/state/state-storage-hardened";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:storage:StorageAccount";
const closed: PropertyTree = {
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny" },
};
const account = (changes: PropertyTree) => ({ type, props: { ...closed, ...changes } });
const firewalled = (...ranges: PropertyTree[]) => ({
    ...account({
        publicNetworkAccess: "Enabled",
        networkRuleSet: { defaultAction: "Deny", ipRules: ranges },
    }),
    config: { allowFirewalled: true },
});

describeRule(stateStorageHardened, {
    denied: [
        {
            name: "an open endpoint whose firewall lets nobody through",
            ...account({ publicNetworkAccess: "Enabled" }),
            findings: ["publicNetworkAccess"],
        },
        {
            name: "an account as the portal's defaults leave it",
            type,
            props: {},
            findings: ["minimumTlsVersion", "publicNetworkAccess"],
        },
        {
            name: "public blobs and plain HTTP",
            ...account({ allowBlobPublicAccess: true, enableHttpsTrafficOnly: false }),
            findings: ["allowBlobPublicAccess", "enableHttpsTrafficOnly"],
        },
        {
            name: "a wide range where a firewall is accepted",
            ...firewalled({ iPAddressOrRange: "203.0.113.7" }, { iPAddressOrRange: "52.0.0.0/8" }),
            findings: ["networkRuleSet.ipRules"],
        },
        {
            name: "a firewall that lets everybody in where one is accepted",
            type,
            props: { minimumTlsVersion: "TLS1_2" },
            config: { allowFirewalled: true },
            findings: ["networkRuleSet.defaultAction"],
        },
        {
            name: "an account of the classic provider, which opens blobs by default",
            type: "azure:storage:Account",
            props: { publicNetworkAccessEnabled: false, networkRules: { defaultAction: "Deny" } },
            findings: ["allowNestedItemsToBePublic"],
        },
        {
            name: "a container for everybody",
            type: "azure-native:storage:BlobContainer",
            props: { publicAccess: "Blob" },
            findings: ["publicAccess"],
        },
        {
            name: "a container for everybody, of the classic provider",
            type: "azure:storage:Container",
            props: { containerAccessType: "container" },
            findings: ["containerAccessType"],
        },
    ],
    allowed: [
        { name: "a closed account", ...account({}) },
        { name: "a closed account without a firewall", ...account({ networkRuleSet: null }) },
        {
            name: "one of the classic provider, whose firewall stands beside it",
            type: "azure:storage:Account",
            props: { publicNetworkAccessEnabled: false, allowNestedItemsToBePublic: false },
        },
        {
            name: "one that a perimeter decides about",
            ...account({ publicNetworkAccess: "SecuredByPerimeter", minimumTlsVersion: "TLS1_3" }),
        },
        {
            name: "single addresses where a firewall is accepted",
            ...firewalled({ iPAddressOrRange: "203.0.113.7" }),
        },
        {
            name: "a closed endpoint where a firewall is accepted",
            ...account({ networkRuleSet: { defaultAction: "Deny", ipRules: UNKNOWN } }),
            config: { allowFirewalled: true },
        },
        { name: "a container", type: "azure-native:storage:BlobContainer", props: {} },
    ],
    undecidable: [
        {
            name: "an unknown firewall where one is accepted",
            ...account({ publicNetworkAccess: "Enabled", networkRuleSet: UNKNOWN }),
            config: { allowFirewalled: true },
        },
        { name: "an unknown endpoint", ...account({ publicNetworkAccess: UNKNOWN }) },
        { name: "an unknown range", ...firewalled({ iPAddressOrRange: UNKNOWN }) },
    ],
    tokens: ["azure-native:storage/v20240101:StorageAccount"],
});
