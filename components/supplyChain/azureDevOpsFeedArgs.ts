import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup } from "../shared/devOpsGroup";

/** Arguments of `AzureDevOpsFeed`. */
export interface AzureDevOpsFeedArgs {
    /** Name of the feed: 1 to 64 characters without blanks. */
    feed: string;
    /** Id of the project the feed belongs to; the project offers artifacts. */
    projectId: pulumi.Input<string>;
    /**
     * Groups whose members install what is in the feed.
     * @default none
     */
    readers?: DevOpsGroup[];
    /**
     * Groups whose members besides let packages in from the sources: by installing them for the first
     * time.
     * @default none
     */
    collectors?: DevOpsGroup[];
    /**
     * Groups whose members besides publish packages of their own. One that stands in several of these
     * lists has the rights of the last of them.
     * @default none
     */
    publishers?: DevOpsGroup[];
    /**
     * Identities of the jobs of other projects that install what is in the feed, by the descriptors that
     * these give out (`buildServiceDescriptor`). The feed's project has to let them see it.
     * @default none
     */
    jobs?: pulumi.Input<string>[];
    /**
     * All places the feed may get packages from.
     * @default none: it holds what was published in it
     */
    sources?: FeedSource[];
    /**
     * Versions of each package that are kept, 1 to 5000.
     * @default 50
     */
    versionsKept?: number;
    /**
     * Days for which a version stays after it was last downloaded, also when there are newer ones in
     * plenty, 1 to 4000.
     * @default 90
     */
    daysKept?: number;
    /**
     * Lets Pulumi delete the feed, which then lies in the recycle bin for 30 days.
     * @default false
     */
    allowDestroy?: boolean;
}

/** A place a feed gets packages from. */
export interface FeedSource {
    /** Name, unlike that of the other sources. */
    name: string;
    /** Kind of package: "npm", "nuget", "pypi", "maven", "cargo" or "upack". */
    protocol: string;
    /** Address: https, or "azure-feed://organization/project/feed@view" for a view of another feed. */
    location: string;
    /**
     * Ids of the other feed; given for a view of another feed, and only then.
     * @default none
     */
    view?: FeedView;
}

/** A view of another feed. */
export interface FeedView {
    /** Id of the organisation. */
    organizationId: pulumi.Input<string>;
    /**
     * Id of the project.
     * @default a feed of the organisation
     */
    projectId?: pulumi.Input<string>;
    /** Id of the feed. */
    feedId: pulumi.Input<string>;
    /** Id of the view. */
    viewId: pulumi.Input<string>;
}
