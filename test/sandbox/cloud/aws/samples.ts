import type { Sample } from "../everything";
import { identitySamples } from "./samplesIdentity";
import { storageSamples } from "./samplesStorage";
import { networkSamples } from "./samplesNetwork";
import { agentSamples } from "./samplesAgents";
import { managementSamples } from "./samplesManagement";
import { auditSamples } from "./samplesAudit";
import { deploySamples } from "./samplesDeploy";
import { trustSamples } from "./samplesTrust";

/** One resource of each type of AWS, in the order in which they can be created. */
export const awsSamples: readonly Sample[] = [
    ...identitySamples,
    ...storageSamples,
    ...networkSamples,
    ...agentSamples,
    ...managementSamples,
    ...auditSamples,
    ...deploySamples,
    ...trustSamples,
];
