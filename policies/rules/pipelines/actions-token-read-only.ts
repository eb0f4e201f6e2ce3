import { workflowToken, workflowTokenTypes } from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { ifThere, judgeDemands } from "../../lib/demands";

/**
 * Stops the job that asked for nothing from getting everything. A workflow that names no permissions
 * gets the default token; each step, and each action in it, can use that.
 *
 * Blind spot: what a workflow asks for itself. A repository that says nothing of its own has what its
 * organization says.
 */
export const actionsTokenReadOnly = defineRule({
    id: "actions-token-read-only",
    code: "H03",
    title: "The token of a workflow reads where the workflow asks for no more",
    attack:
        "A compromised action in any job that names no permissions pushes to branches, moves releases or changes " +
        "packages, because the token of the job may.",
    blindSpot: "What a workflow asks for itself, and settings that nobody manages.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "let the default token read, and let workflows ask for what they need",
        code: `defaultWorkflowPermissions: "read"`,
    },
    controls: ["owasp:cicd-sec-5", "cis:2.1.5"],
    tags: ["actions", "token"],
    types: workflowTokenTypes,
    settings: {},
    examples: {
        denied: `new WorkflowRepositoryPermissions("web", {
    repository: "web",
    defaultWorkflowPermissions: "write",
});`,
        allowed: `new WorkflowRepositoryPermissions("web", {
    repository: "web",
    defaultWorkflowPermissions: "read",
});`,
    },
    judge(resource) {
        const { permissions } = workflowToken(resource);
        return judgeDemands(ifThere(permissions, (what) => what === "read", '"read"'));
    },
});
