import { object, settings, text, type Deployed } from "../deployed";
import type { Identities } from "./identities";

/** Name of a permission to "Allow" or "Deny". */
type Grants = Readonly<Record<string, string>>;

const contributing = ["GenericRead", "PullRequestContribute"];
const writing = [...contributing, "GenericContribute", "CreateBranch", "CreateTag", "ManageNote"];
const administering = [
    ...writing,
    "ForcePush",
    "CreateRepository",
    "DeleteRepository",
    "RenameRepository",
    "EditPolicies",
    "ManagePermissions",
    "RemoveOthersLocks",
];

/**
 * What groups may do in the repositories of a project before anybody says so.
 *
 * source: Microsoft Learn, "Default Git repository and branch permissions". The build service is given
 * more than the page has, because what it says is not certain (assumption U10).
 * date: 2026-11-21
 */
const bornGrants: Readonly<Record<string, readonly string[]>> = {
    Readers: contributing,
    Contributors: writing,
    "Build Administrators": writing,
    "Project Administrators": administering,
    "Build Service": writing,
};

/** Git permissions of a project, as its access control lists have them. */
export interface GitAccess {
    /**
     * Whether somebody may; `ref` as "refs/heads/x". From the ref upwards the first level decides that
     * says anything to one of the person's groups, and there a refusal wins.
     */
    readonly may: (who: string, permission: string, repositoryId: string, ref?: string) => boolean;
}

export function gitAccess(standing: Deployed, people: Identities): GitAccess {
    const lists = new Map<string, Map<string, Grants>>();
    const put = (token: string, principal: string, grants: Grants, replace: boolean): void => {
        const entries = lists.get(token) ?? new Map<string, Grants>();
        const before = replace ? {} : (entries.get(principal) ?? {});
        lists.set(token, entries.set(principal, { ...before, ...grants }));
    };
    for (const [group, allowed] of Object.entries(bornGrants)) {
        const grants = Object.fromEntries(allowed.map((permission) => [permission, "Allow"]));
        put("", people.born(group), grants, true);
    }
    for (const is of settings(standing, "GitPermissions")) {
        const branch = text(is.branchName);
        const at = `${text(is.repositoryId)}${branch === "" ? "" : `/refs/heads/${branch}`}`;
        const grants = Object.fromEntries(
            Object.entries(object(is.permissions)).map(([name, value]) => [name, text(value)]),
        );
        put(at, text(is.principal), grants, is.replace !== false);
    }
    return {
        may: (who, permission, repositoryId, ref) => {
            const all = [who, ...people.groups(who)];
            for (const token of tokens(repositoryId, ref)) {
                const said = all.map((one) => lists.get(token)?.get(one)?.[permission]);
                if (said.includes("Deny")) return false;
                if (said.includes("Allow")) return true;
            }
            return false;
        },
    };
}

/** The places that may say something about a ref, the nearest first. */
function tokens(repositoryId: string, ref: string | undefined): string[] {
    const parts = ref === undefined ? [] : ref.split("/");
    const folders = parts.map(
        (_, i) => `${repositoryId}/${parts.slice(0, parts.length - i).join("/")}`,
    );
    return [...folders, repositoryId, ""];
}

/** Permissions on pipelines: the definition's own list, its folder's, the project's. */
export function mayWithPipeline(
    standing: Deployed,
    people: Identities,
    who: string,
    permission: string,
    pipeline: { id: string; path: string },
): boolean {
    const all = [who, ...people.groups(who)];
    const own = settings(standing, "BuildDefinitionPermissions").filter(
        (is) => text(is.buildDefinitionId) === pipeline.id,
    );
    const folder = (path: string) =>
        settings(standing, "BuildFolderPermissions").filter((is) => text(is.path) === path);
    for (const level of [own, folder(pipeline.path), folder("\\")]) {
        const said = level
            .filter((is) => all.includes(text(is.principal)))
            .map((is) => text(object(is.permissions)[permission]));
        if (said.includes("Deny")) return false;
        if (said.includes("Allow")) return true;
    }
    return false;
}
