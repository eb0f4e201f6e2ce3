// Agents for the deployments of the project Shop: one pipeline gets them, from the protected main
// branch. Approvals stand before the environment, so none is asked for here.
import { Pool } from "@pulumi/azuredevops";
import {
    AzureDevOpsProject,
    AzureDevOpsQueue,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
} from "gatehouse";

const entra = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;
const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    features: ["repositories", "pipelines", "boards"],
    groups: [
        { name: "web", access: "write", entraGroups: [entra(1)] },
        { name: "platform", access: "operate", entraGroups: [entra(2)] },
    ],
    authorEmails: ["*@acme.example"],
});
const { projectId } = project;
const groupOf = (name: string) => devOpsGroup(project, name);
const web = new AzureDevOpsRepositoryGuard("web", {
    project: "Shop",
    projectId,
    repository: "web",
    team: groupOf("web"),
    codeOwners: groupOf("platform"),
    checks: [{ name: "build" }],
    pipelines: [{ name: "deploy" }],
});
const deploy = { name: "web-deploy", id: web.pipelineIds.apply((ids) => ids.deploy ?? "") };
// The pool of an AzureAgentPool, or one that stands already.
const pool = new Pool("deploy", { name: "shop-production", autoProvision: false });

const queue = new AzureDevOpsQueue("shop/agents", {
    projectId,
    poolId: pool.id,
    checks: { approvers: [], allowNoApproval: true, branches: ["refs/heads/main"] },
    pipelines: [deploy],
    administrators: [groupOf("platform")],
});

// A job runs on them with `pool: shop-production`.
export const queueId = queue.queueId;
