import { Analyzer } from "@pulumi/aws/accessanalyzer";
import { Detector, DetectorFeature } from "@pulumi/aws/guardduty";
import { Account } from "@pulumi/aws/securityhub";
import type * as pulumi from "@pulumi/pulumi";

import type { AwsFacts, AwsNames } from "./facts";

/**
 * Features of GuardDuty, each with what belongs to it. Without its agent on the machines runtime
 * monitoring sees nothing, so AWS is told to keep it there.
 *
 * source: Amazon GuardDuty API reference, DetectorFeatureConfiguration; date: 2026-11-21
 */
export const guardDutyFeatures: Readonly<Record<string, readonly string[]>> = {
    EBS_MALWARE_PROTECTION: [],
    EKS_AUDIT_LOGS: [],
    LAMBDA_NETWORK_LOGS: [],
    RDS_LOGIN_EVENTS: [],
    RUNTIME_MONITORING: ["EC2_AGENT_MANAGEMENT"],
    S3_DATA_EVENTS: [],
};

/** What agents and state need. */
export const defaultFeatures: readonly string[] = ["S3_DATA_EVENTS", "RUNTIME_MONITORING"];

/** A GuardDuty detector with its features, and an analyzer of what the account shares. */
export function createDetection(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    features: readonly string[],
): void {
    const { region, tags } = facts;
    const detector = new Detector(
        `${name}-detector`,
        { region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES", tags },
        { parent },
    );
    for (const feature of features) {
        const agents = guardDutyFeatures[feature] ?? [];
        new DetectorFeature(
            `${name}-detector-${feature.toLowerCase().replaceAll("_", "-")}`,
            {
                region,
                detectorId: detector.id,
                name: feature,
                status: "ENABLED",
                additionalConfigurations: agents.map((agent) => ({
                    name: agent,
                    status: "ENABLED",
                })),
            },
            { parent },
        );
    }
    // Unlike a trail an analyzer must begin with a letter.
    const analyzerName = /^[a-z]/.test(names.trail) ? names.trail : `x-${names.trail}`;
    new Analyzer(`${name}-analyzer`, { region, analyzerName, type: "ACCOUNT", tags }, { parent });
}

/** Security Hub with its default standards. */
export function createSecurityHub(parent: pulumi.Resource, name: string, facts: AwsFacts): void {
    new Account(
        `${name}-security-hub`,
        { region: facts.region, enableDefaultStandards: true, autoEnableControls: true },
        { parent },
    );
}
