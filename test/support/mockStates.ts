import { opaqueFederation } from "../../sandbox/cloud/azuredevops/federation";
import { devOpsAnswer, devOpsGroupState } from "./devOpsMocks";

/** What functions find: whoever is looked up exists, under a descriptor that tells the name. */
export function found(token: string, inputs: Record<string, unknown>): Record<string, unknown> {
    switch (token.split(":").at(-1)) {
        case "getOrganization":
            return { id: "101", login: "acme" };
        case "getOrganizationRoles":
            return { roles: [{ name: "security_manager", roleId: 138 }] };
        default:
            return devOpsAnswer(token, inputs) ?? {};
    }
}

/** An id as the service would make it up. */
export function idOf(type: string, name: string, count: number): string {
    const azure = `/subscriptions/${guid(0)}/resourceGroups/rg/providers/${type}/${name}`;
    const isGuid = /^azuredevops:.*:(Project|ServiceEndpoint\w+)$/.test(type);
    const other = isGuid ? guid(count) : String(1000 + count);
    return type.startsWith("azure-native:") ? azure : other;
}

/** What the service would add to a resource's inputs. */
export function stateOf(
    type: string,
    inputs: Record<string, unknown>,
    count: number,
): Record<string, unknown> {
    const kind = type.split(":").at(-1) ?? "";
    if (type.startsWith("aws:") && kind !== "Firewall") {
        return { ...awsState(type, inputs, count), ...inputs };
    }
    switch (kind) {
        case "Vault": {
            const vaultUri = `https://${String(inputs.vaultName)}.vault.azure.net/`;
            return { name: inputs.vaultName, properties: { vaultUri } };
        }
        case "Key":
            return vaultKey(inputs);
        case "Secret": {
            const secretUri = `https://${String(inputs.vaultName)}.vault.azure.net/secrets/${String(inputs.secretName)}`;
            return { name: inputs.secretName, properties: { secretUri } };
        }
        case "AzureFirewall":
            return { name: inputs.azureFirewallName, ...inputs };
        case "PublicIPAddress":
            return { name: inputs.publicIpAddressName, ...inputs, ipAddress: "203.0.113.7" };
        case "UserAssignedIdentity":
            return { name: inputs.resourceName, clientId: guid(count), principalId: guid(-count) };
        case "Repository":
            return { ...inputs, fullName: `acme/${String(inputs.name)}`, repoId: 200 + count };
        case "Firewall": {
            const attachments = (inputs.subnetMappings as { subnetId: string }[]).map(
                ({ subnetId }) => ({ subnetId, endpointId: `vpce-${subnetId}` }),
            );
            return { ...inputs, firewallStatuses: [{ syncStates: [{ attachments }] }] };
        }
        case "ServiceEndpointAzureRM": {
            const tenant = String(inputs.azurermSpnTenantid);
            const { issuer, subject } = opaqueFederation("acme", tenant, guid(count));
            return {
                ...inputs,
                workloadIdentityFederationIssuer: issuer,
                workloadIdentityFederationSubject: subject,
            };
        }
        case "Group":
            return devOpsGroupState(inputs);
        case "Team":
            return { ...inputs, slug: inputs.name };
        default:
            return { name: inputs[`${lowerFirst(kind)}Name`], ...inputs };
    }
}

/** What AWS makes up. */
function awsState(
    type: string,
    inputs: Record<string, unknown>,
    count: number,
): Record<string, unknown> {
    const [, module = "", kind = ""] = type.split(/[:/]/);
    const place = module === "s3" ? "s3::" : `${module}:eu-west-1:123456789012`;
    const { bucket, name = count } = inputs as { bucket?: string; name?: string };
    const last = `${module === "s3" ? "" : `${kind}/`}${bucket ?? name}`;
    return { arn: `arn:aws:${place}:${last}`, keyId: guid(count) };
}

function vaultKey(inputs: Record<string, unknown>): Record<string, unknown> {
    const keyUri = `https://${String(inputs.vaultName)}.vault.azure.net/keys/${String(inputs.keyName)}`;
    return { name: inputs.keyName, keyUri, keyUriWithVersion: `${keyUri}/0123` };
}

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

function guid(number: number): string {
    const sign = number < 0 ? "f" : "0";
    return `${sign.repeat(8)}-0000-4000-8000-${String(Math.abs(number)).padStart(12, "0")}`;
}
