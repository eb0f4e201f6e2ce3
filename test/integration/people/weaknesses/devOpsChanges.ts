import type { Values } from "../../../../sandbox/cloud/values";
import {
    all,
    changed,
    object,
    objects,
    only,
    text,
    type Deployed,
} from "../../../support/people/deployed";

export const repository = "core-banking";

export function idOf(standing: Deployed, kind: string, key: string, name: string): string {
    return all(standing, kind).find(({ is }) => is[key] === name)?.id ?? "";
}
export const repositoryId = (standing: Deployed) => idOf(standing, "Git", "name", repository);
export const connection = (standing: Deployed) =>
    idOf(standing, "ServiceEndpointAzureRM", "serviceEndpointName", `${repository}-production`);

/** Something else in the settings of a policy of the repository's. */
export const policy = (kind: string, change: Values) => (standing: Deployed) =>
    changed(
        standing,
        kind,
        (is) =>
            objects(only(is.settings)?.scopes).some(
                (scope) => text(scope.repositoryId) === repositoryId(standing),
            ),
        (is) => ({ settings: { ...only(is.settings), ...change } }),
    );

/** Without the vote of security, which the repository's leads have on top of two. */
export const noLeads = (standing: Deployed) =>
    changed(
        standing,
        "BranchPolicyAutoReviewers",
        () => true,
        () => ({ enabled: false }),
    );

/** The permissions of everybody in the repository, where nothing else is said. */
export const permission = (name: string, value: string) => (standing: Deployed) =>
    changed(
        standing,
        "GitPermissions",
        (is) =>
            [repositoryId(standing), ""].includes(text(is.repositoryId)) &&
            is.branchName === undefined,
        (is) => ({ permissions: { ...object(is.permissions), [name]: value } }),
    );

export const check = (kind: string, change: Values) => (standing: Deployed) =>
    changed(
        standing,
        kind,
        (is) => text(is.targetResourceId) === connection(standing),
        () => change,
    );

/** The group that owns the repository; another project has one of its name. */
export const ownersOf = (standing: Deployed) => {
    const home = all(standing, "Git").find(({ is }) => is.name === repository);
    return all(standing, "Group").find(
        ({ is }) => is.displayName === "payments" && is.scope === home?.is.projectId,
    );
};

/** GUID of that group. */
export const owners = (standing: Deployed): string => text(ownersOf(standing)?.is.originId);
