import type { DevOpsType } from "../azuredevops/devOpsType";
import { devOpsType } from "../azuredevops/devOpsType";
import type { Failure } from "../check";
import type { ResourceType, Scope } from "../resourceType";
import type { Values } from "../values";

/** "GitHubForkApproval" -> "gatehouse-hosts:index:GitHubForkApproval". */
export function token(name: string): string {
    return `gatehouse-hosts:index:${name}`;
}

/** Id of what an organisation has one of: no repository can be named so. */
export const organizationWide = "~organization";

/** One provider works on both hosts; each may have an organisation of another name. */
function onDevOps<T extends { readonly scope: Scope }>(write: T): T {
    return { ...write, scope: devOpsScope(write.scope) };
}

function devOpsScope(scope: Scope): Scope {
    return { ...scope, owner: scope.devOpsOwner ?? scope.owner };
}

/** A type of this package that stands in Azure DevOps. */
export function devOpsHostsType(name: string, type: DevOpsType): ResourceType {
    const inner = devOpsType(name, type);
    return {
        ...inner,
        token: token(name),
        realm: (scope) => devOpsScope(scope).owner,
        id: (inputs, scope, shaping) => inner.id(inputs, devOpsScope(scope), shaping),
        outputs: (shaping) => inner.outputs(onDevOps(shaping)),
        claims: (write) => inner.claims?.(onDevOps(write)) ?? [],
        parents: (write) => inner.parents?.(onDevOps(write)) ?? [],
        beforeCreate: (write) => inner.beforeCreate?.(onDevOps(write)),
        beforeUpdate: (change) => inner.beforeUpdate?.(onDevOps(change)),
    };
}

/** The names of those inputs that are given. */
export function given(inputs: Values, names: readonly string[]): string[] {
    return names.filter((name) => inputs[name] !== undefined);
}

/** Fails unless one of these inputs at least is given. */
export function oneAtLeast(inputs: Values, names: readonly string[]): Failure[] {
    const reason = `at least one of ${names.join(", ")} must be given`;
    return given(inputs, names).length > 0 ? [] : [{ property: names[0] ?? "", reason }];
}

/** Fails for each of these inputs that is given. */
export function without(inputs: Values, names: readonly string[], reason: string): Failure[] {
    return given(inputs, names).map((property) => ({ property, reason }));
}

/** Targets of which one is given: going from one to another replaces. */
export function otherKind(targets: readonly string[]) {
    return (olds: Values, news: Values): readonly string[] =>
        targets.filter((name) => (olds[name] === undefined) !== (news[name] === undefined));
}
