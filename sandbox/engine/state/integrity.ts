/** What must hold between the resources of a state. The same laws as the real engine's check. */

import { providerUrn } from "./order";
import type { DeploymentV3, ResourceState } from "./types";

/** Names the stack a state belongs to, as its URNs carry it. */
export interface StackName {
    readonly project: string;
    readonly stack: string;
}

/** Every problem as one sentence naming the resource; empty when the state is sound. */
export function integrityProblems(deployment: DeploymentV3, name: StackName): readonly string[] {
    const resources = deployment.resources ?? [];
    const everywhere = new Set(resources.map((resource) => resource.urn));
    const before = new Set<string>();
    const providersBefore = new Set<string>();
    const live = new Set<string>();
    const problems: string[] = [];
    for (const resource of resources) {
        const { urn } = resource;
        const report = (problem: string): void => void problems.push(`${urn}: ${problem}`);
        ownProblems(resource, name).forEach(report);
        referenceProblems(resource, before, everywhere).forEach(report);
        const reference = resource.provider ?? "";
        if (reference !== "" && !providersBefore.has(reference) && !resource.pendingReplacement) {
            const place = everywhere.has(providerUrn(reference) ?? "")
                ? "is not before it"
                : "is missing";
            report(`its provider ${reference} ${place}`);
        }
        if (resource.delete !== true && live.has(urn)) {
            report("is there twice without being a pending delete");
        }
        if (resource.delete !== true) {
            live.add(urn);
        }
        before.add(urn);
        providersBefore.add(`${urn}::${resource.id ?? ""}`);
    }
    for (const { resource } of deployment.pending_operations ?? []) {
        problems.push(
            ...ownProblems(resource, name).map((p) => `pending operation on ${resource.urn}: ${p}`),
        );
    }
    return problems;
}

function ownProblems(resource: ResourceState, name: StackName): string[] {
    const problems: string[] = [];
    const [, stack, project, types, ...rest] = urnParts(resource.urn);
    if (stack === undefined || project === undefined || types === undefined || rest.length === 0) {
        return ["is not a URN (urn:pulumi:STACK::PROJECT::TYPE::NAME)"];
    }
    if (stack !== name.stack || project !== name.project) {
        problems.push(
            `belongs to stack ${project}/${stack}, this one is ${name.project}/${name.stack}`,
        );
    }
    const ownType = types.slice(types.lastIndexOf("$") + 1);
    if (ownType !== resource.type) {
        problems.push(`its type is ${resource.type}, its URN says ${ownType}`);
    }
    if (!resource.custom && (resource.id ?? "") !== "") {
        problems.push("has an id without being a custom resource");
    }
    const isProvider = resource.type.startsWith("pulumi:providers:");
    if (isProvider && (resource.id ?? "") === "") {
        problems.push("is a provider without an id, so nothing can refer to it");
    }
    return problems;
}

function urnParts(urn: string): string[] {
    const match = /^(urn:pulumi):(.*)$/s.exec(urn);
    return match === null ? [] : [match[1] ?? "", ...(match[2] ?? "").split("::")];
}

function referenceProblems(
    resource: ResourceState,
    before: ReadonlySet<string>,
    everywhere: ReadonlySet<string>,
): string[] {
    const named: [string, readonly string[]][] = [
        ["parent", resource.parent === undefined ? [] : [resource.parent]],
        ["dependency", resource.dependencies ?? []],
        ["deletedWith", resource.deletedWith === undefined ? [] : [resource.deletedWith]],
        ["replaceWith", resource.replaceWith ?? []],
        ...Object.entries(resource.propertyDependencies ?? {}).map(
            ([key, urns]): [string, readonly string[]] => [`dependency of property ${key}`, urns],
        ),
    ];
    return named.flatMap(([what, urns]) =>
        urns
            .filter((urn) => urn !== "" && !before.has(urn))
            .map(
                (urn) =>
                    `its ${what} ${urn} ${everywhere.has(urn) ? "is not before it" : "is missing"}`,
            ),
    );
}
