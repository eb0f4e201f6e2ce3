import { allowed, conclude } from "../../../model/finding";
import { is, readText } from "../../../model/known";
import type { Resource, Stack } from "../../../model/resource";
import { storageAccountTypes, storageAccountView } from "../../../model/views/storageAccount";
import { defineStackRule } from "../../lib/defineRule";

/**
 * What writes with the account's keys, by the property that names the account, where it has no
 * identity of its own. source: Microsoft Learn, "Managed identity for virtual network flow logs"
 * date: 2026-11-21
 */
const keyUsers: Readonly<Record<string, string>> = {
    "azure-native:network:FlowLog": "storageId",
};

export const storageNoSharedKeys = defineStackRule({
    id: "storage-no-shared-keys",
    code: "E12",
    title: "A storage account is opened by identities, not by its keys",
    attack: "An account key opens everything in the account, for ever, to whoever has it: no role, no sign-in, no name in the log. Any Contributor can list the keys, and signatures made with them cannot be called back.",
    blindSpot:
        "An account that flow logs without an identity are written to is let through, because they need its keys.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set allowSharedKeyAccess to false and give identities roles on the account (StateStore does both)",
        code: "allowSharedKeyAccess: false,\ndefaultToOAuthAuthentication: true",
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-1", "mcsb:IM-8"],
    tags: ["azure", "state", "identity"],
    types: storageAccountTypes,
    settings: {},
    examples: {
        denied: 'new StorageAccount("state", { accountName: "stacmestate", ... });',
        allowed:
            'new StorageAccount("state", { accountName: "stacmestate", allowSharedKeyAccess: false, ... });',
    },
    judge(stack, context) {
        const given = (one: Resource) => context.declarationOf(one.urn) ?? one;
        return stack.ofType(...storageAccountTypes).map((resource) => {
            const { urn } = resource;
            const { path, value } = storageAccountView(given(resource)).sharedKeys;
            if (is(value, false) || needsKeys(resource, stack, given)) {
                return { urn, verdict: allowed };
            }
            const finding = { property: path, seen: value, wanted: "false" };
            const isUnknown = value.state === "unknown";
            return { urn, verdict: conclude(isUnknown ? [] : [finding], isUnknown ? [path] : []) };
        });
    },
});

function needsKeys(account: Resource, stack: Stack, given: (one: Resource) => Resource): boolean {
    const name = readText(given(account).props, "accountName");
    return Object.entries(keyUsers).some(([type, property]) =>
        stack.ofType(type).some((user) => {
            const { props } = given(user);
            const written = readText(props, property);
            const named =
                written.state === "known" &&
                name.state === "known" &&
                is(name, written.value.split("/").at(-1) ?? "");
            const from = (user.propertyDependencies[property] ?? []).includes(account.urn);
            return (named || from) && readText(props, "identity.type").state === "absent";
        }),
    );
}
