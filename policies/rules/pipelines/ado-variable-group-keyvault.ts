import { conclude } from "../../../model/finding";
import { map } from "../../../model/known";
import { keptSecrets, variableTypes } from "../../../model/views/devOpsVariables";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops secrets that lie in variable groups. A group linked to a vault passes; so does one that holds
 * names only, which is what a vault closed to the internet needs: Azure DevOps cannot read it.
 *
 * Blind spot: secrets in variables that nobody marked.
 */
export const adoVariableGroupKeyvault = defineRule({
    id: "ado-variable-group-keyvault",
    code: "J06",
    title: "Variable groups on Azure DevOps keep no secret of their own",
    attack:
        "A secret in a variable group has no end, no version and no log of who read it. Whoever may use " +
        "or administer the group prints it in a job, and nobody notices.",
    blindSpot: "Does not see a secret in a variable that nobody marked as one.",
    severity: "medium",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "keep the secret in Key Vault: link the group to it, or read it in the job (KeyVaultVariables does)",
        code: `keyVault: { name: vault.name, serviceEndpointId: connection.id },
variables: [{ name: "database-password" }]`,
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "cis:2.1.7"],
    tags: ["azure-devops", "pipeline", "secret"],
    types: variableTypes,
    settings: {},
    examples: {
        denied: `new VariableGroup("shop", {
    projectId: project.id,
    variables: [{ name: "database-password", secretValue: password, isSecret: true }],
});`,
        allowed: `new VariableGroup("shop", {
    projectId: project.id,
    keyVault: { name: vault.name, serviceEndpointId: connection.id },
    variables: [{ name: "database-password" }],
});`,
    },
    judge(resource) {
        const { secrets, unknown } = keptSecrets(resource);
        return conclude(
            secrets.map(({ path, name }) => ({
                ...(name.state === "known" ? { id: `variable ${name.value}` } : {}),
                property: path,
                seen: map(name, (text) => `a secret of its own: ${text}`),
                wanted: "a name in a group that is linked to a vault",
            })),
            unknown,
        );
    },
});
