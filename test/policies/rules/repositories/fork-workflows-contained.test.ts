import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { forkWorkflowsContained } from "../../../../policies/rules/repositories/fork-workflows-contained";
import { describeRule, type Judged } from "../../../support/describeRule";

function forks(props: PropertyTree): Judged {
    return { type: "gatehouse-hosts:index:GitHubForkApproval", props };
}

const runs = "runWorkflowsFromForkPullRequests";
const approved = {
    [runs]: true,
    sendSecretsAndVariables: false,
    sendWriteTokensToWorkflows: false,
    requireApprovalForForkPrWorkflows: true,
};
const config = { allowApproved: true };

describeRule(forkWorkflowsContained, {
    denied: [
        { name: "workflows from forks, even approved", ...forks(approved), findings: [runs] },
        {
            name: "secrets, a token that writes and no approval",
            ...forks({
                [runs]: true,
                sendSecretsAndVariables: true,
                sendWriteTokensToWorkflows: true,
                requireApprovalForForkPrWorkflows: false,
            }),
            findings: [
                runs,
                "sendSecretsAndVariables",
                "sendWriteTokensToWorkflows",
                "requireApprovalForForkPrWorkflows",
            ],
        },
        {
            name: "a token that writes, although approved workflows are accepted",
            ...forks({ ...approved, sendWriteTokensToWorkflows: true }),
            config,
            findings: ["sendWriteTokensToWorkflows"],
        },
        {
            name: "no approval, although approved workflows are accepted",
            ...forks({ ...approved, requireApprovalForForkPrWorkflows: false }),
            config,
            findings: ["requireApprovalForForkPrWorkflows"],
        },
        {
            name: "a second pull request from outside in a public repository",
            ...forks({ repository: "web", approvalPolicy: "first_time_contributors" }),
            findings: ["approvalPolicy"],
        },
        {
            name: "secrets although it is not known yet whether anything runs",
            ...forks({ [runs]: UNKNOWN, sendSecretsAndVariables: true }),
            findings: ["sendSecretsAndVariables"],
        },
    ],
    allowed: [
        { name: "nothing from forks", ...forks({ repository: "web", [runs]: false }) },
        {
            name: "details without effect, since nothing runs",
            ...forks({ [runs]: false, sendSecretsAndVariables: true }),
        },
        {
            name: "everybody from outside held in a public repository",
            ...forks({ repository: "web", approvalPolicy: "all_external_contributors" }),
        },
        { name: "approved workflows, once the settings accept them", ...forks(approved), config },
        {
            name: "approved workflows whose details are left at GitHub's default",
            ...forks({ [runs]: true }),
            config,
        },
    ],
    undecidable: [
        { name: "whether anything runs", ...forks({ [runs]: UNKNOWN }) },
        { name: "a policy that is not known yet", ...forks({ approvalPolicy: UNKNOWN }) },
    ],
    tokens: ["gatehouse-hosts:index/gitHubForkApproval:GitHubForkApproval"],
});
