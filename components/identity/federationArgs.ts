import type {
    AzureFederatedIdentityArgs,
    FederatedCustomRole,
    FederatedRole,
} from "./azureFederatedIdentityArgs";
import { entraIssuer, federation } from "./federation";

/** The arguments of `AzureFederatedIdentity` with every default filled in. */
export interface FederationArgs extends AzureFederatedIdentityArgs {
    issuer: string;
    audience: string;
    access: string;
    roles: FederatedRole[];
    customRoles: FederatedCustomRole[];
}

/** Fills in the defaults. */
export function withDefaults(args: AzureFederatedIdentityArgs): FederationArgs {
    const audience = args.audience ?? federation.publicAudience;
    const ownIssuer = args.azureDevOps
        ? entraIssuer(audience, args.azureDevOps.tenantId)
        : federation.githubIssuer;
    return {
        ...args,
        issuer: args.issuer ?? ownIssuer,
        audience,
        access: args.access ?? "apply",
        roles: args.roles ?? [],
        customRoles: args.customRoles ?? [],
    };
}
