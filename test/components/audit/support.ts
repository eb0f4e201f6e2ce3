import {
    AuditTrail,
    type AuditTrailArgs,
    type AuditTrailAws,
    type AuditTrailAzure,
} from "../../../components/index";
import { evaluate } from "../../../sandbox/cloud/aws/policy/evaluate";
import { readPolicy } from "../../../sandbox/cloud/aws/policy/read";
import { record, type Recording } from "../../support/mocks";
import { account, apply, applyRole, breakGlass, breakGlassRole } from "./samples";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
export const agentSubnet = `/subscriptions/${subscriptionId}/resourceGroups/rg-agents/providers/Microsoft.Network/virtualNetworks/vnet-agents/subnets/agents`;

export const azure: AuditTrailAzure = {
    subscriptionId,
    resourceGroupName: "rg",
    location: "uksouth",
    applyPrincipalIds: [apply],
    breakGlassPrincipalIds: [breakGlass],
    agentSubnetIds: [agentSubnet],
    agentRanges: ["10.20.1.0/24"],
    archiveAccountName: "stacmeaudit",
};

export const aws: AuditTrailAws = {
    accountId: account,
    region: "eu-west-1",
    bucketName: "acme-audit",
    applyRoleArns: [applyRole],
    breakGlassRoleArns: [breakGlassRole],
    agentFlowLogGroups: ["/acme/agents"],
};

export const common = {
    organization: "acme",
    emails: ["security@acme.example", "cto@acme.example"],
};

type More<T> = Partial<T> & { trail?: Partial<AuditTrailArgs> };

export function buildAzure({ trail, ...more }: More<AuditTrailAzure> = {}) {
    const args = { ...common, ...trail, azure: { ...azure, ...more } };
    return record(() => new AuditTrail("audit", args));
}

export function buildAws({ trail, ...more }: More<AuditTrailAws> = {}) {
    const args = { ...common, ...trail, aws: { ...aws, ...more } };
    return record(() => new AuditTrail("audit", args));
}

/** The inputs of the resource of a type and name; the name without "audit-". */
export function inputs(recording: Recording, type: string, name: string): Record<string, unknown> {
    return recording.named(type, `audit-${name}`).inputs;
}

/** The same build for every test that only looks at it. */
export function once<T>(build: () => Promise<T>): () => Promise<T> {
    let built: Promise<T> | undefined;
    return () => (built ??= build());
}

/** The trail of {@link buildAws}. */
export const trailArn = `arn:aws:cloudtrail:eu-west-1:${account}:trail/acme-audit`;

/** What a policy says to a service that asks for something in the name of a resource. */
export function verdict(
    document: unknown,
    service: string,
    action: string,
    resource: string,
    more: Record<string, string> = {},
): string {
    const context = { "aws:SourceArn": trailArn, "aws:SecureTransport": "true", ...more };
    return evaluate(readPolicy(String(document)), {
        action,
        resource,
        // The policy of a role says nothing of who: the role has it.
        ...(service === ""
            ? {}
            : { principal: { kind: "Service", name: `${service}.amazonaws.com` } }),
        context: new Map(Object.entries(context).map(([key, one]) => [key.toLowerCase(), [one]])),
    });
}
