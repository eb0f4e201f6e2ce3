import { allowed, conclude, type Appraisal, type Finding } from "../../../model/finding";
import { is, map, type Known } from "../../../model/known";
import {
    branchGuard,
    branchGuardTypes,
    isNotEnforced,
    type BranchGuard,
    type BypassActor,
} from "../../../model/views/githubRuleset";
import { defineRule } from "../../lib/defineRule";
import { flag } from "../../lib/settings";

/**
 * Stops the widest door past every review: somebody the rules do not bind. A role, a user, a deploy
 * key or the administrators as a whole are many accounts, any one of which suffices.
 *
 * Blind spot: a team or app that may bypass in pull requests only is accepted unless
 * `allowPullRequestMode` is off, though its members can open a request and merge it alone; the
 * attack paths count that. So is a team or app that alone may create certain tags.
 */
export const rulesetNoStandingBypass = defineRule({
    id: "ruleset-no-standing-bypass",
    code: "F10",
    title: "Nobody stands outside the rules of a branch",
    attack:
        "An account that may bypass the rules is stolen or misused: one person pushes to a protected " +
        "branch, moves a tag or merges their own request, and no review happens.",
    blindSpot:
        "Accepts teams and apps that bypass in pull requests only, unless the setting says otherwise, and those that a rule on the creation of tags lists.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "remove the bypass actors and bind administrators too; keep emergencies to a team or app in mode pull_request",
        code: "bypassActors: []",
    },
    controls: ["ncsc:6", "ncsc:7", "owasp:cicd-sec-1", "cis:1.1.14", "cis:1.1.15"],
    tags: ["repository", "bypass"],
    types: branchGuardTypes,
    settings: {
        allowPullRequestMode: flag(
            "Accept teams and apps that may bypass in pull requests only, for emergencies.",
            true,
        ),
    },
    examples: {
        denied: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    bypassActors: [{ actorType: "RepositoryRole", actorId: 5, bypassMode: "always" }],
    rules: { deletion: true },
});`,
        allowed: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    bypassActors: [],
    rules: { deletion: true },
});`,
    },
    judge(resource, { config }) {
        const guard = branchGuard(resource);
        if (isNotEnforced(guard)) return allowed;
        const readings = [actorReading(guard, config.allowPullRequestMode), adminReading(guard)];
        return conclude(
            readings.flatMap(({ findings }) => findings),
            readings.flatMap(({ unknown }) => unknown),
        );
    },
});

function adminReading({ bindsAdmins: { path, value } }: BranchGuard): Appraisal {
    if (value.state === "unknown") return { findings: [], unknown: [path] };
    return is(value, false)
        ? { findings: [{ property: path, seen: value, wanted: "true" }], unknown: [] }
        : { findings: [], unknown: [] };
}

function actorReading(guard: BranchGuard, allowPullRequest: boolean): Appraisal {
    const { path, value } = guard.bypass;
    if (value.state === "unknown") return { findings: [], unknown: [path] };
    const actors = value.state === "known" ? value.value : [];
    const listed = decidesWhoCreates(guard);
    const judged = actors.map((actor) => ({
        actor,
        stands: stands(actor, allowPullRequest, listed),
    }));
    return {
        findings: judged
            .filter(({ stands }) => is(stands, true))
            .map(({ actor }) => findingOf(actor)),
        unknown: judged
            .filter(({ stands }) => stands.state === "unknown")
            .map(({ actor }) => actor.path),
    };
}

/**
 * A ruleset of tags against nothing but their creation is GitHub's only way to say who may create them:
 * those it lists may no more than everybody could without it.
 */
function decidesWhoCreates({ target, rules }: BranchGuard): boolean {
    const names = rules.state === "known" ? rules.value : [];
    return (
        is(target, "tag") &&
        names.includes("creation") &&
        names.every((name) => ["creation", "tagNamePattern"].includes(name))
    );
}

/** Types that few can be trusted with even in pull requests: they are whole groups, or a key. */
const broad = ["RepositoryRole", "User", "DeployKey", "OrganizationAdmin", "EnterpriseOwner"];

/** Whether the actor is outside the rules day in, day out. Known as soon as one reason is. */
function stands(
    { actorType, mode }: BypassActor,
    allowPullRequest: boolean,
    listed: boolean,
): Known<boolean> {
    const byType = map(actorType, (type) => broad.includes(type));
    const byMode = map(mode, (how) => !listed && !(how === "pull_request" && allowPullRequest));
    if (is(byType, true) || is(byMode, true)) return { state: "known", value: true };
    const undecided = byType.state === "unknown" || byMode.state === "unknown";
    return undecided ? { state: "unknown" } : { state: "known", value: false };
}

function findingOf({ path, actorType, actorId, mode }: BypassActor): Finding {
    const text = (value: Known<string>) => (value.state === "known" ? value.value : "");
    const who = [text(actorType), text(actorId)].filter((part) => part !== "").join(" ");
    return {
        id: `bypass ${who || "unknown actor"}`,
        property: path,
        seen: map(mode, (how) => (who === "" ? how : `${who}, ${how}`)),
        wanted: "nobody who may go around the rules",
    };
}
