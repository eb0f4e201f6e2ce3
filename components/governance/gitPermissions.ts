import { GitPermissions } from "@pulumi/azuredevops";

import {
    administrators,
    all,
    bots,
    buildAdministrators,
    contributors,
    readers,
    type PermissionGround,
    type Principal,
} from "./permissionGround";

const bypassing = ["ForcePush", "PolicyExempt", "PullRequestBypassPolicy"];
const guarding = ["EditPolicies", "ManagePermissions"];
const repositories = ["CreateRepository", "DeleteRepository", "RenameRepository"];
const writing = ["GenericContribute", "CreateBranch", "CreateTag", "PullRequestContribute"];

/**
 * Permissions on all repositories, those to come as well. What is not named keeps its state: what a group may do besides is not
 * taken away.
 */
export function createGitPermissions(ground: PermissionGround): void {
    const { parent, name, args, project, operators } = ground;
    const create = (to: Principal, permissions: Record<string, string>) =>
        new GitPermissions(
            `${name}-git/${to.label}`,
            { projectId: project.id, principal: to.descriptor, permissions, replace: false },
            { parent },
        );
    const refused = all("Deny", [...bypassing, ...guarding]);
    create(readers(ground), refused);
    create(contributors(ground), refused);
    create(buildAdministrators(ground), refused);
    create(
        administrators(ground),
        args.allowProjectAdministrators === true
            ? all("Deny", bypassing)
            : { ...refused, ...all("Deny", repositories) },
    );
    for (const group of operators) {
        const granted = all("Allow", ["GenericRead", ...writing]);
        create({ label: group.name, descriptor: group.descriptor }, { ...refused, ...granted });
    }
    for (const bot of bots(ground)) {
        create(bot, { ...refused, ...all("Deny", [...repositories, ...writing]) });
    }
}
