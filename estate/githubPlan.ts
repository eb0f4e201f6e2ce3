import { defaults } from "./defaults";
import { environmentsFor, repositoriesOf, type Loose } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { EstateForm } from "./schema";

const plans: readonly string[] = ["free", "team", "enterprise"];

/**
 * What a configuration can ask for in private and internal repositories, the least plan that has it, and
 * what to do without.
 *
 * source: GitHub Docs, "GitHub's plans" and the notes on plans of each feature's page
 * date: 2026-11-21
 */
const features = {
    guard: {
        least: "team",
        what: "rules for branches and tags of a private repository",
        instead: "repositories on Azure DevOps, which has them in every plan",
    },
    reviewers: {
        least: "enterprise",
        what: "reviewers of an environment",
        instead: "Azure DevOps, whose environments have approvals in every plan",
    },
    wait: { least: "enterprise", what: "a wait timer", instead: "0" },
    internal: { least: "enterprise", what: "internal repositories", instead: "private" },
    requiredWorkflows: {
        least: "enterprise",
        what: "required workflows",
        instead: "the checks of each repository",
    },
    runnerGroups: {
        least: "team",
        what: "runner groups",
        instead: "the runners that GitHub hosts",
    },
    runnerWorkflows: {
        least: "enterprise",
        what: "runners that serve certain workflows only",
        instead: "pools of lower tiers, or production on Azure DevOps",
    },
} as const;

/** What the organisation's plan would silently leave out. */
export function githubPlanProblems(form: Loose<EstateForm>): Problem[] {
    const isUnsound = Object.hasOwn(form, "githubPlan") && form.githubPlan === undefined;
    const plan = form.githubPlan ?? defaults.githubPlan.value;
    if (isUnsound || plan === "enterprise") {
        return [];
    }
    return wishes(form).flatMap(({ at, value, feature }) => {
        const { least, what, instead } = features[feature];
        return plans.indexOf(plan) >= plans.indexOf(least)
            ? []
            : [
                  problem(
                      at,
                      value,
                      `${instead}; or the plan ${least}: ${what} is not in the plan ${plan}`,
                  ),
              ];
    });
}

interface Wish {
    at: Path;
    value: unknown;
    feature: keyof typeof features;
}

function wishes(form: Loose<EstateForm>): Wish[] {
    const onGitHub = repositoriesOf(form).filter(({ value }) => value.host === "github");
    const environments = new Map(
        onGitHub
            .flatMap((repository) => environmentsFor(form, repository))
            .map((one) => [JSON.stringify(one.at), one]),
    );
    return [
        ...onGitHub.flatMap(({ at, value }): Wish[] => [
            { at: [...at, "host"], value: value.host, feature: "guard" },
            ...(value.visibility === "internal"
                ? [
                      {
                          at: [...at, "visibility"],
                          value: value.visibility,
                          feature: "internal" as const,
                      },
                  ]
                : []),
        ]),
        ...[...environments.values()].flatMap(({ at, value }): Wish[] => [
            ...given([...at, "reviewers"], value.reviewers, "reviewers"),
            ...(value.waitMinutes === undefined || value.waitMinutes === 0
                ? []
                : [
                      {
                          at: [...at, "waitMinutes"],
                          value: value.waitMinutes,
                          feature: "wait" as const,
                      },
                  ]),
        ]),
        ...given(
            ["github", "requiredWorkflows"],
            form.github?.requiredWorkflows,
            "requiredWorkflows",
        ),
        ...poolWishes(form),
    ];
}

function poolWishes({ agents }: Loose<EstateForm>): Wish[] {
    return (["azure", "aws"] as const).flatMap((cloud) => {
        const pools: { host?: string | undefined; workflows?: unknown[] | undefined }[] = (
            agents?.[cloud]?.pools ?? []
        ).flatMap((pool) => pool ?? {});
        return pools.flatMap((pool, i): Wish[] => {
            const at: Path = ["agents", cloud, "pools", i];
            return pool.host === "azureDevOps"
                ? []
                : [
                      {
                          at: [...at, "host"],
                          value: pool.host ?? "github",
                          feature: "runnerGroups",
                      },
                      ...given([...at, "workflows"], pool.workflows, "runnerWorkflows"),
                  ];
        });
    });
}

function given(at: Path, list: unknown[] | undefined, feature: keyof typeof features): Wish[] {
    return list === undefined || list.length === 0 ? [] : [{ at, value: list, feature }];
}
