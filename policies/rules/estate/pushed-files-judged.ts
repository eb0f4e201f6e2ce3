import { allowed, conclude, type Finding, type Verdict } from "../../../model/finding";
import { is, known, map, type Known } from "../../../model/known";
import { every, some } from "../../../model/logic";
import {
    RepositoryGuards,
    type PlannedGuard,
    type PlannedRepository,
} from "../../../model/repositoryGuards";
import { repositoryType } from "../../../model/views/githubRepository";
import { branchGuard } from "../../../model/views/githubRuleset";
import { defineStackRule } from "../../lib/defineRule";
import { isElsewhere } from "../../lib/elsewhere";
import { texts } from "../../lib/settings";

/** Rules on files, of which a ruleset of pushes has one at least. */
const fileRules = [
    "fileExtensionRestriction",
    "filePathRestriction",
    "maxFilePathLength",
    "maxFileSize",
];

/**
 * Warns where a file can be pushed whatever it is. Rules of pushes hold for every branch and every fork,
 * the ones included that no guard of merges covers.
 *
 * Only advice: GitHub has such rules for private and internal repositories of some plans, classic
 * protection never; and a required check may judge the files instead, though only before a merge.
 *
 * Blind spot: which paths and extensions are refused is not judged, nor public repositories.
 */
export const pushedFilesJudged = defineStackRule({
    id: "pushed-files-judged",
    code: "F17",
    title: "Each closed repository refuses some files at every push",
    attack:
        "A private key or a key store is pushed to a branch nobody looks at: with the push it is in the history, and " +
        "every clone takes it along. Or a huge binary comes in that no reviewer can read.",
    blindSpot:
        "What the rules on files refuse is not judged, nor public repositories, which cannot have any.",
    severity: "low",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "give the repository, or the organization, a ruleset of pushes (GitHubRepositoryGuard: leave allowAnyFile out)",
        code: `new RepositoryRuleset("files", {
    repository: repository.name,
    target: "push",
    enforcement: "active",
    rules: {
        filePathRestriction: { restrictedFilePaths: ["**/id_rsa", "**/.npmrc"] },
        maxFileSize: { maxFileSize: 10 },
    },
});`,
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-8"],
    tags: ["repository", "files", "secrets"],
    types: [repositoryType],
    settings: {
        external: texts(
            'Names of repositories whose pushed files something else judges; "*" for all of them.',
            [],
        ),
    },
    examples: {
        denied: `new Repository("web", { name: "web", visibility: "private" });`,
        allowed: `const web = new Repository("web", { name: "web", visibility: "private" });
new RepositoryRuleset("files", {
    repository: web.name,
    target: "push",
    enforcement: "active",
    rules: { maxFileSize: { maxFileSize: 10 } },
});`,
    },
    judge(stack, context) {
        const index = new RepositoryGuards(stack, (urn) => context.declarationOf(urn));
        const isExternal = isElsewhere(context.config.external);
        return index.repositories.map((one) => ({
            urn: one.resource.urn,
            verdict: is(map(one.view.name, isExternal), true) ? allowed : judge(one, index),
        }));
    },
});

function judge(repository: PlannedRepository, index: RepositoryGuards): Verdict {
    const { archived, visibility } = repository.view;
    if (is(archived, true) || is(visibility.value, "public")) return allowed;
    const judged = some(
        index
            .guardsOf(repository)
            .map((guard) => every([judgesFiles(guard), index.concerns(guard, repository)])),
    );
    if (judged.state === "unknown") return conclude([], ["rulesets of pushes"]);
    return conclude(is(judged, true) ? [] : [anyFile]);
}

/** Whether a ruleset refuses files at pushes; classic protection never does. */
function judgesFiles({ resource }: PlannedGuard): Known<boolean> {
    const { target, enforcement, rules } = branchGuard(resource);
    return every([
        map(target, (what) => what === "push"),
        map(enforcement, (how) => how === "active"),
        map(rules, (names) => names.some((name) => fileRules.includes(name))),
    ]);
}

const anyFile: Finding = {
    id: "any file",
    property: "(resource)",
    seen: known("no ruleset of pushes"),
    wanted: "an active ruleset of pushes with a rule on files",
};
