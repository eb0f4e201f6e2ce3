import { allowed } from "../../../model/finding";
import { is } from "../../../model/known";
import { actionsPermissions, pinningTypes } from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands, on } from "../../lib/demands";

/**
 * Stops a tag that moves. What an action is called by its version today is other code tomorrow, if
 * whoever holds its repository moves the tag; a commit stays what it is.
 *
 * Blind spot: what a pinned action itself downloads, and actions within it that it names by a tag.
 */
export const actionsShaPinning = defineRule({
    id: "actions-sha-pinning",
    code: "H02",
    title: "Workflows name actions by their commit",
    attack:
        "The account behind an action is stolen, and its tags are moved to code that prints the secrets of the job. " +
        "Every workflow that names the tag runs that code in its next build.",
    blindSpot: "What a pinned action itself downloads or calls.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "require that actions are pinned to a full commit",
        code: `shaPinningRequired: true`,
    },
    controls: ["ncsc:9", "owasp:cicd-sec-3"],
    tags: ["actions", "supply-chain"],
    types: pinningTypes,
    settings: {},
    examples: {
        denied: `new ActionsRepositoryPermissions("web", {
    repository: "web",
    allowedActions: "selected",
});`,
        allowed: `new ActionsRepositoryPermissions("web", {
    repository: "web",
    allowedActions: "selected",
    shaPinningRequired: true,
});`,
    },
    judge(resource) {
        const { enabled, pinned } = actionsPermissions(resource);
        return is(enabled, false) ? allowed : judgeDemands([on(pinned)]);
    },
});
