import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoForkBuilds } from "../../../../policies/rules/pipelines/ado-fork-builds";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const type = devOpsToken("BuildDefinition");

function triggered(pullRequestTrigger: PropertyTree, more: PropertyTree = {}): Judged {
    const repository = { repoType: "GitHub", repoId: "acme/web", ymlPath: "build.yml" };
    return { type, props: { repository, pullRequestTrigger, ...more } };
}

const at = (name: string) => `pullRequestTrigger.${name}`;
const forks = { forks: { enabled: true, shareSecrets: false }, commentRequired: "All" };

describeRule(adoForkBuilds, {
    denied: [
        {
            name: "secrets for builds of forks",
            ...triggered({ ...forks, forks: { enabled: true, shareSecrets: true } }),
            findings: [at("forks.shareSecrets")],
        },
        {
            name: "secrets for the day somebody turns builds of forks on",
            ...triggered({ forks: { enabled: false, shareSecrets: true } }),
            findings: [at("forks.shareSecrets")],
        },
        {
            name: "builds of forks that wait for nobody",
            ...triggered({ forks: { enabled: true, shareSecrets: false } }),
            findings: [at("commentRequired")],
        },
        {
            name: "builds of forks on machines of ours",
            ...triggered(forks, { agentPoolName: "shop-production" }),
            findings: ["agentPoolName"],
        },
        {
            name: "builds of forks on a pool that the settings leave out",
            ...triggered(forks),
            config: { hostedPools: ["Managed"] },
            findings: ["agentPoolName"],
        },
    ],
    allowed: [
        {
            name: "no trigger, as for a repository in Azure Repos",
            type,
            props: { repository: { repoType: "TfsGit", repoId: "r", ymlPath: "build.yml" } },
        },
        {
            name: "no builds of forks",
            ...triggered(
                { forks: { enabled: false, shareSecrets: false } },
                { agentPoolName: "shop-production" },
            ),
        },
        { name: "builds of forks on hosted agents after a comment", ...triggered(forks) },
        {
            name: "builds of forks after a comment for those who are not of the team",
            ...triggered({ ...forks, commentRequired: "NonTeamMembers" }),
        },
    ],
    undecidable: [
        { name: "a trigger that is not known yet", type, props: { pullRequestTrigger: UNKNOWN } },
        {
            name: "builds of forks that are not known yet",
            ...triggered({ ...forks, forks: { enabled: UNKNOWN, shareSecrets: false } }),
        },
        { name: "a pool that is not known yet", ...triggered(forks, { agentPoolName: UNKNOWN }) },
    ],
    tokens: ["azuredevops:index:BuildDefinition"],
});
