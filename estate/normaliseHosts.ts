import type {
    EstateAzureDevOps,
    EstateDevOpsAws,
    EstateGitHub,
    EstatePackages,
} from "../components/estate/estateHostArgs";
import type { PipelineEstateArgs } from "../components/estate/pipelineEstateArgs";
import { defaults } from "./defaults";
import type { EstateForm } from "./schema";
import type { AzureDevOpsForm, GitHubForm } from "./schemaHosts";
import type { PackagesForm } from "./schemaPackages";

type Hosts = Pick<PipelineEstateArgs, "github" | "githubPlan" | "developerDevices" | "azureDevOps">;

/** What the estate says of its two hosts. */
export function hostsOf(form: EstateForm): Hosts {
    const { github, azureDevOps } = form;
    return {
        githubPlan: form.githubPlan ?? defaults.githubPlan.value,
        developerDevices: form.developerDevices ?? defaults.developerDevices.value,
        ...(github ? { github: githubOf(github) } : {}),
        ...(azureDevOps ? { azureDevOps: azureDevOpsOf(azureDevOps) } : {}),
    };
}

function githubOf({ billingEmail, securityTeam, requiredWorkflows }: GitHubForm): EstateGitHub {
    return {
        billingEmail,
        ...(securityTeam === undefined ? {} : { securityTeam }),
        requiredWorkflows: (requiredWorkflows ?? defaults.requiredWorkflows.value).map((one) => ({
            ...one,
            ref: one.ref ?? defaults.workflowRef.value,
        })),
    };
}

/** Without the groups, which are the teams' own. */
function azureDevOpsOf(form: AzureDevOpsForm): EstateAzureDevOps {
    const { organization, project, authorEmails, infrastructurePrincipalId, aws } = form;
    return {
        organization,
        project,
        authorEmails,
        ...(aws ? { aws: devOpsAwsOf(aws) } : {}),
        ...(form.packages ? { packages: packagesOf(form, form.packages) } : {}),
        auditStream: form.auditStream ?? defaults.auditStream.value,
        adopt: form.adopt ?? defaults.adopt.value,
        ...(infrastructurePrincipalId === undefined ? {} : { infrastructurePrincipalId }),
    };
}

function devOpsAwsOf(form: NonNullable<AzureDevOpsForm["aws"]>): EstateDevOpsAws {
    return {
        organizationId: form.organizationId,
        adoptProvider: form.adoptProvider ?? defaults.adoptProvider.value,
        adoptToolkit: form.adoptToolkit ?? defaults.adoptToolkit.value,
    };
}

/** Who is a group there reads, where nobody is named. */
function packagesOf({ groups }: AzureDevOpsForm, form: PackagesForm): EstatePackages {
    const everybody = Object.keys(groups ?? {}).sort();
    return {
        project: form.project ?? defaults.packagesProject.value,
        feeds: form.feeds.map((feed) => ({
            name: feed.name,
            readers: feed.readers ?? everybody,
            collectors: feed.collectors ?? defaults.collectors.value,
            publishers: feed.publishers ?? defaults.publishers.value,
            sources: feed.sources ?? defaults.sources.value,
        })),
    };
}
