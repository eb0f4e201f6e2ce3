import type { Values } from "../../../../sandbox/cloud/values";
import { changed, only, text, without, type Deployed } from "../../../support/people/deployed";

export const repository = "ledger";
export const here = (is: Values) => text(is.repository) === repository;
const isBranchRules = (is: Values) => text(is.name) === "production-branches" && here(is);
const isRequired = (is: Values) => text(is.name) === "required-workflows";

/** Something else in the pull request rule of one ruleset. */
function review(kind: string, where: (is: Values) => boolean, change: Values) {
    return (standing: Deployed) =>
        changed(standing, kind, where, (is) => {
            const rules = only(is.rules) ?? {};
            return { rules: { ...rules, pullRequest: { ...only(rules.pullRequest), ...change } } };
        });
}

export const ofRepository = (change: Values) => review("RepositoryRuleset", isBranchRules, change);
export const ofBoth = (change: Values) => (standing: Deployed) =>
    review("OrganizationRuleset", isRequired, change)(ofRepository(change)(standing));

/** Somebody on the lists of both rulesets. */
export const bypass =
    (bypassMode: string, ...kinds: string[]) =>
    (standing: Deployed) =>
        kinds.reduce(
            (before, kind) =>
                changed(
                    before,
                    kind,
                    (is) => isBranchRules(is) || isRequired(is),
                    () => ({
                        bypassActors: [{ actorType: "Team", actorId: idOf(standing), bypassMode }],
                    }),
                ),
            standing,
        );

/** Number of the team that owns the repository. */
export function idOf(standing: Deployed): string {
    return standing.find(({ kind, is }) => kind === "Team" && is.name === "payments")?.id ?? "";
}

export const environment = (change: Values) => (standing: Deployed) =>
    changed(
        standing,
        "RepositoryEnvironment",
        (is) => here(is) && is.environment === "production",
        () => change,
    );

/** Without the runners that a shared workflow has, a release goes through the repository's own jobs. */
export const ownJobs = (standing: Deployed) => without(standing, "ActionsRunnerGroup");
