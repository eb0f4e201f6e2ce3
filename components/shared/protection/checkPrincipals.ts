import * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../devOpsGroup";
import { shaped } from "../shapes";
import { distinct, ignoringCase, judged, problem, text, type Problem } from "../validate";

/**
 * Groups of Azure DevOps itself and of its directory. People ("aad.", "msa.") and machines ("aadsp.",
 * "svc.") have other descriptors.
 *
 * source: Microsoft Learn, "Graph", subject descriptors
 * date: 2026-11-21
 */
const descriptorShape = /^(vssgp|aadgp)\.[\w-]+={0,2}$/;

const nameShape = /^[^\p{Cc}]{1,256}$/u;

/** Judges groups, adds their problems, and returns them as they are to be used. */
export function judgedGroups(
    owner: pulumi.Resource,
    what: string,
    path: string,
    groups: DevOpsGroup[],
    problems: Problem[],
): DevOpsGroup[] {
    problems.push(...nameProblems(path, groups));
    const ids = judgedTogether(owner, what, {
        path,
        key: "originId",
        values: groups.map(({ originId }) => originId),
        judge: (at, id) => shaped(at, id, "guid"),
        problems,
    });
    const descriptors = judgedTogether(owner, what, {
        path,
        key: "descriptor",
        values: groups.map(({ descriptor }) => descriptor),
        judge: (at, one) =>
            text(at, one, descriptorShape, "the descriptor of a group: vssgp… or aadgp…"),
        problems,
    });
    return groups.map(({ name }, i) => ({
        name,
        originId: ids[i] ?? "",
        descriptor: descriptors[i] ?? "",
    }));
}

/**
 * Judges pipelines. An id that is no number would authorise every pipeline, so it is refused even
 * when it becomes known late.
 */
export function judgedPipelines(
    owner: pulumi.Resource,
    what: string,
    path: string,
    pipelines: DevOpsPipeline[],
    problems: Problem[],
): DevOpsPipeline[] {
    problems.push(...nameProblems(path, pipelines));
    const ids = judgedTogether(owner, what, {
        path,
        key: "id",
        values: pipelines.map(({ id }) => id),
        judge: (at, id) => text(at, id, /^[1-9]\d{0,9}$/, "the number of a build definition"),
        problems,
    });
    return pipelines.map(({ name }, i) => ({ name, id: ids[i] ?? "" }));
}

/** Names are parts of the names of resources. */
function nameProblems(path: string, named: { name: string }[]): Problem[] {
    const at = (i: number): string => `${path}[${i}].name`;
    return [
        ...named.flatMap(({ name }, i) => text(at(i), name, nameShape, "1 to 256 characters")),
        ...distinct(
            named.map(({ name }) => name),
            at,
            "a name",
        ),
    ];
}

/** Ids of a list: each by itself, and none twice; what is not known yet later. */
function judgedTogether(
    owner: pulumi.Resource,
    what: string,
    on: {
        path: string;
        key: string;
        values: pulumi.Input<string>[];
        judge: (at: string, value: string) => Problem[];
        problems: Problem[];
    },
): pulumi.Input<string>[] {
    const at = (i: number): string => `${on.path}[${i}].${on.key}`;
    const judge = (known: string[]): Problem[] => [
        ...known.flatMap((value, i) => on.judge(at(i), value)),
        ...distinct(known, at, on.key, ignoringCase),
    ];
    if (on.values.every((value) => typeof value === "string")) {
        on.problems.push(...judge(on.values));
        return on.values;
    }
    const all = pulumi.output(judged(owner, what, pulumi.all(on.values), judge, on.problems));
    // Each keeps its own dependencies beside those of the others: they are judged together.
    return on.values.map((value, i) =>
        pulumi.all([value, all]).apply(([own, known]) => known[i] ?? own),
    );
}

/** Who may use a protected resource, and who administers it. */
export interface DevOpsAccess {
    pipelines: DevOpsPipeline[];
    administrators: DevOpsGroup[];
    users: DevOpsGroup[];
}

/** Judges pipelines, administrators and users; a group is one of the two, not both. */
export function judgedAccess(
    owner: pulumi.Resource,
    what: string,
    { pipelines = [], administrators = [], users = [] }: Partial<DevOpsAccess>,
    problems: Problem[],
): DevOpsAccess {
    const given = new Set(administrators.map(({ name }) => name));
    users.forEach(({ name }, i) => {
        if (given.has(name)) {
            problems.push(problem(`users[${i}].name`, name, "a group that does not administer"));
        }
    });
    return {
        pipelines: judgedPipelines(owner, what, "pipelines", pipelines, problems),
        administrators: judgedGroups(owner, what, "administrators", administrators, problems),
        users: judgedGroups(owner, what, "users", users, problems),
    };
}
