import { planned } from "./environmentIndex";
import { addTo } from "./grouping";
import { absent, is, known, map, read, readText, readTexts, unknown, type Known } from "./known";
import { some } from "./logic";
import { isListed, matchesPattern, meansDefaultBranch } from "./refPatterns";
import type { Resource, Stack } from "./resource";
import { githubRepository, repositoryType, type GitHubRepository } from "./views/githubRepository";
import { branchGuardTypes, rulesetTypes } from "./views/githubRuleset";

const defaultBranchType = "github:index:BranchDefault";
const organizationRulesetType = "github:index:OrganizationRuleset";

/**
 * The branch a new repository begins with where its organisation says nothing else.
 *
 * From memory, 2026-11-21.
 */
const firstBranch = "main";

export interface PlannedRepository {
    readonly resource: Resource;
    readonly view: GitHubRepository;
    /** Taken to be GitHub's first branch until the repository exists; unknown while a stack sets it so. */
    readonly defaultBranch: Known<string>;
}

/** A ruleset or a classic protection, with what the engine knows of it. */
export interface PlannedGuard {
    readonly resource: Resource;
    /** Whether it stands above the repositories, for many of them. */
    readonly isOrganizations: boolean;
}

/** The repositories of a stack and what guards them, joined by name, by id, or by where a value comes from. */
export class RepositoryGuards {
    readonly repositories: readonly PlannedRepository[];
    readonly guards: readonly PlannedGuard[];
    /** Guards by the repository they name, in small letters, or by the URN of the one that they take it from. */
    private readonly byRepository = new Map<string, PlannedGuard[]>();
    /** Guards that may be any repository's. */
    private readonly anybodys: PlannedGuard[] = [];

    constructor(
        private readonly stack: Stack,
        inputsOf: (urn: string) => Resource | undefined,
    ) {
        const plan = (resource: Resource) => planned(resource, inputsOf(resource.urn));
        const branches = stack.ofType(defaultBranchType).map(plan);
        this.guards = stack.ofType(...branchGuardTypes).map((one) => ({
            resource: plan(one),
            isOrganizations: one.type === organizationRulesetType,
        }));
        for (const guard of this.guards) this.file(guard);
        this.repositories = stack.ofType(repositoryType).map((one) => {
            const resource = plan(one);
            const view = githubRepository(resource);
            const set = branches.find((branch) => {
                const named = this.names(branch, "repository", resource, [view.name]);
                return named.state === "known" && named.value;
            });
            const branch = readText((set ?? resource).props, set ? "branch" : "defaultBranch");
            return {
                resource,
                view,
                defaultBranch: set || branch.state === "known" ? branch : known(firstBranch),
            };
        });
    }

    /** The guards that concern a repository, or may: of the others `concerns` is known to be false. */
    guardsOf({ resource, view }: PlannedRepository): readonly PlannedGuard[] {
        if (view.name.state === "unknown") return this.guards;
        const texts = [view.name, view.nodeId].flatMap((one) =>
            one.state === "known" ? [one.value.toLowerCase()] : [],
        );
        const own = new Set(
            [...texts, resource.urn].flatMap((key) => this.byRepository.get(key) ?? []),
        );
        return [...own, ...this.anybodys];
    }

    private file(guard: PlannedGuard): void {
        const keys = guard.isOrganizations ? [] : this.repositoriesOf(guard.resource);
        if (keys.length === 0) this.anybodys.push(guard);
        for (const key of keys) addTo(this.byRepository, key, guard);
    }

    private repositoriesOf(guard: Resource): readonly string[] {
        const property = repositoryProperty(guard);
        const written = readText(guard.props, property);
        return written.state === "known"
            ? [written.value.toLowerCase()]
            : this.stack.sourcesOf(guard, property, repositoryType).map(({ urn }) => urn);
    }

    /** Whether a guard is one of this repository. */
    concerns(guard: PlannedGuard, { resource: of, view }: PlannedRepository): Known<boolean> {
        const { resource, isOrganizations } = guard;
        if (isOrganizations) return this.isAimedAt(resource, of, view);
        const property = repositoryProperty(resource);
        const names = property === "repository" ? [view.name] : [view.name, made(view.nodeId)];
        return this.names(resource, property, of, names);
    }

