import { kvRbacOnly } from "../../../../policies/rules/vault/kv-rbac-only";
import { exemption, testRule, unknownValue } from "../../../support/ruleCases";

const vault = (properties: unknown, type = "azure-native:keyvault:Vault") => ({
    resources: [{ type, props: { vaultName: "kv-acme", properties } }],
});
const policy = { objectId: "11111111-2222-3333-4444-555555555555", permissions: {} };

testRule(kvRbacOnly, {
    denied: [
        {
            title: "a vault without RBAC",
            ...vault({ accessPolicies: [] }),
            says: ["property  properties.enableRbacAuthorization", "seen      nothing (not set)"],
        },
        {
            title: "access policies beside RBAC, without naming the people in them",
            ...vault({ enableRbacAuthorization: true, accessPolicies: [policy, policy] }),
            says: ["property  properties.accessPolicies", 'seen      "2 policies"'],
            hides: [policy.objectId],
        },
        {
            title: "both faults at once",
            ...vault({ enableRbacAuthorization: false, accessPolicies: [policy] }),
            answers: 2,
        },
        {
            title: "a list of policies whose elements are unknown, because its length is known",
            ...vault({ enableRbacAuthorization: true, accessPolicies: [unknownValue] }),
            says: ['seen      "1 policy"'],
        },
        {
            title: "an access policy written from outside",
            resources: [{ type: "azure-native:keyvault:AccessPolicy", props: { vaultName: "kv" } }],
            says: ["property  (resource)", "wanted    a role assignment in its place"],
        },
    ],
    allowed: [
        { title: "RBAC without policies", ...vault({ enableRbacAuthorization: true }) },
        {
            title: "RBAC with an empty list",
            ...vault({ enableRbacAuthorization: true, accessPolicies: [] }),
        },
    ],
    undecidable: [
        {
            title: "unknown properties",
            ...vault(unknownValue),
            says: ["unknown   properties.enableRbacAuthorization, properties.accessPolicies"],
        },
    ],
    exempt: [
        {
            title: "one finding of two",
            ...vault({ enableRbacAuthorization: true, accessPolicies: [policy] }),
            config: { exemptions: [exemption({ finding: "properties.accessPolicies" })] },
            says: ["reason    migration until the old stack is gone"],
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            ...vault({}, "azure-native:keyvault/v20230701:Vault"),
        },
        {
            title: "of the classic provider, under the flag's new name",
            resources: [
                {
                    type: "azure:keyvault/keyVault:KeyVault",
                    props: { rbacAuthorizationEnabled: false },
                },
            ],
            says: ["property  rbacAuthorizationEnabled"],
        },
        {
            title: "of the classic provider's access policy",
            resources: [{ type: "azure:keyvault/accessPolicy:AccessPolicy", props: {} }],
        },
    ],
});
