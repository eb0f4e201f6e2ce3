import type { Values } from "../../../../sandbox/cloud/values";
import type { Coalition, Reading } from "../coalitions";
import {
    all,
    count,
    objects,
    only,
    settings,
    text,
    texts,
    type Deployed,
    type Standing,
} from "../deployed";
import { isProtected, lands, type AzureDevOps, type Repository } from "./landing";
import { mayWithPipeline } from "./permissions";

/** Something that checks stand before: "environment", "endpoint", "variablegroup", "queue". */
export interface Protected {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    /** Whether every pipeline is let in, whatever authorisations say. */
    readonly open?: boolean;
    /** Only pipelines of this repository are meant. */
    readonly from?: string;
}

/** Where a repository deploys, by the estate's naming: "repository-environment". */
export function environmentsOf({ standing }: AzureDevOps, { name }: Repository): string[] {
    const environments = settings(standing, "Environment").map((is) => text(is.name));
    const connections = endpoints(standing).map(({ is }) => text(is.serviceEndpointName));
    return [...new Set([...environments, ...connections])]
        .filter((one) => one.startsWith(`${name}-`))
        .map((one) => one.slice(name.length + 1));
}

function endpoints(standing: Deployed): Standing[] {
    return [...all(standing, "ServiceEndpointAzureRM"), ...all(standing, "ServiceEndpointAws")];
}

/**
 * What a job has to use in order to deploy. Law L8: a job that wants the cloud uses the service connection
 * and need not name the environment, so only where there is no connection the environment is the way.
 */
export function waysInto(host: AzureDevOps, repository: string, environment: string): Protected[] {
    const wanted = `${repository}-${environment}`;
    const connections = endpoints(host.standing)
        .filter(({ is }) => text(is.serviceEndpointName) === wanted)
        .map(({ id }) => ({ type: "endpoint", id, name: `connection ${wanted}` }));
    const environments = all(host.standing, "Environment")
        .filter(({ is }) => text(is.name) === wanted)
        .map(({ id }) => ({ type: "environment", id, name: `environment ${wanted}` }));
    return connections.length > 0 ? connections : environments;
}

/** By which way a coalition gets code of its own to use a resource, if it does. */
export function uses(
    host: AzureDevOps,
    who: Coalition,
    resource: Protected,
    reading: Reading,
): string | undefined {
    for (const { id, is } of admitted(host, resource)) {
        const way = runsOn(host, who, { id, is }, resource, reading);
        if (way !== undefined && approved(host, who, { id, is }, resource, reading)) {
            return `${way}, approve ${resource.name}`;
        }
    }
    return undefined;
}

/** Pipelines that a resource lets in: those named, or all when one authorisation names none (law D2). */
function admitted({ standing }: AzureDevOps, { type, id, open, from }: Protected) {
    const pipelines = all(standing, "BuildDefinition").filter(
        ({ is }) => from === undefined || text(only(is.repository)?.repoId) === from,
    );
    const here = settings(standing, "PipelineAuthorization").filter(
        (is) => text(is.type) === type && text(is.resourceId) === id,
    );
    return open === true || here.some(({ pipelineId }) => pipelineId === undefined)
        ? pipelines
        : pipelines.filter((pipeline) =>
              here.some(({ pipelineId }) => text(pipelineId) === pipeline.id),
          );
}

interface Pipeline {
    readonly id: string;
    readonly is: Values;
}

/** Law C8: the YAML of a branch is what runs there, so whoever has a branch that passes has the run. */
function runsOn(
    host: AzureDevOps,
    who: Coalition,
    { id, is }: Pipeline,
    resource: Protected,
    reading: Reading,
): string | undefined {
    const name = text(is.name);
    const pipeline = { id, path: text(is.path) };
    const editor = who.find((person) =>
        ["EditBuildDefinition", "AdministerBuildPermissions"].some((permission) =>
            mayWithPipeline(host.standing, host.people, person, permission, pipeline),
        ),
    );
    if (reading.edits && editor !== undefined) {
        return `${editor} edits the pipeline ${name}`;
    }
    const repository = host.repositories.find(
        (one) => one.id === text(only(is.repository)?.repoId),
    );
    if (!repository) {
        return `the repository of ${name}, which nothing here guards`;
    }
    for (const ref of refsFor(host, repository, resource)) {
        const way = lands(host, who, { repository, ref }, reading);
        if (way !== undefined) return way;
    }
    return undefined;
}

