import {
    BuildFolderPermissions,
    LibraryPermissions,
    ServiceendpointPermissions,
} from "@pulumi/azuredevops";

import {
    all,
    bots,
    contributors,
    tamed,
    type PermissionGround,
    type Principal,
} from "./permissionGround";
import { permissionNames } from "./projectFacts";

/** Permissions on all pipelines, those to come as well: the folder they are all in. */
export function createPipelinePermissions(ground: PermissionGround): void {
    const { parent, name, args, project, operators } = ground;
    const create = (to: Principal, permissions: Record<string, string>, replace: boolean) =>
        new BuildFolderPermissions(
            `${name}-pipelines/${to.label}`,
            {
                projectId: project.id,
                path: "\\",
                principal: to.descriptor,
                permissions,
                replace,
            },
            { parent },
        );
    const none = {
        ...all("NotSet", permissionNames.build),
        // Passes over a check, so it is nobody's, whatever other groups say.
        OverrideBuildCheckInValidation: "Deny",
    };
    const view = ["ViewBuilds", "ViewBuildDefinition"];
    const run = [...view, "QueueBuilds", "StopBuilds"];
    const edit = ["CreateBuildDefinition", "EditBuildDefinition", "DeleteBuildDefinition"];
    const administer = ["AdministerBuildPermissions"];
    create(contributors(ground), { ...none, ...all("Allow", run) }, true);
    for (const one of tamed(ground)) {
        create(one, { ...none, ...all("Allow", view) }, true);
    }
    for (const { name: label, descriptor } of operators) {
        const granted = [...run, "RetainIndefinitely", "ManageBuildQueue", ...edit];
        const more = args.allowOperatorsToAdminister === true ? administer : [];
        const permissions = { ...none, ...all("Allow", [...granted, ...more]) };
        create({ label, descriptor }, permissions, true);
    }
    for (const bot of bots(ground)) {
        const queue = args.allowJobsToQueue === true ? [] : ["QueueBuilds"];
        const passing = ["OverrideBuildCheckInValidation", "DestroyBuilds"];
        const refused = [...edit, ...administer, ...passing, ...queue];
        create(bot, all("Deny", refused), false);
    }
}

/** Variable groups and secure files. A secret is for the jobs that are let in, nobody else. */
export function createLibraryPermissions(ground: PermissionGround): void {
    const { parent, name, args, project, operators } = ground;
    const create = (to: Principal, allowed: string[]) =>
        new LibraryPermissions(
            `${name}-library/${to.label}`,
            {
                projectId: project.id,
                principal: to.descriptor,
                permissions: {
                    ...all("NotSet", permissionNames.library),
                    ...all("Allow", ["View", ...allowed]),
                },
            },
            { parent },
        );
    for (const one of [contributors(ground), ...tamed(ground)]) {
        create(one, []);
    }
    for (const { name: label, descriptor } of operators) {
        const more = args.allowOperatorsToAdminister === true ? ["Administer"] : [];
        create({ label, descriptor }, ["Use", "Create", ...more]);
    }
}

/** Refused by name: Azure DevOps makes Contributors creators of connections by a group of its own. */
export function createEndpointPermissions(ground: PermissionGround): void {
    const { parent, name, args, project, operators } = ground;
    const create = (to: Principal, permissions: Record<string, string>) =>
        new ServiceendpointPermissions(
            `${name}-connections/${to.label}`,
            { projectId: project.id, principal: to.descriptor, permissions },
            { parent },
        );
    const none = all("NotSet", permissionNames.endpoint);
    const refused = all("Deny", ["Administer", "Create", "ViewAuthorization"]);
    for (const one of [contributors(ground), ...tamed(ground)]) {
        create(one, { ...none, ViewEndpoint: "Allow", ...refused });
    }
    for (const { name: label, descriptor } of operators) {
        const more = args.allowOperatorsToAdminister === true ? ["Administer"] : [];
        const granted = all("Allow", ["ViewEndpoint", "Use", "Create", ...more]);
        create({ label, descriptor }, { ...none, ...granted });
    }
}
