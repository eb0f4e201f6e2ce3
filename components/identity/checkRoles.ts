import type * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { distinct, judged, problem, text, type Problem } from "../shared/validate";
import type { FederatedCustomRole } from "./azureFederatedIdentityArgs";
import { azureRoles, planRoles, refusedRoles } from "./azureRoles";
import { escalations, revealing } from "./escalations";
import type { FederationArgs } from "./federationArgs";

/** A role assignment whose scope is judged, at the latest when it becomes known. */
export interface GrantedRole {
    name: string;
    roleId: string;
    scope: pulumi.Input<string>;
    condition: pulumi.Input<string> | undefined;
}

/** A role to be made, for the one group it is given on. */
export interface MadeRole {
    name: string;
    group: pulumi.Input<string>;
    actions: string[];
    dataActions: string[];
}

/** Judges the roles; what is not known yet is judged when it becomes known. */
export function checkRoles(
    owner: pulumi.Resource,
    what: string,
    args: FederationArgs,
    problems: Problem[],
): { granted: GrantedRole[]; made: MadeRole[] } {
    const plan = args.access === "plan";
    const names = [...args.roles, ...args.customRoles].map(({ name }) => name);
    const at = (i: number): string =>
        i < args.roles.length ? `roles[${i}].name` : `customRoles[${i - args.roles.length}].name`;
    problems.push(...distinct(names, at, "a key"));
    const granted = args.roles.map(({ name, role, scope, condition }, i) => {
        const path = `roles[${i}]`;
        problems.push(...roleProblems(`${path}.role`, role));
        const kind = plan ? planKind(role) : "group";
        if (kind === undefined) {
            problems.push(problem(`${path}.role`, role, `one of ${list(planRoles)}, to plan`));
        }
        const judge = (value: string): Problem[] => scopes[kind ?? "group"](`${path}.scope`, value);
        const said = (value: string): Problem[] =>
            text(`${path}.condition`, value, /\S/, "a condition, or none at all");
        return {
            name,
            roleId: azureRoles[role] ?? role.toLowerCase(),
            scope: judged(owner, what, scope, judge, problems),
            condition:
                condition === undefined
                    ? undefined
                    : judged(owner, what, condition, said, problems),
        };
    });
    const made = args.customRoles.map((role, i) => {
        const path = `customRoles[${i}]`;
        problems.push(...actionProblems(path, role, plan));
        const judge = (value: string): Problem[] => scopes.exactGroup(`${path}.scope`, value);
        return {
            name: role.name,
            group: judged(owner, what, role.scope, judge, problems),
            actions: role.actions,
            dataActions: role.dataActions ?? [],
        };
    });
    return { granted, made };
}

/** No problem when `role` is a known role, or any id, and none of those refused. */
export function roleProblems(path: string, role: string): Problem[] {
    const refused = Object.entries(refusedRoles).flat();
    if (refused.some((value) => value.toLowerCase() === role.toLowerCase())) {
        const why = "which hand out roles or change what guards them";
        return [problem(path, role, `a role other than ${list(refusedRoles)}, ${why}`)];
    }
    const isId = shaped(path, role, "guid").length === 0;
    const allowed = `the GUID of a role definition or one of ${list(azureRoles)}`;
    return isId || role in azureRoles ? [] : [problem(path, role, allowed)];
}

/** How narrow the scope of a role that only looks must be; undefined for any other role. */
function planKind(role: string): "group" | "container" | undefined {
    const [, kind] =
        Object.entries(planRoles).find(
            ([name]) => name === role || azureRoles[name] === role.toLowerCase(),
        ) ?? [];
    return kind;
}

const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const group = `/subscriptions/${guid}/resourceGroups/[^/]+`;
const container = `${group}/providers/Microsoft\\.Storage/storageAccounts/[^/]+/blobServices/default/containers/[^/]+`;

const scopes = {
    group: scopeOf(
        `${group}(/providers/.+)?`,
        "the id of a resource group or of a resource in one",
    ),
    container: scopeOf(container, "the id of a blob container, to plan"),
    exactGroup: scopeOf(group, "the id of a resource group"),
};

function scopeOf(form: string, allowed: string): (path: string, value: unknown) => Problem[] {
    const whole = new RegExp(`^${form}$`, "i");
    return (path, value) => text(path, value, whole, allowed);
}

/** `Provider/type/…/verb`, nothing left open. */
const action = /^[a-z][a-z0-9]*(\.[a-z0-9]+)+(\/[\w.-]+)+\/(read|write|delete|action)$/i;

function actionProblems(
    path: string,
    { actions, dataActions = [] }: FederatedCustomRole,
    plan: boolean,
): Problem[] {
    const form = "an action in full, without wildcards, for example Microsoft.Web/sites/write";
    const problems = [
        ...(actions.length + dataActions.length === 0
            ? [problem(`${path}.actions`, actions, "at least one action")]
            : []),
        ...actions.flatMap((one, i) => text(`${path}.actions[${i}]`, one, action, form)),
        ...dataActions.flatMap((one, i) => text(`${path}.dataActions[${i}]`, one, action, form)),
    ];
    const more = "an action with which the holder cannot give itself more";
    const escalating = actions.flatMap((one, i) =>
        isRead(one) || !escalations.some((begin) => startsWith(one, begin))
            ? []
            : [problem(`${path}.actions[${i}]`, one, more)],
    );
    return [...problems, ...escalating, ...(plan ? planProblems(path, actions, dataActions) : [])];
}

function planProblems(path: string, actions: string[], dataActions: string[]): Problem[] {
    const looks = "an action that ends with /read and reveals no key, to plan";
    const data =
        "no action on data, to plan: Key Vault Reader and Storage Blob Data Reader are roles";
    return [
        ...actions.flatMap((one, i) =>
            isRead(one) && !revealing.some((key) => startsWith(one, key))
                ? []
                : [problem(`${path}.actions[${i}]`, one, looks)],
        ),
        ...(dataActions.length > 0 ? [problem(`${path}.dataActions`, dataActions, data)] : []),
    ];
}

function isRead(one: string): boolean {
    return one.toLowerCase().endsWith("/read");
}

function startsWith(one: string, begin: string): boolean {
    return one.toLowerCase().startsWith(begin.toLowerCase());
}

function list(roles: Record<string, unknown>): string {
    return Object.keys(roles).join(", ");
}
