import { denied } from "../../../model/finding";
import { known } from "../../../model/known";
import { deployKeyType, readsOnly } from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands, on } from "../../lib/demands";
import { flag } from "../../lib/settings";

/**
 * Stops a key that belongs to nobody from writing. A deploy key has no second factor, no end and no
 * owner who leaves.
 *
 * Blind spot: where the private half of the key is kept.
 */
export const deployKeyReadOnly = defineRule({
    id: "deploy-key-read-only",
    code: "I02",
    title: "Deploy keys read only",
    attack:
        "The private half of a deploy key is found on a build machine or in a backup. It pushes to the repository, " +
        "for years, in nobody's name.",
    blindSpot: "Where the private half of the key is kept, and who can read it there.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set readOnly to true, or leave it out; let what has to write do so as an app",
        code: `readOnly: true`,
    },
    controls: ["owasp:cicd-sec-2", "owasp:cicd-sec-6", "mcsb:PA-7"],
    tags: ["repository", "key"],
    types: [deployKeyType],
    settings: {
        allowReading: flag("Accept deploy keys that only read.", true),
    },
    examples: {
        denied: `new RepositoryDeployKey("mirror", {
    repository: "web",
    title: "mirror",
    key: publicKey,
    readOnly: false,
});`,
        allowed: `new RepositoryDeployKey("mirror", {
    repository: "web",
    title: "mirror",
    key: publicKey,
    readOnly: true,
});`,
    },
    judge(resource, { config }) {
        if (config.allowReading) return judgeDemands([on(readsOnly(resource))]);
        return denied({
            property: "(resource)",
            seen: known("a deploy key"),
            wanted: "no deploy key",
            change: "take the deploy key away and let an app with a short-lived token do its work",
        });
    },
});
