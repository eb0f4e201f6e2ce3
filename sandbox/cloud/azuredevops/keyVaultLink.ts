import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import { isObject, items, part, str } from "../values";
import { requireProtected } from "./protectedResources";

const vaultToken = "azure-native:keyvault:Vault";
const secretToken = "azure-native:keyvault:Secret";

/**
 * A group that mirrors a vault: the service itself reads the vault through the service connection,
 * from its own network. A vault it cannot reach, or that lacks a secret, fails the write.
 */
export function refuseUnreadable(write: Write): void {
    const { inputs, store } = write;
    if (inputs.keyVault === undefined) {
        return;
    }
    const name = str(inputs, "keyVault", "name");
    const endpoint = str(inputs, "keyVault", "serviceEndpointId");
    requireProtected(write, "endpoint", endpoint);
    const vault = store
        .list(vaultToken)
        .find(({ outputs }) => str(outputs, "name").toLowerCase() === name.toLowerCase());
    if (vault === undefined) {
        const message = `Failed to get the Azure Key vault secrets. Could not resolve the vault ${name}.`;
        throw azureDevOpsError(400, message);
    }
    if (isClosed(vault)) {
        const message = `Failed to get the Azure Key vault secrets. Error: ( code: Forbidden, message: Public network access is disabled and request is not from a trusted service nor via an approved private link. Vault: ${name} )`;
        throw azureDevOpsError(403, message);
    }
    const readable = new Set(
        store
            .list(secretToken)
            .filter(
                ({ id, inputs: of }) =>
                    id.toLowerCase().startsWith(`${vault.id.toLowerCase()}/`) &&
                    part(of, "properties", "attributes").enabled !== false,
            )
            .map(({ inputs: of }) => str(of, "secretName").toLowerCase()),
    );
    const missing = items(inputs, "variables")
        .map((one) => (isObject(one) ? str(one, "name") : ""))
        .filter((one) => !readable.has(one.toLowerCase()));
    if (missing.length > 0) {
        const message = `Invalid Key Vault secret: ( ${missing.join(",")} ) , can not find in Azure Key Vault or the secret has been disbled: ( ${name} )`;
        throw azureDevOpsError(400, message);
    }
}

/** Closed to the public network, so to Azure DevOps too: it is none of Azure's trusted services. */
function isClosed({ inputs }: StoredResource): boolean {
    const properties = part(inputs, "properties");
    return (
        str(properties, "publicNetworkAccess").toLowerCase() === "disabled" ||
        str(properties, "networkAcls", "defaultAction").toLowerCase() === "deny"
    );
}
