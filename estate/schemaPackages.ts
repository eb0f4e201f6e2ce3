import { z } from "zod";

import { defaults } from "./defaults";
import { choice, list, named, optional, section, text } from "./schemaParts";
import { shapes } from "./shapes";

// What the estate says of the feeds its pipelines on Azure DevOps get packages from.

const teams = list(named("the name of a team of this estate"), "a list of teams");

const source = section(
    'a source, for example { name: mirror, protocol: npm, location: "https://packages.acme.example/npm/" }',
    {
        name: text(shapes.feed).describe("Name of the source."),
        protocol: choice(["npm", "nuget", "pypi", "maven", "cargo", "upack"]).describe(
            "Kind of package that it has.",
        ),
        location: text(shapes.httpsAddress).describe("Its address."),
    },
).meta({ id: "feedSource" });

const feed = section("a feed, for example { name: npm }", {
    name: text(shapes.feed).describe("Name of the feed."),
    readers: teams
        .optional()
        .describe(
            "Teams that install what is in the feed. Without it all that are a group on Azure DevOps. Its pipelines always do.",
        ),
    collectors: optional(
        teams,
        "Teams that besides let packages in from the sources, by installing them for the first time. No pipeline does.",
        defaults.collectors,
    ),
    publishers: optional(
        teams,
        "Teams that besides publish packages of their own.",
        defaults.publishers,
    ),
    sources: optional(
        list(source, "a list of sources"),
        "All places the feed gets packages from.",
        defaults.sources,
    ),
}).meta({ id: "feed" });

/** Feeds, and the project they are in. */
export const packages = section("an object with feeds", {
    project: optional(
        text(shapes.devOpsProject),
        "Project of the feeds, made by the estate: whoever writes to the project of a feed may publish in it.",
        defaults.packagesProject,
    ),
    feeds: list(feed, "a list of feeds").min(1, "at least one feed").describe("The feeds."),
});

export type PackagesForm = z.infer<typeof packages>;
