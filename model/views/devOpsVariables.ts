import { is, read, readFlag, readList, readText, type Known } from "../known";
import type { Resource } from "../resource";
import { variableGroupType } from "./devOpsAuthorization";

export const variableType = "azuredevops:index:VariableGroupVariable";
export const variableTypes = [variableGroupType, variableType] as const;

/** A variable that keeps a secret in Azure DevOps itself. */
export interface KeptSecret {
    readonly path: string;
    readonly name: Known<string>;
}

/** Secrets of a variable group that are kept in Azure DevOps, and paths of what may be some. */
export interface KeptSecrets {
    readonly secrets: readonly KeptSecret[];
    readonly unknown: readonly string[];
}

/** A group that is linked to a vault has the names of its secrets only. */
export function keptSecrets({ type, props }: Resource): KeptSecrets {
    if (type === variableType) {
        const value = read(props, "secretValue");
        const kept = { path: "secretValue", name: readText(props, "name") };
        return { secrets: value.state === "absent" ? [] : [kept], unknown: [] };
    }
    if (read(props, "keyVault").state === "known") return { secrets: [], unknown: [] };
    const variables = readList(props, "variables");
    if (variables.state !== "known") {
        return { secrets: [], unknown: variables.state === "unknown" ? ["variables"] : [] };
    }
    const secrets: KeptSecret[] = [];
    const unknown: string[] = [];
    variables.value.forEach((variable, i) => {
        const path = `variables[${i}]`;
        if (variable.state !== "known") {
            unknown.push(path);
            return;
        }
        const [secret, value] = [
            readFlag(variable.value, "isSecret"),
            read(variable.value, "secretValue"),
        ];
        const empty = value.state === "absent" || is(value, "");
        if (is(secret, true) || !empty) {
            secrets.push({ path: `${path}.secretValue`, name: readText(variable.value, "name") });
        } else if (secret.state === "unknown") {
            unknown.push(`${path}.isSecret`);
        }
    });
    return { secrets, unknown };
}
