import type { ResourceType } from "../resourceType";
import { advancedSecurity } from "./advancedSecurity";
import { deploymentRule } from "./deploymentRule";
import { devOpsAuditStream } from "./devOpsAuditStream";
import { feedUpstreams } from "./feedUpstreams";
import { forkApproval } from "./forkApproval";
import { githubAuditStream } from "./githubAuditStream";
import { immutableSubject } from "./immutableSubject";
import { pipelineSettings } from "./pipelineSettings";
import { immutableReleases, privateVulnerabilityReporting } from "./repositorySwitches";

/** Version of the binding this was written after: an outsider cannot read it there. */
export const hostsVersion = "0.1.0";

/** Types of gatehouse-hosts that are emulated: all. */
export const hostsTypes: readonly ResourceType[] = [
    advancedSecurity,
    deploymentRule,
    devOpsAuditStream,
    feedUpstreams,
    forkApproval,
    githubAuditStream,
    immutableReleases,
    immutableSubject,
    pipelineSettings,
    privateVulnerabilityReporting,
];
