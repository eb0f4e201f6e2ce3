import { ActionsRepositoryPermissions } from "@pulumi/github/actionsRepositoryPermissions";
import { Repository } from "@pulumi/github/repository";
import { RepositoryDependabotSecurityUpdates } from "@pulumi/github/repositoryDependabotSecurityUpdates";
import { RepositoryFile } from "@pulumi/github/repositoryFile";
import { RepositoryVulnerabilityAlerts } from "@pulumi/github/repositoryVulnerabilityAlerts";
import { TeamRepository } from "@pulumi/github/teamRepository";
import { WorkflowRepositoryPermissions } from "@pulumi/github/workflowRepositoryPermissions";
import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { guardProblems } from "./checkGuard";
import { codeowners, codeownersPath } from "./codeowners";
import type { GitHubRepositoryGuardArgs, GuardTeam } from "./githubRepositoryGuardArgs";
import { createBranchRules, createTagRules } from "./rulesets";

/**
 * A GitHub repository that no single person can change, and whose pipelines run only known code.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - the repository is private or internal, never forked, and archived, not erased, on deletion;
 * - secrets are scanned for and refused when pushed, vulnerable dependencies reported and updated;
 * - a change of the default branch needs two approving reviews, one of them by a code owner and one
 *   by someone else than the last pusher, and all of them end with the next push;
 * - commits on the default branch are signed and linear, and it is neither force-pushed nor deleted;
 * - a change of the default branch needs green checks, each reported by the app named for it;
 * - nobody bypasses these rules, administrators included;
 * - a tag, once pushed, is never moved or deleted;
 * - every path has a code owner, and pipelines, policies and CODEOWNERS itself belong to the guarding team;
 * - CODEOWNERS is written before the rules stand, which would refuse the write;
 * - workflows run GitHub's own and the listed actions, pinned to a commit;
 * - the workflow token reads, and cannot approve pull requests.
 *
 * Not covered: organisation-wide settings, what organisation owners do, who is in the teams. A
 * later change of CODEOWNERS has to pass the rules as well: merge the new text by pull request,
 * then let Pulumi take note. Merging in the browser with signed commits required works for the
 * author of the pull request only. Scanning of private repositories is a paid feature of GitHub.
 *
 * All unacceptable arguments are reported in one error.
 */
export class GitHubRepositoryGuard extends pulumi.ComponentResource {
    /** Name of the repository, without the owner. */
    public readonly repositoryName: pulumi.Output<string>;
    /** Numeric id of the repository, which GitHub never uses again. */
    public readonly repositoryId: pulumi.Output<number>;
    /** "owner/name". */
    public readonly fullName: pulumi.Output<string>;

    constructor(
        name: string,
        args: GitHubRepositoryGuardArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:GitHubRepositoryGuard", name, args, opts);
        refuse(this, `GitHubRepositoryGuard "${name}"`, guardProblems(args));
        const repository = createRepository(this, name, args);
        createScanning(this, name, repository);
        createActionsPermissions(this, name, args, repository);
        createTeams(this, name, args, repository);
        const owners = createCodeowners(this, name, args, repository);
        createBranchRules(this, name, args, repository, [owners]);
        createTagRules(this, name, repository);

        this.repositoryName = repository.name;
        this.repositoryId = repository.repoId;
        this.fullName = repository.fullName;
        this.registerOutputs({
            repositoryName: this.repositoryName,
            repositoryId: this.repositoryId,
            fullName: this.fullName,
        });
    }
}

function createRepository(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
): Repository {
    return new Repository(
        `${name}-repository`,
        {
            name: args.repository,
            description: args.description ?? "",
            visibility: args.visibility ?? "private",
            // The default branch must exist before CODEOWNERS can be written to it.
            autoInit: true,
            hasIssues: true,
            hasWiki: false,
            hasProjects: false,
            allowForking: false,
            allowSquashMerge: true,
            allowMergeCommit: false,
            allowRebaseMerge: false,
            allowAutoMerge: false,
            allowUpdateBranch: true,
            deleteBranchOnMerge: true,
            webCommitSignoffRequired: true,
            archiveOnDestroy: args.allowDestroy !== true,
            securityAndAnalysis: {
                secretScanning: { status: "enabled" },
                secretScanningPushProtection: { status: "enabled" },
            },
        },
        { parent },
    );
}

/** GitHub offers security updates only where alerts are on. */
function createScanning(parent: pulumi.Resource, name: string, repository: Repository): void {
    const alerts = new RepositoryVulnerabilityAlerts(
        `${name}-alerts`,
        { repository: repository.name, enabled: true },
        { parent },
    );
    new RepositoryDependabotSecurityUpdates(
        `${name}-security-updates`,
        { repository: repository.name, enabled: true },
        { parent, dependsOn: [alerts] },
    );
}

function createActionsPermissions(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    new ActionsRepositoryPermissions(
        `${name}-actions`,
        {
            repository: repository.name,
            enabled: true,
            allowedActions: "selected",
            allowedActionsConfig: {
                githubOwnedAllowed: true,
                verifiedAllowed: false,
                patternsAlloweds: args.allowedActions ?? [],
            },
            shaPinningRequired: true,
        },
        { parent },
    );
    new WorkflowRepositoryPermissions(
        `${name}-workflow-token`,
        {
            repository: repository.name,
            defaultWorkflowPermissions: "read",
            canApprovePullRequestReviews: false,
        },
        { parent },
    );
}

/**
 * A team that may push is not listed as a reader again: the lesser grant would undo the greater.
 */
function createTeams(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    const grants = new Map<string, { team: GuardTeam; permission: string }>();
    for (const team of args.readers ?? []) {
        grants.set(team.slug, { team, permission: "pull" });
    }
    for (const team of [args.team, args.codeOwners]) {
        grants.set(team.slug, { team, permission: "push" });
    }
    for (const { team, permission } of grants.values()) {
        new TeamRepository(
            `${name}-team/${team.slug}`,
            { repository: repository.name, teamId: team.id, permission },
            { parent },
        );
    }
}

function createCodeowners(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): RepositoryFile {
    return new RepositoryFile(
        `${name}-codeowners`,
        {
            repository: repository.name,
            file: codeownersPath,
            content: codeowners({
                organization: args.organization,
                team: args.team.slug,
                guardians: args.codeOwners.slug,
            }),
            commitMessage: "Set code owners",
            overwriteOnCreate: true,
        },
        { parent },
    );
}
