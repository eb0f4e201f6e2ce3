import { allowed, undecidable } from "../../../model/finding";
import { is } from "../../../model/known";
import { githubRepository, repositoryType } from "../../../model/views/githubRepository";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";
import { texts } from "../../lib/settings";

/**
 * Stops keys from staying in a repository's history, and from getting there at all.
 *
 * Blind spot: what the scanner does not know as a secret, and whether anybody looks at what it finds.
 * In closed repositories GitHub sells it apart: where it was not bought, name the repository in
 * `withoutScanning` and let a required check scan. Archived repositories, which nobody can push to, are left out.
 */
export const repoSecretScanning = defineRule({
    id: "repo-secret-scanning",
    code: "F02",
    title: "Each repository is scanned for secrets, and refuses them when pushed",
    attack:
        "A developer commits a key by mistake. Nobody notices, the key stays in the history of every clone, and " +
        "whoever reads one, years later perhaps, logs in with it.",
    blindSpot: "Secrets the scanner does not know, and whether anybody looks at what it finds.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "enable secret scanning and its push protection",
        code: `securityAndAnalysis: {
    secretScanning: { status: "enabled" },
    secretScanningPushProtection: { status: "enabled" },
}`,
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:DS-6", "mcsb:IM-8"],
    tags: ["repository", "secrets"],
    types: [repositoryType],
    settings: {
        withoutScanning: texts(
            "Names of repositories for which GitHub's scanning was not bought.",
            [],
        ),
    },
    examples: {
        denied: `new Repository("web", { name: "web", visibility: "private" });`,
        allowed: `new Repository("web", {
    name: "web",
    visibility: "private",
    securityAndAnalysis: {
        secretScanning: { status: "enabled" },
        secretScanningPushProtection: { status: "enabled" },
    },
});`,
    },
    judge(resource, { config }) {
        const { name, archived, secretScanning } = githubRepository(resource);
        const left = config.withoutScanning;
        if (name.state === "known" && left.includes(name.value)) return allowed;
        if (name.state === "unknown" && left.length > 0) return undecidable(["name"]);
        if (is(archived, true)) return allowed;
        return judgeDemands(
            secretScanning.map((part) =>
                demand(part, (status) => status === "enabled", '"enabled"'),
            ),
        );
    },
});
