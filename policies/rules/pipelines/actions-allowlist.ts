import { allowed } from "../../../model/finding";
import { is, map } from "../../../model/known";
import {
    actionsPermissions,
    actionsPermissionsTypes,
    isWideAction,
    type ActionsPermissions,
} from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands, off, type Demand } from "../../lib/demands";
import { flag, texts } from "../../lib/settings";

/**
 * Stops code of strangers from running in the pipeline because somebody wrote its name. An action runs
 * with the job's token and secrets.
 *
 * Blind spot: whether a listed action deserves it, and what its next version brings:
 * `actions-sha-pinning` holds it to a commit. Where nobody sets this, GitHub allows everything.
 */
export const actionsAllowlist = defineRule({
    id: "actions-allowlist",
    code: "H01",
    title: "Workflows run listed actions only",
    attack:
        "A developer uses an action from a look-alike account, or the account of a popular one is stolen. The action " +
        "runs in the next build, reads the job's secrets and writes with its token.",
    blindSpot:
        "Whether a listed action deserves it, and repositories and organizations for which nobody sets this.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "allow selected actions: GitHub's own, and others by owner and repository",
        code: `allowedActions: "selected",
allowedActionsConfig: {
    githubOwnedAllowed: true,
    verifiedAllowed: false,
    patternsAlloweds: ["docker/build-push-action@*"],
}`,
    },
    controls: ["ncsc:9", "owasp:cicd-sec-3", "owasp:cicd-sec-8"],
    tags: ["actions", "supply-chain"],
    types: actionsPermissionsTypes,
    settings: {
        trustedOwners: texts("Owners all of whose actions may be allowed, as owner/*.", []),
        allowVerified: flag("Accept every action whose creator GitHub has verified.", false),
    },
    examples: {
        denied: `new ActionsRepositoryPermissions("web", { repository: "web", allowedActions: "all" });`,
        allowed: `new ActionsRepositoryPermissions("web", {
    repository: "web",
    allowedActions: "selected",
    allowedActionsConfig: { githubOwnedAllowed: true, patternsAlloweds: [] },
});`,
    },
    judge(resource, { config }) {
        const permissions = actionsPermissions(resource);
        // What may run is judged as if it did.
        if (is(permissions.enabled, false)) return allowed;
        const { path, value } = permissions.allowed;
        const choice = demand({ path, value }, (which) => which !== "all", '"selected"');
        const lists = is(value, "selected") ? selectionDemands(permissions, config) : [];
        return judgeDemands([choice, ...lists]);
    },
});

interface Config {
    readonly trustedOwners: readonly string[];
    readonly allowVerified: boolean;
}

function selectionDemands(
    { selection, verified, patterns }: ActionsPermissions,
    { trustedOwners, allowVerified }: Config,
): Demand[] {
    const owners = trustedOwners.map((owner) => owner.toLowerCase());
    const listed = patterns.value.state === "known" ? patterns.value.value : [];
    return [
        demand(selection, () => true, "which actions are selected"),
        ...(allowVerified ? [] : [off(verified)]),
        ...(patterns.value.state === "unknown" ? [demand(patterns, () => true, "a list")] : []),
        ...listed.map((pattern, i) => ({
            ...(pattern.state === "known" && { id: `action ${pattern.value}` }),
            property: `${patterns.path}[${i}]`,
            seen: pattern,
            met: map(pattern, (text) => !isWideAction(text, owners)),
            wanted: "an action by owner and repository",
        })),
    ];
}
