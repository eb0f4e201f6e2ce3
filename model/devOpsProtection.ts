import { planned } from "./environmentIndex";
import { readText, unknown, type Known } from "./known";
import type { Resource, Stack } from "./resource";
import {
    approvalType,
    branchControlType,
    checkTarget,
    requiredTemplateType,
    standingId,
} from "./views/devOpsCheck";
import { connectionTypes, devOpsConnection } from "./views/devOpsConnection";

/** What Azure DevOps puts checks before, as its checks name it. */
export const protectedKinds = [
    "environment",
    "endpoint",
    "variablegroup",
    "queue",
    "repository",
] as const;
export type ProtectedKind = (typeof protectedKinds)[number];

const projectType = "azuredevops:index:Project";
const poolTypes = ["azuredevops:index:Pool", "azuredevops:index:ElasticPool"];

const typesOf: Readonly<Record<ProtectedKind, readonly string[]>> = {
    environment: ["azuredevops:index:Environment"],
    endpoint: connectionTypes,
    variablegroup: ["azuredevops:index:VariableGroup"],
    queue: ["azuredevops:index:Queue"],
    repository: ["azuredevops:index:Git"],
};

export const protectedTypes = protectedKinds.flatMap((kind) => typesOf[kind]);
export const checkTypes = [approvalType, branchControlType, requiredTemplateType] as const;

/** A resource that checks can stand before. */
export interface ProtectedResource {
    readonly resource: Resource;
    readonly kind: ProtectedKind;
    /** Its own name; of an agent queue the pool's. */
    readonly name: Known<string>;
    /** Types of the checks that stand before it. */
    readonly checks: ReadonlySet<string>;
    /** Types of checks whose target is not known yet and may be this one. */
    readonly maybe: ReadonlySet<string>;
}

/**
 * The protected resources of a stack and the checks before each. They are joined by what a check's target
 * comes from, which works while ids are unknown, else by the id.
 */
export function protectedResources(
    stack: Stack,
    inputsOf: (urn: string) => Resource | undefined,
): ProtectedResource[] {
    const plan = (resource: Resource) => planned(resource, inputsOf(resource.urn));
    const found = protectedKinds.flatMap((kind) =>
        stack.ofType(...typesOf[kind]).map((resource) => ({
            resource,
            kind,
            name: nameOf(kind, plan(resource), stack, plan),
            checks: new Set<string>(),
            maybe: new Set<string>(),
        })),
    );
    const byUrn = new Map(found.map((one) => [one.resource.urn, one]));
    for (const check of stack.ofType(...checkTypes)) {
        const { certain, open } = targetsOf(plan(check), stack);
        for (const urn of certain) byUrn.get(urn)?.checks.add(check.type);
        for (const urn of open) byUrn.get(urn)?.maybe.add(check.type);
    }
    return found;
}

function nameOf(
    kind: ProtectedKind,
    resource: Resource,
    stack: Stack,
    plan: (resource: Resource) => Resource,
): Known<string> {
    if (kind === "endpoint") return devOpsConnection(resource).name;
    const written = readText(resource.props, "name");
    if (kind !== "queue" || written.state === "known") return written;
    const [pool] = stack.sourcesOf(resource, "agentPoolId", ...poolTypes);
    if (pool !== undefined) return readText(plan(pool).props, "name");
    const id = readText(resource.props, "agentPoolId");
    const standing = stack.ofType(...poolTypes).find((one) => sameText(standingId(one), id));
    return standing === undefined ? unknown : readText(plan(standing).props, "name");
}

interface Targets {
    readonly certain: readonly string[];
    /** Some of them may be meant. */
    readonly open: readonly string[];
}

function targetsOf(check: Resource, stack: Stack): Targets {
    const { kind, id } = checkTarget(check);
    const kinds = protectedKinds.filter((one) => kind.state !== "known" || kind.value === one);
    const types = kinds.flatMap((one) => typesOf[one]);
    const sources = stack.sourcesOf(check, "targetResourceId", ...types);
    const candidates = sources.length > 0 ? sources : stack.ofType(...types);
    const fitting = candidates.filter((one) => {
        if (id.state !== "known") return sameProject(check, one, stack);
        const own = standingId(one);
        // A written id is none of what is still to be made.
        return own.state === "known" ? own.value === id.value : own.state === "absent";
    });
    const urns = fitting.map(({ urn }) => urn);
    const shown = fitting.some((one) => standingId(one).state === "known");
    const sure = fitting.length === 1 && (sources.length > 0 || (shown && id.state === "known"));
    return sure ? { certain: urns, open: [] } : { certain: [], open: urns };
}

/** Whether two resources may stand in one project. */
function sameProject(one: Resource, other: Resource, stack: Stack): boolean {
    const [first, second] = [readText(one.props, "projectId"), readText(other.props, "projectId")];
    if (first.state === "known" && second.state === "known") return sameText(first, second);
    const projects = [one, other].map((each) => stack.sourcesOf(each, "projectId", projectType));
    const [firsts = [], seconds = []] = projects;
    if (firsts.length === 0 || seconds.length === 0) return true;
    return firsts.some(({ urn }) => seconds.some((each) => each.urn === urn));
}

function sameText(one: Known<string>, other: Known<string>): boolean {
    return (
        one.state === "known" &&
        other.state === "known" &&
        one.value.toLowerCase() === other.value.toLowerCase()
    );
}
