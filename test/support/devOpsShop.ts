import {
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
    type AzureDevOpsRepositoryGuardArgs,
} from "../../components/index";

const entra = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;

/** The project Shop, in which no rule finds anything; it has boards, so that work items can be linked. */
export function hardenedProject(weakened: object = {}): AzureDevOpsProject {
    return new AzureDevOpsProject("shop", {
        project: "Shop",
        features: ["repositories", "pipelines", "boards"],
        groups: [
            { name: "web", access: "write", entraGroups: [entra(1)] },
            { name: "platform", access: "operate", entraGroups: [entra(2)] },
            { name: "release", access: "read", entraGroups: [entra(3)] },
        ],
        authorEmails: ["*@acme.example"],
        ...weakened,
    });
}

/** Its repository web, with a gate and a pipeline that deploys. */
export function guardedRepository(
    project: AzureDevOpsProject,
    weakened: Partial<AzureDevOpsRepositoryGuardArgs> = {},
): AzureDevOpsRepositoryGuard {
    return new AzureDevOpsRepositoryGuard("web", {
        project: "Shop",
        projectId: project.projectId,
        repository: "web",
        team: devOpsGroup(project, "web"),
        codeOwners: devOpsGroup(project, "platform"),
        checks: [{ name: "build" }],
        pipelines: [{ name: "deploy" }],
        branches: [{ pattern: "develop", tier: "integration", create: true }],
        ...weakened,
    });
}
