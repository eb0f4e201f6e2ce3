import { shaped } from "../shared/shapes";
import { distinct, ignoringCase, oneOf, problem, text, type Problem } from "../shared/validate";
import type { EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";

/** How branches can be guarded. */
const tiers = ["feature", "integration", "production"];

/** No problem where each repository's host has what the repository needs. */
export function hostProblems(args: PipelineEstateArgs): Problem[] {
    const teams = args.teams.map(({ name }) => name);
    return [
        ...groupProblems(args),
        ...(args.github?.securityTeam === undefined
            ? []
            : oneOf("github.securityTeam", args.github.securityTeam, teams)),
        ...workflowProblems(args),
        ...awsProblems(args),
        ...feedProblems(args),
        ...args.repositories.flatMap((repository, i) =>
            repositoryProblems(`repositories[${i}]`, repository, args),
        ),
    ];
}

/** Two teams of one group are the same people, who would approve what they wrote. */
function groupProblems({ teams }: PipelineEstateArgs): Problem[] {
    const groups = teams.flatMap(({ groupId: id }, i) =>
        id === undefined ? [] : [{ id, path: `teams[${i}].groupId` }],
    );
    return [
        ...groups.flatMap(({ id, path }) => shaped(path, id, "guid")),
        ...distinct(
            groups.map(({ id }) => id),
            (i) => groups[i]?.path ?? "teams",
            "a group",
            ignoringCase,
        ),
    ];
}

/** Deployments from Azure DevOps go to the estate's account. */
function awsProblems({ azureDevOps, aws }: PipelineEstateArgs): Problem[] {
    const given = azureDevOps?.aws;
    return given === undefined
        ? []
        : [
              ...shaped("azureDevOps.aws.organizationId", given.organizationId, "guid"),
              ...(aws ? [] : [problem("azureDevOps.aws", "something", "nothing without aws")]),
          ];
}

/** Teams of a feed are groups of its project. */
function feedProblems({ azureDevOps, teams }: PipelineEstateArgs): Problem[] {
    const groups = teams.flatMap(({ name, groupId }) => (groupId === undefined ? [] : [name]));
    const { feeds = [], project } = azureDevOps?.packages ?? {};
    const at = "azureDevOps.packages";
    return [
        ...(project !== undefined &&
        ignoringCase(project) === ignoringCase(azureDevOps?.project ?? "")
            ? [problem(`${at}.project`, project, "a project of its own")]
            : []),
        ...feeds.flatMap((feed, i) =>
            (["readers", "collectors", "publishers"] as const).flatMap((list) =>
                feed[list].flatMap((team, j) =>
                    oneOf(`${at}.feeds[${i}].${list}[${j}]`, team, groups),
                ),
            ),
        ),
        ...distinct(
            feeds.map(({ name }) => name),
            (i) => `${at}.feeds[${i}].name`,
            "a feed",
            ignoringCase,
        ),
    ];
}

function workflowProblems({ github, repositories }: PipelineEstateArgs): Problem[] {
    const known = repositories.filter(({ host }) => host === "github").map(({ name }) => name);
    return (github?.requiredWorkflows ?? []).flatMap((workflow, i) => {
        const path = `github.requiredWorkflows[${i}]`;
        return [
            ...oneOf(`${path}.repository`, workflow.repository, known),
            ...text(
                `${path}.ref`,
                workflow.ref,
                /^refs\/(heads|tags)\/\S+$/,
                "a branch or tag in full, for example refs/heads/main",
            ),
        ];
    });
}

function repositoryProblems(
    path: string,
    repository: EstateRepository,
    args: PipelineEstateArgs,
): Problem[] {
    const { leads, branches = [] } = repository;
    const teams = args.teams.map(({ name }) => name);
    return [
        ...oneOf(`${path}.host`, repository.host, ["github", "azureDevOps"]),
        ...(leads === undefined ? [] : oneOf(`${path}.leads`, leads, teams)),
        ...branches.flatMap(({ tier }, i) => oneOf(`${path}.branches[${i}].tier`, tier, tiers)),
        ...(repository.host === "azureDevOps" ? devOpsProblems(path, repository, args) : []),
    ];
}

function devOpsProblems(
    path: string,
    repository: EstateRepository,
    { azureDevOps, teams }: PipelineEstateArgs,
): Problem[] {
    const { team, codeOwners, leads, environments } = repository;
    const named = [
        team,
        codeOwners,
        ...(leads === undefined ? [] : [leads]),
        ...environments.flatMap(({ reviewers }) => reviewers),
    ];
    const missing = teams.filter(
        ({ name, groupId }) => groupId === undefined && named.includes(name),
    );
    return [
        ...(azureDevOps
            ? []
            : [problem(`${path}.host`, repository.host, "github, or an estate with azureDevOps")]),
        ...missing.map(({ name }) =>
            problem(path, name, `teams that are groups of Entra: ${name} has no groupId`),
        ),
        ...environments.flatMap(({ aws, waitMinutes }, i) => [
            ...(aws === undefined || azureDevOps?.aws !== undefined
                ? []
                : [
                      problem(
                          `${path}.environments[${i}].aws`,
                          "something in AWS",
                          "nothing, or an estate with azureDevOps.aws",
                      ),
                  ]),
            ...(waitMinutes === 0
                ? []
                : [
                      problem(
                          `${path}.environments[${i}].waitMinutes`,
                          waitMinutes,
                          "0: Azure DevOps has no wait timer",
                      ),
                  ]),
        ]),
    ];
}
