import type { GitHubPlan } from "./github/plan";
import type { Scope } from "./resourceType";
import { guid } from "./identifiers";
import { str, type Values } from "./values";

/** The organisation of a `github` or `azuredevops` provider whose configuration names none. */
export const emulatedOwner = "emulated-org";

/** What an unconfigured provider works in. */
export const emulatedScope: Scope = {
    subscriptionId: guid("subscription"),
    tenantId: guid("tenant"),
    owner: emulatedOwner,
};

/** The scope a provider configuration asks for. */
export function scopeOf(configuration: Values): Scope {
    const location = str(configuration, "location");
    const devOpsOwner = organizationOf(str(configuration, "azureDevOpsUrl"));
    const named = str(configuration, "owner") || str(configuration, "githubOwner");
    return {
        subscriptionId: str(configuration, "subscriptionId") || emulatedScope.subscriptionId,
        tenantId: str(configuration, "tenantId") || emulatedScope.tenantId,
        owner: named || organizationOf(str(configuration, "orgServiceUrl")) || emulatedOwner,
        ...(devOpsOwner === "" ? {} : { devOpsOwner }),
        ...(location === "" ? {} : { location }),
    };
}

/** The organisation an Azure DevOps address names: `https://dev.azure.com/acme`. */
function organizationOf(address: string): string {
    const old = /^https:\/\/([^./]+)\.visualstudio\.com/i.exec(address)?.[1];
    return old ?? address.replace(/\/+$/, "").split("/").slice(3).pop() ?? "";
}

/**
 * Configurations by package and connection. A request does not say which provider resource it is
 * for; an engine that opens a connection for each keeps several configurations of a package apart,
 * one that shares a connection gets the latest.
 */
export class Configurations {
    private readonly byConnection = new Map<string, Scope>();
    private readonly latest = new Map<string, Scope>();

    constructor(private readonly plan: GitHubPlan) {}

    set(packageName: string, connection: string, scope: Scope): void {
        this.byConnection.set(`${packageName}|${connection}`, scope);
        this.latest.set(packageName, scope);
    }

    get(packageName: string, connection: string): Scope {
        const scope =
            this.byConnection.get(`${packageName}|${connection}`) ??
            this.latest.get(packageName) ??
            emulatedScope;
        return { ...scope, plan: this.plan };
    }
}
