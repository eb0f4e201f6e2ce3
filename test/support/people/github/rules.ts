import { count, objects, only, settings, text, texts, type Deployed } from "../deployed";
import type { Values } from "../../../../sandbox/cloud/values";
import { fnmatch } from "../patterns";
import { atLeast, type Directory, type Level, type Repository } from "./access";

/** A ruleset or a classic protection, as far as it stands between people and a ref. */
export interface Rule {
    readonly name: string;
    /** Nobody but those who bypass may change the ref. */
    readonly closed: boolean;
    /** Nobody but those who bypass may make it. */
    readonly creation: boolean;
    readonly review?: Review;
    /** May go around it, alone, in whatever mode (law L5). */
    readonly bypasses: (person: string) => boolean;
}

export interface Review {
    readonly required: number;
    readonly dismissed: boolean;
    readonly lastPush: boolean;
    readonly codeOwners: boolean;
    /** Teams that have to approve, which patterns of files and how often. */
    readonly teams: readonly { team: string; files: readonly string[]; approvals: number }[];
}

/** What GitHub numbers its roles. source: REST API, "Create a repository ruleset"; date: 2026-11-21 */
const roles: Readonly<Record<string, Level>> = { "2": "maintain", "4": "push", "5": "admin" };

/** All that applies to a ref, layer on layer; what is not enforced is not there. */
export function rulesFor(
    standing: Deployed,
    people: Directory,
    repository: Repository,
    ref: string,
): Rule[] {
    const target = ref.startsWith("refs/tags/") ? "tag" : "branch";
    const rulesets = [
        ...settings(standing, "RepositoryRuleset").filter(
            (is) => text(is.repository) === repository.name,
        ),
        ...settings(standing, "OrganizationRuleset").filter((is) => covers(is, repository)),
    ].filter(
        (is) =>
            text(is.enforcement) === "active" &&
            text(is.target) === target &&
            names(only(only(is.conditions)?.refName), repository, ref),
    );
    return [
        ...rulesets.map((is) => rulesetRule(is, people, repository)),
        ...classic(standing, people, repository, ref),
    ];
}

function rulesetRule(is: Values, people: Directory, repository: Repository): Rule {
    const rules = only(is.rules) ?? {};
    const pull = only(rules.pullRequest);
    return {
        name: text(is.name),
        closed: rules.update === true,
        creation: rules.creation === true,
        ...(pull ? { review: reviewOf(pull) } : {}),
        bypasses: (person) =>
            objects(is.bypassActors).some((actor) => acts(actor, person, people, repository)),
    };
}

function reviewOf(pull: Values): Review {
    return {
        required: count(pull.requiredApprovingReviewCount),
        dismissed: pull.dismissStaleReviewsOnPush === true,
        lastPush: pull.requireLastPushApproval === true,
        codeOwners: pull.requireCodeOwnerReview === true,
        teams: objects(pull.requiredReviewers).map((one) => ({
            team: text(only(one.reviewer)?.id),
            files: texts(one.filePatterns),
            approvals: count(one.minimumApprovals),
        })),
    };
}

/** An app or a key on the list is as good as whoever can make it act: each who may push. */
function acts(actor: Values, person: string, people: Directory, repository: Repository): boolean {
    const id = text(actor.actorId);
    switch (text(actor.actorType)) {
        case "Team":
            return people.inTeam(person, id);
        case "RepositoryRole":
            return atLeast(repository.level(person), roles[id] ?? "push");
        case "OrganizationAdmin":
            // Owners are the root of trust: named in the page, and nobody of the estate's.
            return false;
        case "User":
            return person === id;
        default:
            return atLeast(repository.level(person), "push");
    }
}

/** An organisation's ruleset and its repositories. What depends on properties is taken for absent. */
function covers(is: Values, { name, repositoryId }: Repository): boolean {
    const conditions = only(is.conditions) ?? {};
    if (conditions.repositoryIds !== undefined) {
        return texts(conditions.repositoryIds).includes(repositoryId);
    }
    const byName = only(conditions.repositoryName);
    const listed = (key: string) =>
        texts(byName?.[key]).some((one) => one === "~ALL" || fnmatch(one, name));
    return byName !== undefined && listed("includes") && !listed("excludes");
}

function names(refName: Values | undefined, { defaultBranch }: Repository, ref: string): boolean {
    const standard = `refs/heads/${defaultBranch}`;
    const listed = (key: string) =>
        texts(refName?.[key]).some(
            (one) =>
                one === "~ALL" ||
                (one === "~DEFAULT_BRANCH" ? ref === standard : fnmatch(one, ref)),
        );
    return listed("includes") && !listed("excludes");
}

/** Classic protections. Administrators pass them unless they are meant, too; pushers may be listed. */
export function classicFor(standing: Deployed, repository: Repository): Values[] {
    return settings(standing, "BranchProtection").filter((is) =>
        [repository.name, repository.nodeId, repository.repositoryId].includes(
            text(is.repositoryId),
        ),
    );
}

function classic(
    standing: Deployed,
    people: Directory,
    repository: Repository,
    ref: string,
): Rule[] {
    const branch = ref.replace("refs/heads/", "");
    const found = classicFor(standing, repository).filter((is) =>
        fnmatch(text(is.pattern), branch),
    );
    return found.map((is) => {
        const pull = only(is.requiredPullRequestReviews);
        const push = only(is.restrictPushes);
        const named = (list: string[], person: string) =>
            list.some(
                (one) => one === `/${person}` || people.inTeam(person, one.split("/")[1] ?? ""),
            );
        return {
            name: `protection of ${text(is.pattern)}`,
            closed: is.lockBranch === true,
            creation: push?.blocksCreations === true,
            ...(pull
                ? {
                      review: {
                          required: count(pull.requiredApprovingReviewCount),
                          dismissed: pull.dismissStaleReviews === true,
                          lastPush: pull.requireLastPushApproval === true,
                          codeOwners: pull.requireCodeOwnerReviews === true,
                          teams: [],
                      },
                  }
                : {}),
            bypasses: (person) =>
                (is.enforceAdmins !== true && repository.level(person) === "admin") ||
                named(texts(pull?.pullRequestBypassers), person),
        };
    });
}