/** Branches that pass the resource's checks, cheap ones among them where they are not kept out. */
export function refsFor(host: AzureDevOps, repository: Repository, resource: Protected): string[] {
    const { standing } = host;
    // A check with `*`, or one that does not look whether a branch is protected, adds nothing.
    const limits = checks(host, "CheckBranchControl", resource).filter(
        (is) => is.verifyBranchProtection === true,
    );
    const lists = limits.map((is) => text(is.allowedBranches).split(/\s*,\s*/));
    const known = settings(standing, "BranchPolicyMinReviewers").flatMap((is) =>
        objects(only(is.settings)?.scopes).map((scope) => text(scope.repositoryRef)),
    );
    const some = [
        ...lists.flat().filter((ref) => ref !== "*"),
        ...known.map((ref) => (ref.endsWith("/") ? `${ref}x` : ref)),
        repository.defaultBranch,
        "refs/heads/feature/x",
    ];
    return [...new Set(some)].filter(
        (ref) =>
            lists.every((list) => list.includes("*") || list.includes(ref)) &&
            limits.every(
                (is) =>
                    is.ignoreUnknownProtectionStatus === true ||
                    isProtected(standing, { repository, ref }),
            ),
    );
}

function checks({ standing }: AzureDevOps, kind: string, { type, id }: Protected): Values[] {
    return settings(standing, kind).filter(
        (is) => text(is.targetResourceType) === type && text(is.targetResourceId) === id,
    );
}

/**
 * Law L8: of every approval as many entries as it asks for have a member in the coalition; a group is one
 * entry. That nobody approves an own run matters only where the coalition has to start it.
 */
function approved(
    host: AzureDevOps,
    who: Coalition,
    { id, is }: Pipeline,
    resource: Protected,
    { hijack }: Reading,
): boolean {
    const { standing, people } = host;
    const starters = who.filter((person) =>
        mayWithPipeline(standing, people, person, "QueueBuilds", { id, path: text(is.path) }),
    );
    return checks(host, "CheckApproval", resource).every((check) => {
        const entries = texts(check.approvers);
        const needed = count(check.minimumRequiredApprovers) || entries.length;
        const own = hijack || check.requesterCanApprove === true;
        const by = (requester: string | undefined) =>
            entries.filter((entry) =>
                who.some((person) => person !== requester && isEntry(host, person, entry)),
            ).length >= needed;
        return own ? by(undefined) : starters.some(by);
    });
}

/** Whether a person is among those who are asked before a resource is used. */
export function reviews(host: AzureDevOps, person: string, resource: Protected): boolean {
    return checks(host, "CheckApproval", resource).some((check) =>
        texts(check.approvers).some((entry) => isEntry(host, person, entry)),
    );
}

function isEntry({ people }: AzureDevOps, person: string, entry: string): boolean {
    return person === entry || people.groups(person).has(people.byId(entry) ?? "");
}

/** Whether code of a fork's pull request runs with secrets, and who can send one: whoever reads the project. */
export function forkRuns(
    { standing, people, git }: AzureDevOps,
    who: Coalition,
    repository: Repository,
): string | undefined {
    // Another project may stand beside it, which holds packages.
    const home = all(standing, "Git").find(({ id }) => id === repository.id);
    const set = settings(standing, "AzureDevOpsPipelineSettings").find(
        ({ projectId }) => text(projectId) === text(home?.is.projectId),
    );
    const built = set?.buildsEnabledForForks !== false;
    const withSecrets = set?.enforceNoAccessToSecretsFromForks !== true;
    const sharing = settings(standing, "BuildDefinition").some((is) => {
        const forks = only(only(is.pullRequestTrigger)?.forks);
        const here = text(only(is.repository)?.repoId) === repository.id;
        return here && forks?.enabled === true && forks.shareSecrets === true;
    });
    const reads = who.some(
        (person) => people.groups(person).size > 0 && git.may(person, "GenericRead", repository.id),
    );
    return built && withSecrets && sharing && reads ? `a fork of ${repository.name}` : undefined;
}
