import type * as pulumi from "@pulumi/pulumi";

/** A GitHub team as a repository needs to know it. */
export interface GuardTeam {
    /** Slug of the team. */
    slug: string;
    /** Numeric id of the team, as text. */
    id: pulumi.Input<string>;
}

/** A status check that must be green before a merge. */
export interface GuardCheck {
    /** Context of the check, for example "build". */
    context: string;
    /** Id of the GitHub App that may report it; 15368 is GitHub Actions. */
    integrationId: number;
}

/** Branches besides the default branch, and how well they are guarded. */
export interface GuardBranch {
    /**
     * Name of a branch, or GitHub's pattern such as "release/**"; without refs/heads/. The tier
     * "integration" takes names only: a pattern may cover a branch that deploys.
     */
    pattern: string;
    /**
     * "feature": open to push, commits signed. "integration": a pull request, one review by somebody
     * else than the last pusher, the checks. "production": all that the default branch needs.
     */
    tier: string;
}

/** Somebody outside the organisation who sees the repository. */
export interface GuardCollaborator {
    /** Login on GitHub. */
    login: string;
    /** "pull" or "triage"; for more than that there are teams. */
    permission: string;
}

/** Tags from which releases are built. */
export interface GuardReleaseTags {
    /** Names or GitHub's patterns such as "v*"; without refs/tags/. */
    patterns: string[];
    /** Teams whose members may create them; everybody who may push creates other tags. */
    creators: GuardTeam[];
}

/** A code scanner whose result must be there, and clean, before a merge. */
export interface GuardScanner {
    /** Name of the tool as it reports itself, for example "CodeQL". */
    tool: string;
    /**
     * Findings that stop the merge: "none", "errors", "errors_and_warnings" or "all".
     * @default "errors"
     */
    alerts?: string;
    /**
     * Security findings that stop the merge: "none", "critical", "high_or_higher",
     * "medium_or_higher" or "all".
     * @default "high_or_higher"
     */
    securityAlerts?: string;
}

/** Analyses GitHub sells apart from the plan, beyond the scanning for known secrets. */
export interface GuardAnalysis {
    /**
     * Looks for secrets of no known provider, such as private keys and passwords in addresses.
     * @default false
     */
    nonProviderPatterns?: boolean;
    /**
     * Looks for passwords by a language model.
     * @default false
     */
    aiDetection?: boolean;
    /**
     * Code scanning and dependency review (GitHub Code Security).
     * @default false
     */
    codeSecurity?: boolean;
}

/** Dependencies for which Dependabot opens pull requests when a newer version appears. */
export interface GuardEcosystem {
    /** Package ecosystem as dependabot.yml names it, for example "npm" or "github-actions". */
    ecosystem: string;
    /**
     * Folder of the manifest.
     * @default "/"
     */
    directory?: string;
    /**
     * "daily", "weekly" or "monthly".
     * @default "weekly"
     */
    interval?: string;
}

/** A workflow every repository of a kind is to have. */
export interface GuardWorkflow {
    /** Name of the file in .github/workflows, for example "signatures.yml". */
    file: string;
    /** Text of the file. */
    content: string;
}
