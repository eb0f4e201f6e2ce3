import { conclude, denied } from "../../../model/finding";
import { known } from "../../../model/known";
import { accessPolicyTypes, vaultTypes, vaultView } from "../../../model/views/vault";
import type { Vault } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";

export const kvRbacOnly = defineRule({
    id: "kv-rbac-only",
    code: "A06",
    title: "Access to a key vault is given by Azure roles only",
    attack: "Access policies are written on the vault itself: whoever may change the vault (any Contributor) can give himself its secrets, unseen by reviews of role assignments. With RBAC only, that needs the right to assign roles.",
    blindSpot: "Does not see who holds which role on the vault.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set enableRbacAuthorization to true, remove access policies and assign data-plane roles (HardenedVault: leave allowAccessPolicies out)",
        code: "properties: { enableRbacAuthorization: true }",
    },
    controls: ["ncsc:5", "owasp:cicd-sec-2", "owasp:cicd-sec-5", "mcsb:PA-7", "mcsb:IM-1"],
    tags: ["azure", "key-vault", "access"],
    types: [...vaultTypes, ...accessPolicyTypes],
    settings: {},
    examples: {
        denied: 'new Vault("secrets", { properties: { accessPolicies: [{ objectId, permissions }], ... } });',
        allowed: 'new Vault("secrets", { properties: { enableRbacAuthorization: true, ... } });',
    },
    judge(resource) {
        if (accessPolicyTypes.some((type) => type === resource.type)) {
            const seen = known("an access policy");
            return denied({
                property: "(resource)",
                seen,
                wanted: "a role assignment in its place",
            });
        }
        return judgeVault(vaultView(resource));
    },
});

function judgeVault({ rbac, accessPolicies }: Vault) {
    const off =
        rbac.value.state === "absent" || (rbac.value.state === "known" && !rbac.value.value);
    const policies = accessPolicies.value.state === "known" ? accessPolicies.value.value : 0;
    return conclude(
        [
            ...(off ? [{ property: rbac.path, seen: rbac.value, wanted: "true" }] : []),
            ...(policies > 0
                ? [{ property: accessPolicies.path, seen: counted(policies), wanted: "none" }]
                : []),
        ],
        [rbac, accessPolicies]
            .filter(({ value }) => value.state === "unknown")
            .map((one) => one.path),
    );
}

/** The policies themselves name people; their number is enough. */
function counted(policies: number) {
    return known(`${policies} ${policies === 1 ? "policy" : "policies"}`);
}
