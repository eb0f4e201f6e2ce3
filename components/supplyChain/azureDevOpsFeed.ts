import { Feed, FeedPermission, FeedRetentionPolicy } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { AzureDevOpsFeedUpstreams, type AzureDevOpsFeedUpstream } from "gatehouse-hosts";

import type { DevOpsGroup } from "../shared/devOpsGroup";
import { refuse } from "../shared/validate";
import type { AzureDevOpsFeedArgs, FeedSource } from "./azureDevOpsFeedArgs";
import { feedProblems } from "./checkFeed";

/**
 * A package feed of an Azure DevOps project: the one place a build gets packages from, and itself gets
 * them from listed places only.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - the feed gets packages from the listed sources and from no other, over TLS;
 * - each listed group has exactly one role in the feed, and none of them owns it;
 * - listed jobs of other projects install what is in the feed, and let nothing into it;
 * - a version is kept for a number of days after its last use, however many newer ones there are;
 * - Pulumi does not delete the feed.
 *
 * Not covered: roles Azure DevOps gives by itself in a new feed. Whoever made it and the
 * administrators of project and organisation own it; the project's identity of jobs lets packages in,
 * and its Contributors may publish. The provider refuses to change a role that stands: keep the feed
 * in a project in which nobody writes, or take these roles away by hand. What is in a package from a
 * listed source.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureDevOpsFeed extends pulumi.ComponentResource {
    /** Id of the feed, a GUID. */
    public readonly feedId: pulumi.Output<string>;
    /** Name of the feed. */
    public readonly feedName: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsFeedArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureDevOpsFeed", name, args, opts);
        refuse(this, `AzureDevOpsFeed "${name}"`, feedProblems(args));
        const feed = createFeed(this, name, args, opts.dependsOn);
        createSources(this, name, args, feed);
        createRetention(this, name, args, feed);
        createRoles(this, name, args, feed);

        this.feedId = feed.id;
        this.feedName = feed.name;
        this.registerOutputs({ feedId: this.feedId, feedName: this.feedName });
    }
}

function createFeed(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsFeedArgs,
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"],
): Feed {
    return new Feed(
        `${name}-feed`,
        {
            name: args.feed,
            projectId: args.projectId,
            // One deleted by mistake can be had back.
            features: [{ permanentDelete: false, restore: true }],
        },
        { parent, dependsOn, protect: args.allowDestroy !== true },
    );
}

/** The list is complete: what is not in it is taken away, so it is written also when it is empty. */
function createSources(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsFeedArgs,
    feed: Feed,
): void {
    new AzureDevOpsFeedUpstreams(
        `${name}-sources`,
        {
            feedId: feed.id,
            projectId: args.projectId,
            upstreamSources: (args.sources ?? []).map(upstream),
        },
        { parent },
    );
}

function upstream({ name, protocol, location, view }: FeedSource): AzureDevOpsFeedUpstream {
    const source = { name, protocol, location };
    return view === undefined
        ? { ...source, upstreamSourceType: "public" }
        : {
              ...source,
              upstreamSourceType: "internal",
              internalUpstreamCollectionId: view.organizationId,
              internalUpstreamProjectId: view.projectId,
              internalUpstreamFeedId: view.feedId,
              internalUpstreamViewId: view.viewId,
          };
}

function createRetention(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsFeedArgs,
    feed: Feed,
): void {
    new FeedRetentionPolicy(
        `${name}-retention`,
        {
            feedId: feed.id,
            projectId: args.projectId,
            countLimit: args.versionsKept ?? 50,
            daysToKeepRecentlyDownloadedPackages: args.daysKept ?? 90,
        },
        { parent },
    );
}

/** A second role would be refused, so a group gets its greatest. */
function createRoles(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsFeedArgs,
    feed: Feed,
): void {
    const roles = new Map<string, { group: DevOpsGroup; role: string }>();
    const give = (role: string, groups: DevOpsGroup[] = []) => {
        groups.forEach((group) => roles.set(group.name, { group, role }));
    };
    give("reader", args.readers);
    give("collaborator", args.collectors);
    give("contributor", args.publishers);
    const create = (key: string, identityDescriptor: pulumi.Input<string>, role: string) =>
        new FeedPermission(
            `${name}-role/${key}`,
            { feedId: feed.id, projectId: args.projectId, identityDescriptor, role },
            { parent },
        );
    for (const { group, role } of roles.values()) {
        create(group.name, group.descriptor, role);
    }
    (args.jobs ?? []).forEach((descriptor, i) => create(`job ${i}`, descriptor, "reader"));
}
