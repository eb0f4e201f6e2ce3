import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../shared/validate";
import type { AzureDevOpsFeedArgs, FeedSource } from "./azureDevOpsFeedArgs";

/**
 * Kinds of package a feed can get from elsewhere.
 *
 * source: Microsoft Learn, "Upstream sources", and the REST interface of feeds
 * date: 2026-11-21
 */
const protocols = ["npm", "nuget", "pypi", "maven", "cargo", "upack"];

/** Everything unacceptable in the arguments of `AzureDevOpsFeed`. */
export function feedProblems(args: AzureDevOpsFeedArgs): Problem[] {
    const { sources = [] } = args;
    const names = sources.map(({ name }) => name);
    return [
        ...shaped("feed", args.feed, "devOpsFeed"),
        ...sources.flatMap((source, i) => sourceProblems(`sources[${i}]`, source)),
        ...distinct(names, (i) => `sources[${i}].name`, "a source", ignoringCase),
        ...whole("versionsKept", args.versionsKept ?? 1, 1, 5000),
        ...whole("daysKept", args.daysKept ?? 1, 1, 4000),
    ];
}

function sourceProblems(path: string, { name, protocol, location, view }: FeedSource): Problem[] {
    const feed = /^azure-feed:\/\/[^\s/@]+(\/[^\s/@]+)?\/[^\s/@]+@[^\s/@]+$/;
    const isView = location.startsWith("azure-feed:");
    const allowed = 'https, or "azure-feed://organization/project/feed@view", without a password';
    return [
        ...text(`${path}.name`, name, /^\S(.*\S)?$/, "a name"),
        ...oneOf(`${path}.protocol`, protocol, protocols),
        ...text(
            `${path}.location`,
            location,
            isView ? feed : /^https:\/\/[^\s/@]+(\/\S*)?$/,
            allowed,
        ),
        ...(isView === (view !== undefined)
            ? []
            : [
                  problem(
                      `${path}.view`,
                      view ? "ids" : undefined,
                      "ids, for a view of another feed",
                  ),
              ]),
    ];
}
