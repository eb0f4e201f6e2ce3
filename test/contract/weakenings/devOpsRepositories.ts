import { AzureDevOpsFeed, devOpsGroup } from "../../../components/index";
import { guardedRepository, hardenedProject } from "../../support/devOpsShop";
import type { ComponentWeakenings } from "./weakening";

/** What is judged by the stack is judged as production. */
const stack = "prod";

const azureDevOpsProject: ComponentWeakenings = {
    of: "AzureDevOpsProject",
    stack,
    build: hardenedProject,
    weakenings: [
        {
            argument: "allowAnyAuthor",
            args: { authorEmails: [], allowAnyAuthor: true },
            rules: ["ado-author-pattern"],
        },
        { argument: "allowProjectAdministrators", rules: ["ado-administrators-held"] },
        { argument: "allowOperatorsToAdminister", rules: ["ado-grants-narrow"] },
        { argument: "allowJobsToQueue", rules: ["ado-jobs-start-no-pipelines"] },
        { argument: "allowDestroy", rules: ["critical-resources-protected"] },
    ],
};

const azureDevOpsRepositoryGuard: ComponentWeakenings = {
    of: "AzureDevOpsRepositoryGuard",
    stack,
    build: (weakened) => {
        // A refusal for the whole project holds in its repositories, whatever the guard leaves out.
        const leaves = "allowProjectAdministrators" in weakened;
        const project = hardenedProject({ allowProjectAdministrators: leaves });
        guardedRepository(project, weakened);
    },
    weakenings: [
        { argument: "allowBypass", rules: ["ado-git-no-bypass-grant"] },
        { argument: "allowStaleReviews", rules: ["ado-min-reviewers"] },
        {
            argument: "allowNoChecks",
            args: { checks: [], allowNoChecks: true },
            rules: ["ado-default-branch-protected"],
        },
        { argument: "allowNoWorkItems", rules: ["ado-default-branch-protected"] },
        { argument: "allowProjectAdministrators", rules: ["ado-administrators-held"] },
        { argument: "allowDestroy", rules: ["critical-resources-protected"] },
    ],
};

const azureDevOpsFeed: ComponentWeakenings = {
    of: "AzureDevOpsFeed",
    stack,
    build: (weakened) => {
        const project = hardenedProject();
        new AzureDevOpsFeed("npm", {
            feed: "npm",
            projectId: project.projectId,
            readers: [devOpsGroup(project, "web")],
            collectors: [devOpsGroup(project, "platform")],
            ...weakened,
        });
    },
    weakenings: [{ argument: "allowDestroy", rules: ["critical-resources-protected"] }],
};

/** Components of repositories and projects of Azure DevOps. */
export const devOpsRepositories: readonly ComponentWeakenings[] = [
    azureDevOpsProject,
    azureDevOpsRepositoryGuard,
    azureDevOpsFeed,
];
