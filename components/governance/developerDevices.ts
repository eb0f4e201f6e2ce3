import { oneOf, problem, type Problem } from "../shared/validate";
import { signatureCheckName } from "./signatureCheck";

/** The two answers. */
const answers = ["trusted", "untrusted"] as const;

/** Reviews that an untrusted device costs: its user's account may be somebody else's hand. */
const reviewsWhenUntrusted = 2;

/** What one answer and the other change; docs/developer-devices.md is written from it. */
export interface DevicesSetting {
    setting: string;
    trusted: string;
    untrusted: string;
    github: string;
    azureDevOps: string;
    reason: string;
}

/**
 * The consequences of each answer.
 *
 * source: NCSC, "Secure development and deployment guidance", principle "Secure the build and deployment
 * pipeline", preliminary question: with devices that are not trusted the pipeline is where confidence in
 * the code is gained. Which settings follow is Gatehouse's own choice. GitHub Docs, "Store information
 * in variables" and the REST reference of Actions variables for who reads variables
 * date: 2026-11-21
 */
export const devicesSettings: readonly DevicesSetting[] = [
    {
        setting: "reviews of a change",
        trusted: "2 on production branches unless the repository says otherwise",
        untrusted: "2 at least; fewer are refused",
        github: "`reviews` of `GitHubRepositoryGuard`",
        azureDevOps: "`reviews` of `AzureDevOpsRepositoryGuard`",
        reason: "Whoever holds a device can propose as its user and approve as its user: one more person has to look.",
    },
    {
        setting: "approvals after a push",
        trusted: "dismissed, unless `allowStaleReviews` keeps them",
        untrusted: "dismissed; `allowStaleReviews` is refused",
        github: "stale reviews dismissed, approval of the last push by somebody else",
        azureDevOps: "all votes reset on every push",
        reason: "A cached approval is an approval of something else.",
    },
    {
        setting: "signatures",
        trusted:
            "what the host demands: GitHub wants a signature it can verify, Azure DevOps has no such policy",
        untrusted:
            "verified in the pipeline as well, against keys registered in the protected branch",
        github: "required check “verify signatures”, from a workflow the change cannot edit",
        azureDevOps: "build validation by a pipeline whose file others have to review",
        reason: "A host verifies keys that its user registers alone. A registered key is in a file that others own, and should be one that cannot leave its hardware.",
    },
    {
        setting: "configuration of production",
        trusted: "readable by developers and leads in Azure and AWS",
        untrusted: "readable by release managers, security and platform only",
        github: "`Roles`; values of production as secrets or in a vault, because variables are read by everybody who may write",
        azureDevOps: "`Roles`; variable groups of production without readers",
        reason: "What a user can read, the device can read and send elsewhere; configuration is a map for the next step.",
    },
];

/** No problem for one of the answers. */
export function devicesProblems(path: string, answer: string): Problem[] {
    return oneOf(path, answer, answers);
}

/** What a repository says about reviews; both hosts' guards know these words. */
export interface DevicesGuard {
    reviews?: number;
    allowStaleReviews?: boolean;
}

/** What follows from the answer for one repository. */
export interface DevicesRules {
    /** Arguments for the guard, in place of those given. */
    guard: DevicesGuard;
    /** Checks that have to be among the guard's, by name. */
    checks: string[];
    /** What the repository says that the answer rules out. */
    problems: Problem[];
}

/**
 * What the answer makes of a repository's arguments, which stand at `path`. Trusted devices change
 * nothing. An answer that is none has no rules: `devicesProblems` tells.
 */
export function underDevices(path: string, answer: string, given: DevicesGuard): DevicesRules {
    if (answer !== "untrusted") {
        return { guard: given, checks: [], problems: [] };
    }
    const why = 'as developerDevices is "untrusted"';
    const reviews = given.reviews ?? reviewsWhenUntrusted;
    return {
        guard: {
            ...given,
            reviews: Math.max(reviews, reviewsWhenUntrusted),
            allowStaleReviews: false,
        },
        checks: [signatureCheckName],
        problems: [
            ...(reviews < reviewsWhenUntrusted
                ? [problem(`${path}.reviews`, reviews, `${reviewsWhenUntrusted} or more, ${why}`)]
                : []),
            ...(given.allowStaleReviews === true
                ? [problem(`${path}.allowStaleReviews`, true, `false, ${why}`)]
                : []),
        ],
    };
}
