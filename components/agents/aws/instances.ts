import { Group } from "@pulumi/aws/autoscaling/group";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate";
import type { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import * as pulumi from "@pulumi/pulumi";

import type { AwsRunnerInstances, AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import { bootProgram } from "../boot/bootProgram";
import { operatingSystems, type OperatingSystem } from "./operatingSystems";
import { common, type Placement } from "./placement";

/** Longest life of a machine, in seconds: a day, the least AWS takes. The boot program ends it then too. */
const longestLife = 86_400;

/** The operating system of the machines. */
export function systemOf({ operatingSystem }: AwsRunnerInstances): OperatingSystem {
    return operatingSystems[operatingSystem ?? "AMAZON_LINUX_2023"] ?? operatingSystems.UBUNTU;
}

/** What a machine is made from. */
export function createTemplate(
    place: Placement,
    args: AwsRunnerPoolArgs,
    machines: AwsRunnerInstances,
    profile: InstanceProfile,
    userData: pulumi.Output<string>,
): LaunchTemplate {
    const { parent, name, prefix, tags } = place;
    const tagged = { ...tags, Name: prefix, [systemOf(machines).patchTag]: prefix };
    return new LaunchTemplate(
        `${name}-template`,
        {
            ...common(place, "runner"),
            name: `${prefix}-runner`,
            description: `Runners of ${prefix}: one job each`,
            updateDefaultVersion: true,
            imageId: machines.imageId ?? `resolve:ssm:${machines.imageParameter ?? ""}`,
            instanceType: machines.instanceType ?? "m7i.xlarge",
            iamInstanceProfile: { arn: profile.arn },
            userData,
            // A job's end is the machine's end: it powers off, and what is off is gone.
            instanceInitiatedShutdownBehavior: "terminate",
            metadataOptions: {
                httpEndpoint: "enabled",
                httpTokens: "required",
                httpPutResponseHopLimit: 1,
                instanceMetadataTags: "disabled",
            },
            networkInterfaces: [
                {
                    deviceIndex: 0,
                    associatePublicIpAddress: "false",
                    deleteOnTermination: "true",
                    securityGroups: [args.securityGroupId],
                },
            ],
            blockDeviceMappings: [
                {
                    deviceName: systemOf(machines).rootDevice,
                    ebs: {
                        volumeType: "gp3",
                        volumeSize: machines.volumeGigabytes ?? 30,
                        encrypted: "true",
                        deleteOnTermination: "true",
                        ...(machines.volumeKeyArn ? { kmsKeyId: machines.volumeKeyArn } : {}),
                    },
                },
            ],
            monitoring: { enabled: true },
            tagSpecifications: [
                { resourceType: "instance", tags: tagged },
                { resourceType: "volume", tags: tagged },
            ],
        },
        { parent },
    );
}

/** The program a machine boots with, once the numbers in it are known. */
export function startupData(
    place: Placement,
    args: AwsRunnerPoolArgs,
    machines: AwsRunnerInstances,
    runnerGroupId: pulumi.Output<string>,
    logGroupName: string,
): pulumi.Output<string> {
    return pulumi.all([runnerGroupId, machines.appKeyArn]).apply(([groupId, signingKey]) => {
        const program = bootProgram({
            cloud: "aws",
            host: "github",
            mode: "ephemeral",
            namePrefix: place.prefix,
            region: place.region,
            logGroupName,
            lifetimeMinutes: longestLife / 60,
            ...(machines.workFolderMegabytes === undefined
                ? {}
                : { workFolderMegabytes: machines.workFolderMegabytes }),
            github: {
                organization: args.organization,
                runnerGroupId: Number(groupId),
                labels: [place.prefix],
                appId: machines.appClientId,
                installationId: machines.installationId,
                signingKey,
            },
        });
        return Buffer.from(program).toString("base64");
    });
}

/** As many machines as asked for, always: one that is done is replaced by a new one. */
export function createGroup(
    place: Placement,
    args: AwsRunnerPoolArgs,
    machines: AwsRunnerInstances,
    template: LaunchTemplate,
): Group {
    const { parent, name, prefix, region } = place;
    return new Group(
        `${name}-machines`,
        {
            region,
            name: prefix,
            minSize: machines.maximum,
            maxSize: machines.maximum,
            desiredCapacity: machines.maximum,
            vpcZoneIdentifiers: args.subnetIds,
            // A numbered version: AWS cannot roll back to "the latest".
            launchTemplate: {
                id: template.id,
                version: template.latestVersion.apply(String),
            },
            maxInstanceLifetime: longestLife,
            healthCheckType: "EC2",
            terminationPolicies: ["OldestLaunchTemplate", "OldestInstance"],
            instanceRefresh: {
                strategy: "Rolling",
                preferences: { autoRollback: true, minHealthyPercentage: 50, skipMatching: true },
            },
            tags: Object.entries(place.tags).map(([key, value]) => ({
                key,
                value,
                propagateAtLaunch: false,
            })),
        },
        { parent },
    );
}
