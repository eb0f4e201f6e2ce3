// Agents for the deployments of the project Shop: one pipeline gets them, from the protected main
// branch. Approvals stand before the environment, so none is asked for here.
import { BuildDefinition, Git, Group, Pool, Project } from "@pulumi/azuredevops";
import { AzureDevOpsQueue } from "gatehouse";

const project = new Project("shop", { name: "Shop", visibility: "private" });
const repository = new Git("web", {
    projectId: project.id,
    name: "web",
    defaultBranch: "refs/heads/main",
    initialization: { initType: "Clean" },
});
const deploy = new BuildDefinition("deploy", {
    projectId: project.id,
    name: "deploy",
    repository: { repoType: "TfsGit", repoId: repository.id, ymlPath: "deploy.yml" },
    ciTrigger: { useYaml: true },
    jobAuthorizationScope: "project",
});
const groupOf = (name: string) => {
    const { descriptor, originId } = new Group(name, { scope: project.id, displayName: name });
    return { name, descriptor, originId };
};
// The pool of an AzureAgentPool, or one that stands already.
const pool = new Pool("deploy", { name: "shop-production", autoProvision: false });

const queue = new AzureDevOpsQueue("shop/agents", {
    projectId: project.id,
    poolId: pool.id,
    checks: { approvers: [], allowNoApproval: true, branches: ["refs/heads/main"] },
    pipelines: [{ name: "deploy", id: deploy.id }],
    administrators: [groupOf("platform")],
});

// A job runs on them with `pool: shop-production`.
export const queueId = queue.queueId;
