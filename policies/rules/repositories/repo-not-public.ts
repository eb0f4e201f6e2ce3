import { githubRepository, repositoryType } from "../../../model/views/githubRepository";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";

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
        change: 'set visibility to "private" or "internal"; left out, GitHub makes the repository public',
        code: `visibility: "private"`,
    },
    controls: ["owasp:cicd-sec-7", "ncsc:5"],
    tags: ["repository", "visibility"],
    types: [repositoryType],
    settings: {},
    examples: {
        denied: `new Repository("web", { name: "web" });`,
        allowed: `new Repository("web", { name: "web", visibility: "private" });`,
    },
    judge(resource) {
        const { visibility } = githubRepository(resource);
        return judgeDemands([
            demand(visibility, (who) => who !== "public", '"private" or "internal"'),
        ]);
    },
});
