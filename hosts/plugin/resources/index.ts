import type { HostResource } from "../hostResource";
import { azureDevOpsAdvancedSecurity } from "./azureDevOpsAdvancedSecurity";
import { azureDevOpsAuditStream } from "./azureDevOpsAuditStream";
import { azureDevOpsFeedUpstreams } from "./azureDevOpsFeedUpstreams";
import { azureDevOpsPipelineSettings } from "./azureDevOpsPipelineSettings";
import { gitHubAuditStream } from "./gitHubAuditStream";
import { gitHubDeploymentProtectionRule } from "./gitHubDeploymentProtectionRule";
import { gitHubForkApproval } from "./gitHubForkApproval";
import { gitHubImmutableReleases } from "./gitHubImmutableReleases";
import { gitHubImmutableSubject } from "./gitHubImmutableSubject";
import { gitHubPrivateVulnerabilityReporting } from "./gitHubPrivateVulnerabilityReporting";

/** All classes, by token. */
export const resources: ReadonlyMap<string, HostResource> = new Map(
    [
        azureDevOpsAdvancedSecurity,
        azureDevOpsAuditStream,
        azureDevOpsFeedUpstreams,
        azureDevOpsPipelineSettings,
        gitHubAuditStream,
        gitHubDeploymentProtectionRule,
        gitHubForkApproval,
        gitHubImmutableReleases,
        gitHubImmutableSubject,
        gitHubPrivateVulnerabilityReporting,
    ].map((one) => [`gatehouse-hosts:index:${one.name}`, one]),
);
