import { isUnknown, UNKNOWN } from "../values";
import { organizationId } from "./organization";

/**
 * Who signs the tokens of a service connection. `entra`: Entra itself, with an opaque subject; all
 * new Azure connections. `azureDevOps`: Azure DevOps, with the names of organisation, project and
 * connection as subject; older Azure connections, and AWS ones to this day.
 */
export type SubjectForm = "entra" | "azureDevOps";

/** What a federated credential or trust policy must name. */
export interface Federation {
    readonly issuer: string;
    readonly subject: string;
}

/**
 * Application id of Azure DevOps in Entra.
 * source: Microsoft Learn, "Use Microsoft Entra authentication"; date: 2026-11-21
 */
export const azureDevOpsApplication = "499b84ac-1321-427f-aa17-267ca6975798";

/** Issuer of the tokens Azure DevOps signs. */
export function azureDevOpsIssuer(owner: string): string {
    return `https://vstoken.dev.azure.com/${organizationId(owner)}`;
}

/** Issuer and subject in the form of Azure DevOps: a rename of anything named changes it. */
export function namedFederation(owner: string, project: string, connection: string): Federation {
    return {
        issuer: azureDevOpsIssuer(owner),
        subject: [project, connection].some(isUnknown)
            ? UNKNOWN
            : `sc://${owner}/${project}/${connection}`,
    };
}

/** Issuer and subject in the form of Entra: names are no part of it. */
export function opaqueFederation(owner: string, tenant: string, connection: string): Federation {
    const known = ![tenant, connection].some(isUnknown);
    const path = `t/${packed(tenant)}/a/${packed(azureDevOpsApplication)}`;
    return {
        issuer: isUnknown(tenant) ? UNKNOWN : `https://login.microsoftonline.com/${tenant}/v2.0`,
        subject: known ? `/eid1/c/pub/${path}/sc/${organizationId(owner)}/${connection}` : UNKNOWN,
    };
}

/** A GUID as Entra packs it into a subject: its bytes as Windows orders them, in base64url. */
function packed(guid: string): string {
    const bytes = Buffer.from(guid.replaceAll("-", ""), "hex");
    const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    return Buffer.from(order.map((at) => bytes[at] ?? 0)).toString("base64url");
}

/** The form of the Azure connections made now; older organisations are emulated on request. */
export function formOfNewConnections(): SubjectForm {
    return process.env.GATEHOUSE_AZURE_DEVOPS_ISSUER === "azureDevOps" ? "azureDevOps" : "entra";
}
