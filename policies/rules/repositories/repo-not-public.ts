import { allowed, undecidable } from "../../../model/finding";
import { githubRepository, repositoryType } from "../../../model/views/githubRepository";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";
import { texts } from "../../lib/settings";

/**
 * Stops source code, and with it every secret it ever held, from being published. GitHub makes public
 * what nobody says is not.
 *
 * Blind spot: who may read a private repository, and forks of it elsewhere. Azure DevOps has a rule of
 * its own.
 */
export const repoNotPublic = defineRule({
    id: "repo-not-public",
    code: "F01",
    title: "No repository is public",
    attack:
        "A repository is made without saying who may see it, and everybody can: its history, the names of its " +
        "infrastructure, and any key that was ever committed. Strangers open pull requests, and their workflows run.",
    blindSpot: "Who may read a private repository, and copies of it elsewhere.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set visibility to "private" or "internal"; left out, GitHub makes the repository public; one that is public on purpose stands in publicRepositories',
        code: `visibility: "private"`,
    },
    controls: ["owasp:cicd-sec-7", "ncsc:5"],
    tags: ["repository", "visibility"],
    types: [repositoryType],
    settings: {
        publicRepositories: texts("Names of repositories that are public on purpose.", []),
    },
    examples: {
        denied: `new Repository("web", { name: "web" });`,
        allowed: `new Repository("web", { name: "web", visibility: "private" });`,
    },
    judge(resource, { config }) {
        const { name, visibility } = githubRepository(resource);
        const accepted = config.publicRepositories;
        if (name.state === "known" && accepted.includes(name.value)) return allowed;
        if (name.state === "unknown" && accepted.length > 0) return undecidable(["name"]);
        return judgeDemands([
            demand(visibility, (who) => who !== "public", '"private" or "internal"'),
        ]);
    },
});
