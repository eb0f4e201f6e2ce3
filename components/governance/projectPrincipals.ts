import {
    getClientConfigOutput,
    getGroupOutput,
    getIdentityUsersOutput,
    type GetGroupResult,
    type Project,
} from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { buildServiceName, builtInGroups, collectionBuildServices } from "./projectFacts";

/** Whom a project is born with, as far as permissions are taken from them. */
export interface ProjectPrincipals {
    readers: pulumi.Output<GetGroupResult>;
    contributors: pulumi.Output<GetGroupResult>;
    buildAdministrators: pulumi.Output<GetGroupResult>;
    projectAdministrators: pulumi.Output<GetGroupResult>;
    /** Descriptor of the identity of the project's jobs. */
    buildService: pulumi.Output<string>;
    /** Descriptor of the group of the identities of jobs that are not limited to one project. */
    collectionBuildServices: pulumi.Output<string>;
}

/** Looks them up; none of them can be made. */
export function findPrincipals(parent: pulumi.Resource, project: Project): ProjectPrincipals {
    const group = (name: string) => getGroupOutput({ name, projectId: project.id }, { parent });
    const organization = getClientConfigOutput({ parent }).name;
    // The id is asked for as well: a new project's name is known before the project stands.
    const called = pulumi
        .all([project.name, organization, project.id])
        .apply(([name, owner]) => buildServiceName(name, owner));
    return {
        readers: group(builtInGroups.readers),
        contributors: group(builtInGroups.contributors),
        buildAdministrators: group(builtInGroups.buildAdministrators),
        projectAdministrators: group(builtInGroups.projectAdministrators),
        buildService: getIdentityUsersOutput({ name: called }, { parent }).subjectDescriptor,
        collectionBuildServices: getGroupOutput({ name: collectionBuildServices }, { parent })
            .descriptor,
    };
}
