import type { Project } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsProjectArgs } from "./azureDevOpsProjectArgs";
import type { StandingGroup } from "./projectGroups";
import type { ProjectPrincipals } from "./projectPrincipals";

/** What stands when permissions are given. */
export interface PermissionGround {
    parent: pulumi.Resource;
    name: string;
    args: AzureDevOpsProjectArgs;
    project: Project;
    principals: ProjectPrincipals;
    /** Groups that operate. */
    operators: StandingGroup[];
}

/** Somebody permissions are given to or taken from. */
export interface Principal {
    label: string;
    descriptor: pulumi.Output<string>;
}

export function readers({ principals }: PermissionGround): Principal {
    return { label: "Readers", descriptor: principals.readers.descriptor };
}

export function contributors({ principals }: PermissionGround): Principal {
    return { label: "Contributors", descriptor: principals.contributors.descriptor };
}

export function buildAdministrators({ principals }: PermissionGround): Principal {
    return { label: "Build Administrators", descriptor: principals.buildAdministrators.descriptor };
}

export function administrators({ principals }: PermissionGround): Principal {
    const { descriptor } = principals.projectAdministrators;
    return { label: "Project Administrators", descriptor };
}

/** Administrators that lose their rights: both kinds, unless an argument leaves them to one. */
export function tamed(ground: PermissionGround): Principal[] {
    const left = ground.args.allowProjectAdministrators === true;
    return [buildAdministrators(ground), ...(left ? [] : [administrators(ground)])];
}

/** Identities of jobs: they are nobody, so they count for nobody. */
export function bots({ principals }: PermissionGround): Principal[] {
    return [
        { label: "build service", descriptor: principals.buildService },
        { label: "collection build services", descriptor: principals.collectionBuildServices },
    ];
}

/** The same state for several permissions. */
export function all(state: string, names: readonly string[]): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, state]));
}
