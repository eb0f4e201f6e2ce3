import { RepositoryRuleset } from "@pulumi/github/repositoryRuleset";
import * as pulumi from "@pulumi/pulumi";

import { matching, type RuleGround } from "./branchRules";

/**
 * A tag that exists stays and points where it pointed: releases are built from tags. Nobody is
 * exempt, not even those who may create the tags of releases.
 */
export function createTagRules(ground: RuleGround): void {
    const { parent, name, args, repository } = ground;
    new RepositoryRuleset(
        `${name}-tag-rules`,
        {
            repository: repository.name,
            name: "all-tags",
            target: "tag",
            enforcement: "active",
            conditions: { refName: { includes: ["~ALL"], excludes: [] } },
            bypassActors: [],
            rules: {
                deletion: true,
                update: true,
                nonFastForward: true,
                ...(args.tagNames === undefined
                    ? {}
                    : { tagNamePattern: matching("tag name", args.tagNames) }),
            },
        },
        { parent },
    );
    createReleaseTagRules(ground);
}

/** GitHub has no list of who may create a ref; it has a rule against it, and who is exempt from that. */
function createReleaseTagRules({ parent, name, args, repository }: RuleGround): void {
    if (args.releaseTags === undefined) {
        return;
    }
    const { patterns, creators } = args.releaseTags;
    new RepositoryRuleset(
        `${name}-release-tag-rules`,
        {
            repository: repository.name,
            name: "release-tags",
            target: "tag",
            enforcement: "active",
            conditions: {
                refName: {
                    includes: patterns.map((pattern) => `refs/tags/${pattern}`),
                    excludes: [],
                },
            },
            bypassActors: creators.map((team) => ({
                actorType: "Team",
                actorId: pulumi.output(team.id).apply(Number),
                bypassMode: "always",
            })),
            rules: { creation: true },
        },
        { parent },
    );
}
