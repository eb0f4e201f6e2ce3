import { getClientConfigOutput, getGroupOutput, getIdentityUsersOutput } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { buildServiceName, collectionBuildServices } from "../governance/projectFacts";
import type { DevOpsGroup } from "../shared/devOpsGroup";
import { projectGroups } from "./devOpsGuardFacts";
import type { DevOpsGuardParts } from "./devOpsGuardParts";

/** Permissions by name: "Allow" or "Deny". What is not named is left to the project. */
export type Grants = Record<string, string>;

/** Somebody permissions are given to, and what for. */
export interface Principal {
    /** Last part of the names of what is created for it. */
    key: string;
    descriptor: pulumi.Input<string>;
    role: "author" | "voter" | "reader";
}

/** The same word for many permissions. */
export function all(names: readonly string[], state: "Allow" | "Deny"): Grants {
    return Object.fromEntries(names.map((name) => [name, state]));
}

/** The groups of the arguments, each once, in the role that may do most. */
export function namedGroups({ args }: DevOpsGuardParts): Principal[] {
    const found = new Map<string, Principal>();
    const add = (groups: DevOpsGroup[], role: Principal["role"]) => {
        for (const { name, descriptor } of groups) {
            found.set(name, { key: name, descriptor, role });
        }
    };
    add(args.readers ?? [], "reader");
    add(args.leads === undefined ? [] : [args.leads], "voter");
    add([args.team, args.codeOwners], "author");
    return [...found.values()];
}

/** Descriptor of a group every project is born with. */
export function projectGroup(
    { parent, repository }: DevOpsGuardParts,
    group: keyof typeof projectGroups,
): pulumi.Output<string> {
    const args = { name: projectGroups[group], projectId: repository.projectId };
    return getGroupOutput(args, { parent }).descriptor;
}

/** Descriptors of those pipelines act as, by the last part of names. */
export function pipelineIdentities({ parent, args, repository }: DevOpsGuardParts) {
    // A project is born with it: nobody is asked for it before the project stands.
    const name = pulumi
        .all([getClientConfigOutput({ parent }).name, repository.projectId])
        .apply(([organization]) => buildServiceName(args.project, organization));
    const own = getIdentityUsersOutput({ name }, { parent }).subjectDescriptor;
    const shared = getGroupOutput({ name: collectionBuildServices }, { parent }).descriptor;
    return [
        { key: "build-service", descriptor: own },
        { key: "collection-build-services", descriptor: shared },
    ];
}
