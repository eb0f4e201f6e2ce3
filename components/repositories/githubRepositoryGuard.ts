import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { createBranchRules } from "./branchRules";
import { guardProblems } from "./checkGuard";
import { createClassicProtection } from "./classicProtection";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";
import { createRepository, createScanning } from "./guardedRepository";
import { createFiles } from "./guardFiles";
import { createPushRules } from "./pushRules";
import { createAccess } from "./repositoryAccess";
import { createActions } from "./repositoryActions";
import { createTagRules } from "./tagRules";

/**
 * A GitHub repository that no single person can change, and whose pipelines run only known code.
 * Branches have tiers: the default branch is of the tier "production", others as `branches` says.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - the repository is private or internal, never forked, and archived, not erased, on deletion;
 * - secrets are scanned for and refused when pushed, vulnerable dependencies reported and updated;
 * - a change of a production branch needs two approving reviews, one of them by a code owner and one
 *   by someone else than the last pusher, and all of them end with the next push;
 * - with leads, a change of a production branch needs the approval of one of them as well;
 * - a change of an integration branch needs an approving review by someone else than the last pusher;
 * - commits on guarded branches are signed and linear, and these are neither force-pushed nor deleted;
 * - a change of a guarded branch needs green checks, each reported by the app named for it;
 * - nobody bypasses these rules, administrators included;
 * - a tag, once pushed, is never moved or deleted;
 * - with releaseTags, only members of the named teams create tags of releases;
 * - files that are keys by their name, large files and long paths are refused at every push;
 * - every path has a code owner, and pipelines, policies and CODEOWNERS itself belong to the guarding team;
 * - CODEOWNERS is written before the rules stand, which would refuse the write;
 * - the named teams and the listed people have access, nobody else, and none of them administers;
 * - a pull request from a fork runs no code with secrets;
 * - workflows run GitHub's own and the listed actions, pinned to a commit;
 * - the workflow token reads, and cannot approve pull requests;
 * - adopting replaces and deletes nothing, keeps settings and access as they are, and says what
 *   hardening will change;
 * - what the plan of the organisation lacks is refused, with the plan that has it and what to do instead.
 *
 * Not covered: organisation-wide settings, what organisation owners do, who is in the teams. A
 * later change of CODEOWNERS has to pass the rules as well: merge the new text by pull request,
 * then let Pulumi take note. Merging in the browser with signed commits required works for the
 * author of the pull request only; `mergeQueue` merges for everybody. Scanning of private repositories
 * is a paid feature of GitHub. Branches of the tier "feature", and those nobody listed, are open to push.
 * GitHub calls the approval of a given team (`leads`) a preview. While `adopt` is true the policy pack
 * judges the repository as it stands: adopt in a run of its own, and expect its findings until hardening.
 * Rules, permissions of Actions and CODEOWNERS are set at once; the old text stays in the history.
 * Forks and subjects with ids are set by the provider `gatehouse-hosts`, whose `githubOwner` is the
 * organisation.
 *
 * With `classicProtection`, for hosts without rulesets, these are lost: tags can be moved and deleted,
 * any app or person may report a check of the right name, files are not judged at push, and whether
 * pull requests from forks run is the host's setting. What else only a ruleset can do is refused as an
 * argument: compare `leads`, `releaseTags`, `mergeQueue`.
 *
 * Creating a tag of a release takes the right to push, which its creators get.
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
        const repository = createRepository(this, name, args, opts.dependsOn);
        createScanning(this, name, repository);
        createActions(this, name, args, repository);
        createAccess(this, name, args, repository);
        const after = createFiles(this, name, args, repository);
        const ground = { parent: this, name, args, repository, after };
        if (args.classicProtection === true) {
            createClassicProtection(ground);
        } else {
            createBranchRules(ground);
            createTagRules(ground);
            createPushRules(ground);
        }

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
