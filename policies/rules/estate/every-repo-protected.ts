import { allowed, conclude, type Finding, type Verdict } from "../../../model/finding";
import { is, known, map, readTexts, unknown, type Known } from "../../../model/known";
import { every, some } from "../../../model/logic";
import {
    coversDefault,
    RepositoryGuards,
    type PlannedGuard,
    type PlannedRepository,
} from "../../../model/repositoryGuards";
import type { Resource } from "../../../model/resource";
import { checkDemand, requiresWorkflows } from "../../../model/views/githubBranchRules";
import { organizationSettingsType } from "../../../model/views/githubOrganization";
import { repositoryType } from "../../../model/views/githubRepository";
import { branchGuard } from "../../../model/views/githubRuleset";
import { notAMergeGuard } from "../../lib/branchLayers";
import { defineStackRule } from "../../lib/defineRule";
import { isElsewhere } from "../../lib/elsewhere";
import { texts } from "../../lib/settings";

/**
 * Stops the repository nobody thought of. Every other rule judges a guard that is there; a guard that
 * was deleted, or never made, has nothing to judge. So each repository has a guard of merges on its
 * default branch, of its own or of the organization; an organization whose settings the stack manages
 * has one for every repository, those included that no program knows. Of that there is only a
 * warning: guards of each repository, which other stacks may have, do as well.
 *
 * What a guard asks is judged by `ruleset-reviews`, `ruleset-status-checks` and the others. Checks are
 * asked for here only where nothing but rulesets of the organization, which need not name any, guards
 * the branch. Until a repository exists its default branch is taken for "main". Azure DevOps has rules
 * of its own.
 *
 * Blind spot: branches besides the default one. Ids that are computed from repositories are taken for
 * those repositories' in a preview. Archived repositories need nothing.
 */
export const everyRepoProtected = defineStackRule({
    id: "every-repo-protected",
    code: "S11",
    title: "Each repository has a guard on its default branch",
    attack:
        "A repository is made in passing, or its ruleset is removed with a line of code. Whoever may write pushes " +
        "straight to the branch that deploys, and no rule on rulesets notices, because there is none to judge.",
    blindSpot:
        "Branches besides the default one, and what the settings say that another stack guards.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "guard the default branch by a ruleset of the repository or of the organization (GitHubRepositoryGuard; GitHubOrganization: leave allowUnguardedRepositories out), or list in external what another stack guards",
        code: `new RepositoryRuleset("main", {
    repository: repository.name,
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: {
        // reviews, checks, no deletion, no forced push
    },
});`,
    },
    controls: ["ncsc:2", "ncsc:6", "owasp:cicd-sec-1", "cis:1.1.20"],
    tags: ["repository", "organization", "estate"],
    types: [repositoryType, organizationSettingsType],
    settings: {
        external: texts(
            'Names of repositories whose default branch another stack guards; "*" for all of them.',
            [],
        ),
    },
    examples: {
        denied: `new Repository("web", { name: "web", visibility: "private" });`,
        allowed: `const web = new Repository("web", { name: "web", visibility: "private" });
new RepositoryRuleset("main", {
    repository: web.name,
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: {
        // …
    },
});`,
    },
    judge(stack, context) {
        const index = new RepositoryGuards(stack, (urn) => context.declarationOf(urn));
        const isExternal = isElsewhere(context.config.external);
        const repositories = index.repositories.map((one) => ({
            urn: one.resource.urn,
            verdict: judgeRepository(one, index, isExternal),
        }));
        const names = index.repositories.map(({ view }) => view.name);
        const isAccounted = (name: string) =>
            isExternal(name) ||
            names.some((one) =>
                is(
                    map(one, (text) => text.toLowerCase()),
                    name.toLowerCase(),
                ),
            );
        const organizations = stack.ofType(organizationSettingsType).map(({ urn }) => ({
            urn,
            verdict: isExternal("*") ? allowed : judgeOrganization(index, isAccounted),
        }));
        return [...repositories, ...organizations];
    },
});

