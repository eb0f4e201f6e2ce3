import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { roleAssignmentNarrowScope } from "../../../../policies/rules/access/role-assignment-narrow-scope";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:authorization:RoleAssignment";
const on = (scope: PropertyValue): { type: string; props: PropertyTree } => ({
    type,
    props: { scope },
});
const subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
const findings = ["scope"];

describeRule(roleAssignmentNarrowScope, {
    denied: [
        { name: "a subscription", ...on(subscription), findings },
        { name: "a subscription with a slash more", ...on(`${subscription}/`), findings },
        {
            name: "a management group",
            ...on("/providers/Microsoft.Management/managementGroups/acme"),
            findings,
        },
        { name: "the tenant", ...on("/"), findings },
        { name: "a subscription without a slash", ...on(subscription.slice(1)), findings },
        { name: "a subscription with slashes too many", ...on(`/${subscription}//`), findings },
        {
            name: "a management group without a slash",
            ...on("providers/Microsoft.Management/managementGroups/acme"),
            findings,
        },
    ],
    allowed: [
        { name: "a resource group", ...on(`${subscription}/resourceGroups/rg-web`) },
        {
            name: "a resource",
            ...on(`${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`),
        },
        {
            name: "a subscription the user accepts",
            ...on(subscription.toUpperCase()),
            config: { acceptedScopes: [subscription] },
        },
    ],
    undecidable: [{ name: "an unknown scope", ...on(UNKNOWN) }],
    tokens: [
        "azure-native:authorization/v20220401:RoleAssignment",
        "azure:authorization/assignment:Assignment",
    ],
});
