import { guid } from "../identifiers";

/**
 * Service principals of Microsoft's own services, which every directory that uses them has. Their object
 * ids differ from one directory to the next; these are the ones of the emulated directory.
 */
export const servicePrincipals = {
    /** Behind Managed DevOps Pools; needs rights on networks that pools are put into. */
    DevOpsInfrastructure: guid("service principal of Microsoft", "DevOpsInfrastructure"),
} as const;

/** Whether an object id is that of one of Microsoft's own services. */
export function isServicePrincipal(objectId: string): boolean {
    return Object.values<string>(servicePrincipals).includes(objectId.toLowerCase());
}