function judgeRepository(
    repository: PlannedRepository,
    index: RepositoryGuards,
    isExternal: (name: string) => boolean,
): Verdict {
    const { view, defaultBranch } = repository;
    if (is(view.archived, true) || is(map(view.name, isExternal), true)) return allowed;
    const guards = index.guardsOf(repository).map((guard) => ({
        ...guard,
        stands: every([
            guardsMerges(guard),
            index.concerns(guard, repository),
            coversDefault(guard, defaultBranch),
        ]),
    }));
    const branch = defaultBranch.state === "known" ? defaultBranch.value : "the default branch";
    const covered = some(guards.map(({ stands }) => stands));
    const checked = some(
        guards.map(({ stands, isOrganizations, resource }) =>
            isOrganizations ? every([stands, demandsChecks(resource)]) : stands,
        ),
    );
    if (is(covered, false)) return conclude([unguarded(branch)]);
    if (is(covered, true) && is(checked, false)) return conclude([unchecked(branch)]);
    const open = [covered, checked].some(({ state }) => state === "unknown");
    return conclude([], open ? [`guards of the branch ${branch}`] : [], true);
}

/**
 * Whether a guard is of branches, and about more than what a commit looks like. One that does not stand
 * is `ruleset-active`'s to name.
 */
function guardsMerges({ resource }: PlannedGuard): Known<boolean> {
    const elsewhere = notAMergeGuard({ ...branchGuard(resource), enforcement: known("active") });
    if (elsewhere === undefined) return known(true);
    return elsewhere.kind === "undecidable" ? unknown : known(false);
}

function demandsChecks(resource: Resource): Known<boolean> {
    const { value } = checkDemand(resource);
    const count = value.state === "known" ? value.value.count.value : value;
    return some([map(count, (checks) => checks > 0), requiresWorkflows(resource)]);
}

/** Whether some ruleset of the organisation holds for repositories that no program knows. */
function judgeOrganization(
    { guards }: RepositoryGuards,
    isAccounted: (name: string) => boolean,
): Verdict {
    const judged = guards
        .filter(({ isOrganizations }) => isOrganizations)
        .map((guard) => ({
            guard,
            stands: every([guardsMerges(guard), aimsAtAll(guard), coversAnyDefault(guard)]),
        }));
    const standing = judged.filter(({ stands }) => is(stands, true));
    if (standing.length > 0) {
        const gaps = standing.map(({ guard }) => leftOut(guard, isAccounted));
        const [first = []] = gaps;
        return conclude(gaps.every((one) => one.length > 0) ? first : []);
    }
    const open = judged.some(({ stands }) => stands.state === "unknown");
    return conclude(open ? [] : [ungoverned], open ? ["rulesets of the organization"] : [], true);
}

function aimsAtAll({ resource: { props } }: PlannedGuard): Known<boolean> {
    const includes = readTexts(props, "conditions.repositoryName.includes");
    if (includes.state !== "known") return includes.state === "unknown" ? unknown : known(false);
    return some(includes.value.map((one) => map(one, (pattern) => pattern === "~ALL")));
}

function coversAnyDefault(guard: PlannedGuard): Known<boolean> {
    // A name that nobody gives a branch: only what means every branch, or the default one, covers it.
    return coversDefault(guard, known("\u0000"));
}

/** Repositories that the organisation's rules leave out, and that nobody is known to guard. */
function leftOut(
    { resource: { name, props } }: PlannedGuard,
    isAccounted: (name: string) => boolean,
): Finding[] {
    const excludes = readTexts(props, "conditions.repositoryName.excludes");
    const listed = excludes.state === "known" ? excludes.value : [];
    return listed.flatMap((one) =>
        one.state === "known" && !isAccounted(one.value)
            ? [
                  {
                      id: `left out ${one.value}`,
                      property: `${name}.conditions.repositoryName.excludes`,
                      seen: one,
                      wanted: "only repositories that this stack, or one that external names, guards",
                      advisory: true as const,
                  },
              ]
            : [],
    );
}

function unguarded(branch: string): Finding {
    return {
        id: "default branch unguarded",
        property: "(resource)",
        seen: known(`no guard on ${branch}`),
        wanted: "an active ruleset or branch protection on the default branch",
    };
}

function unchecked(branch: string): Finding {
    return {
        id: "default branch without checks",
        property: "(resource)",
        seen: known(`no check on ${branch}`),
        wanted: "required status checks, by the repository or by the organization",
        change: "require at least one status check in a ruleset of the repository, or in the organization's",
    };
}

const ungoverned: Finding = {
    id: "no rules for every repository",
    property: "(resource)",
    seen: known("no ruleset for all repositories"),
    wanted: "an active ruleset of the organization on the default branch of ~ALL repositories",
    advisory: true,
    change: "make an OrganizationRuleset for the default branch of every repository (GitHubOrganization: leave allowUnguardedRepositories out)",
};
