import type { Loose } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { AzureDevOpsForm } from "./schemaHosts";
import type { PackagesForm } from "./schemaPackages";
import { defaults } from "./defaults";
import { nearest } from "./suggest";

const lists = ["readers", "collectors", "publishers"] as const;

type FeedForm = Loose<PackagesForm["feeds"][number]>;

/** Feeds are in a project of their own, and their teams are groups on Azure DevOps. */
export function packageProblems(form: Loose<AzureDevOpsForm>): Problem[] {
    const { packages } = form;
    if (!packages) {
        return [];
    }
    const at: Path = ["azureDevOps", "packages"];
    const project = packages.project ?? defaults.packagesProject.value;
    const isSame = project.toLowerCase() === form.project?.toLowerCase();
    return [
        ...(isSame
            ? [problem([...at, "project"], project, "a project of its own: nobody writes there")]
            : []),
        ...(packages.feeds ?? []).flatMap((feed, i) =>
            feed === undefined ? [] : feedProblems([...at, "feeds", i], feed, form),
        ),
    ];
}

function feedProblems(at: Path, feed: FeedForm, { groups }: Loose<AzureDevOpsForm>): Problem[] {
    const known = Object.keys(groups ?? {});
    const allowed = `a team that is a group there, in azureDevOps.groups: ${known.join(", ")}`;
    const letIn = [...(feed.collectors ?? []), ...(feed.publishers ?? [])];
    return [
        ...lists.flatMap((list) =>
            (feed[list] ?? []).flatMap((team, i) =>
                team === undefined || known.includes(team)
                    ? []
                    : [problem([...at, list, i], team, allowed, nearest(team, known))],
            ),
        ),
        ...((feed.sources ?? []).length > 0 && letIn.length === 0
            ? [
                  problem(
                      [...at, "collectors"],
                      feed.collectors,
                      "at least one team: nobody would let anything in from the sources",
                  ),
              ]
            : []),
    ];
}
