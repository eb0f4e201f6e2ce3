import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../model/known";
import type { StackResource } from "./describeStackRule";
import { devOpsToken } from "./devOpsCases";

/** Descriptors as Azure DevOps writes them. */
export const administrators = encoded("vssgp", "S-1-9-1551374245-11-22-33-44-0-0-0-0-1");
export const contributors = encoded("vssgp", "S-1-9-1551374245-11-22-33-44-1-55-66-77-88");
export const buildService = encoded(
    "svc",
    "22222222-3333-4444-5555-666666666666:Build:11111111-2222-3333-4444-555555555555",
);

function encoded(kind: string, subject: string): string {
    return `${kind}.${Buffer.from(subject).toString("base64url")}`;
}

/** Resources of a stack; a property's value comes from the resources named for it. */
export function devOps(
    name: string,
    type: string,
    props: PropertyTree,
    from: Readonly<Record<string, readonly string[]>> = {},
): StackResource {
    return { name, type: devOpsToken(type), props, propertyDependencies: from };
}

/** A policy on branches; its scopes are about "one" unless sources say otherwise. */
export function branchPolicy(
    name: string,
    type: string,
    settings: Readonly<Record<string, PropertyValue>>,
    { force = {}, sources = ["one"] }: { force?: PropertyTree; sources?: readonly string[] } = {},
): StackResource {
    return devOps(
        name,
        `BranchPolicy${type}`,
        { projectId: "p", enabled: true, blocking: true, settings, ...force },
        { projectId: ["shop"], settings: sources },
    );
}

/** A project with boards. */
export const shop = devOps("shop", "Project", { name: "Shop" });

/** A repository of project "shop", whose default branch is main. */
export function repository(name: string, more: PropertyTree = {}): StackResource {
    const props: PropertyTree = {
        projectId: UNKNOWN,
        name,
        defaultBranch: "refs/heads/main",
        ...more,
    };
    return devOps(name, "Git", props, { projectId: ["shop"] });
}

/** Scopes of policies: the default branch of one repository, and of every one. */
export const main: PropertyTree = {
    repositoryId: UNKNOWN,
    repositoryRef: "refs/heads/main",
    matchType: "Exact",
};
export const everywhere = { matchType: "DefaultBranch" };

export interface Kept {
    readonly scope?: PropertyValue;
    readonly sources?: readonly string[];
    /** Kinds of policies that are left out. */
    readonly without?: readonly string[];
}

/** Policies of the four kinds, over one scope. */
export function policies({
    scope = main,
    sources = ["one"],
    without = [],
}: Kept = {}): StackResource[] {
    const kinds: Record<string, PropertyTree> = {
        MinReviewers: { reviewerCount: 2 },
        BuildValidation: {},
        CommentResolution: {},
        WorkItemLinking: {},
    };
    return Object.entries(kinds)
        .filter(([kind]) => !without.includes(kind))
        .map(([kind, settings]) =>
            branchPolicy(kind, kind, { scopes: [scope], ...settings }, { sources }),
        );
}
