import { map, withDefault } from "../../../model/known";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { texts } from "../../lib/settings";

export const kvNoPlatformGrants = defineRule({
    id: "kv-no-platform-grants",
    code: "A07",
    title: "A key vault hands its secrets to no deployment of Azure's own accord",
    attack: "With enabledForTemplateDeployment whoever may deploy a template to the group reads any secret of the vault through it, without a role on the vault. The other two flags do the same for machines and for disk encryption.",
    blindSpot: "Does not see who may deploy templates or machines.",
    severity: "medium",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "leave enabledForDeployment, enabledForDiskEncryption and enabledForTemplateDeployment out (HardenedVault turns all three off)",
        code: "properties: { enabledForTemplateDeployment: false }",
    },
    controls: ["owasp:cicd-sec-5", "mcsb:PA-7"],
    tags: ["azure", "key-vault", "access"],
    types: vaultTypes,
    settings: {
        accepted: texts("Names of the flags that are accepted, where something needs them.", []),
    },
    examples: {
        denied: 'new Vault("secrets", { properties: { enabledForTemplateDeployment: true, ... } });',
        allowed: 'new Vault("secrets", { properties: { enableRbacAuthorization: true, ... } });',
    },
    judge(resource, { config }) {
        const grants = vaultView(resource).platformGrants.filter(
            ({ path }) => !config.accepted.includes(path.split(".").at(-1) ?? path),
        );
        return judgeDemands(
            grants.map(({ path, value }) => ({
                property: path,
                seen: value,
                met: map(withDefault(value, false), (granted) => !granted),
                wanted: "false",
            })),
        );
    },
});