    /** By value, else through the repository whose output it is. */
    private names(
        guard: Resource,
        property: string,
        repository: Resource,
        names: readonly Known<string>[],
    ): Known<boolean> {
        const written = readText(guard.props, property);
        if (written.state === "known") {
            const wanted = written.value.toLowerCase();
            return some(names.map((name) => map(name, (one) => one.toLowerCase() === wanted)));
        }
        const sources = this.stack.sourcesOf(guard, property, repositoryType);
        if (sources.length === 0) return unknown;
        return known(sources.some(({ urn }) => urn === repository.urn));
    }

    /** An organisation's ruleset aims at repositories by name, by id or by what is said of them. */
    private isAimedAt(
        guard: Resource,
        repository: Resource,
        { name, id }: GitHubRepository,
    ): Known<boolean> {
        // Which repository has which property is not in the plan.
        const byProperty = read(guard.props, "conditions.repositoryProperty");
        return some([
            aimsAtName(guard, name),
            this.aimsAtId(guard, repository, id),
            byProperty.state === "absent" ? absent : unknown,
        ]);
    }

    /** Ids that are computed from repositories are taken for theirs until they are known. */
    private aimsAtId(guard: Resource, repository: Resource, id: Known<string>): Known<boolean> {
        const ids = readTexts(guard.props, "conditions.repositoryIds");
        if (ids.state === "absent") return absent;
        const all = ids.state === "known" ? ids.value : [unknown];
        const sources = this.stack.sourcesOf(guard, "conditions", repositoryType);
        const isSource = sources.some(({ urn }) => urn === repository.urn);
        if (isSource && all.some(({ state }) => state === "unknown")) return known(true);
        return some(
            all.map((one) =>
                one.state === "known" ? map(made(id), (wanted) => one.value === wanted) : one,
            ),
        );
    }
}

function repositoryProperty({ type }: Resource): "repository" | "repositoryId" {
    return type === "github:index:BranchProtection" ? "repositoryId" : "repository";
}

/** What is written out cannot name what is still to be made. */
function made(id: Known<string>): Known<string> {
    return id.state === "unknown" ? absent : id;
}

/** Whether an organisation's ruleset names a repository of this name. */
export function aimsAtName({ props }: Resource, name: Known<string>): Known<boolean> {
    const list = (which: string) => readTexts(props, `conditions.repositoryName.${which}`);
    const [includes, excludes] = [list("includes"), list("excludes")];
    if (includes.state === "absent") return absent;
    if (name.state !== "known") return unknown;
    const wanted = name.value.toLowerCase();
    return isListed(
        includes,
        excludes,
        (pattern) => pattern === "~ALL" || matchesPattern(pattern.toLowerCase(), wanted),
    );
}

/** Whether a guard's branches take in the default branch, as far as that is known. */
export function coversDefault(guard: PlannedGuard, branch: Known<string>): Known<boolean> {
    if (branch.state === "known") return coversBranch(guard, branch.value);
    // What means every branch, or the default one, covers it whatever its name.
    const covers = coversBranch(guard, nobodysBranch);
    const excludes = readTexts(guard.resource.props, "conditions.refName.excludes");
    const isWhole =
        excludes.state === "absent" || (excludes.state === "known" && excludes.value.length === 0);
    return isWhole && is(covers, true) ? covers : unknown;
}

/** A name that nobody gives a branch. */
const nobodysBranch = "\u0000";

function coversBranch({ resource }: PlannedGuard, branch: string): Known<boolean> {
    const { type, props } = resource;
    if (!rulesetTypes.some((one) => one === type)) {
        const older = type === "github:index:BranchProtectionV3";
        return map(readText(props, older ? "branch" : "pattern"), (pattern) =>
            older ? pattern === branch : matchesPattern(pattern, branch),
        );
    }
    const list = (which: string) => readTexts(props, `conditions.refName.${which}`);
    return isListed(list("includes"), list("excludes"), (one) => meansDefaultBranch(one, branch));
}
