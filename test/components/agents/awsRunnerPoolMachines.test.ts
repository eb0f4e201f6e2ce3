import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { bootProgram } from "../../../components/agents/boot/bootProgram";
import { appKeyArn, buildMachines, deployPools, machines, only } from "../../support/awsPools";
import { known, type Recording } from "../../support/mocks";
import { ofType } from "../../support/packets/standing";

const template = ({ recording }: { recording: Recording }) =>
    recording.one("LaunchTemplate").inputs;
const program = (built: { recording: Recording }) =>
    Buffer.from(String(template(built).userData), "base64").toString();

describe("the machines of AwsRunnerPool", function () {
    this.timeout(120_000);

    it("a machine takes one job and is terminated when it powers off, after a day at the latest", async () => {
        const built = await buildMachines();
        assert.equal(template(built).instanceInitiatedShutdownBehavior, "terminate");
        assert.match(program(built), /^SuccessAction=poweroff$/m);
        assert.match(program(built), /^FailureAction=poweroff$/m);
        assert.match(program(built), /^RuntimeMaxSec=1440min$/m);
        const group = built.recording.one("Group").inputs;
        assert.equal(group.maxInstanceLifetime, 86_400);
        assert.deepEqual(
            [group.minSize, group.desiredCapacity, group.maxSize, group.name],
            [2, 2, 2, "builds-staging"],
        );
    });

    it("a machine answers to IMDSv2 only, one hop away, and does not tell its tags", async () => {
        assert.deepEqual(template(await buildMachines()).metadataOptions, {
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
            instanceMetadataTags: "disabled",
        });
    });

    it("a machine has no public address and no key for SSH, and is in the given security group only", async () => {
        const inputs = template(await buildMachines());
        assert.deepEqual(inputs.networkInterfaces, [
            {
                deviceIndex: 0,
                associatePublicIpAddress: "false",
                deleteOnTermination: "true",
                securityGroups: ["sg-0123456789abcdef0"],
            },
        ]);
        for (const name of ["keyName", "vpcSecurityGroupIds", "securityGroupNames"]) {
            assert.ok(!(name in inputs), name);
        }
    });

    it("the volumes of a machine are encrypted and end with it", async () => {
        const volumes = async (of: Parameters<typeof buildMachines>[1]) =>
            template(await buildMachines({}, of)).blockDeviceMappings;
        const ebs = {
            volumeType: "gp3",
            volumeSize: 30,
            encrypted: "true",
            deleteOnTermination: "true",
        };
        assert.deepEqual(await volumes({}), [{ deviceName: "/dev/xvda", ebs }]);
        const more = {
            operatingSystem: "UBUNTU",
            volumeGigabytes: 80,
            volumeKeyArn: appKeyArn,
        };
        assert.deepEqual(await volumes(more), [
            { deviceName: "/dev/sda1", ebs: { ...ebs, volumeSize: 80, kmsKeyId: appKeyArn } },
        ]);
    });

    it("a machine starts from one image, named by its id or by one version of a parameter", async () => {
        assert.equal(template(await buildMachines()).imageId, "ami-0123456789abcdef0");
        const imageParameter = "/acme/images/runner:7";
        const built = await buildMachines({}, { imageId: undefined, imageParameter });
        assert.equal(template(built).imageId, "resolve:ssm:/acme/images/runner:7");
        for (const wrong of ["/acme/images/runner", "/acme/images/runner:0", "runner:latest"]) {
            await assert.rejects(
                buildMachines({}, { imageId: undefined, imageParameter: wrong }),
                /the name of a parameter and its version/,
            );
        }
        await assert.rejects(buildMachines({}, { imageParameter }), /exactly one of imageId/);
    });

    it("a machine carries no secret in its startup data", async () => {
        const built = await buildMachines();
        const expected = bootProgram({
            cloud: "aws",
            host: "github",
            mode: "ephemeral",
            namePrefix: "builds-staging",
            region: "eu-west-1",
            logGroupName: "/gatehouse/builds-staging/runners",
            lifetimeMinutes: 1440,
            github: {
                organization: "acme",
                runnerGroupId: Number(await known(built.result.runnerGroupId)),
                labels: ["builds-staging"],
                appId: machines.appClientId,
                installationId: machines.installationId,
                signingKey: appKeyArn,
            },
        });
        // Nothing but the program, whose facts are names and numbers.
        assert.equal(program(built), expected);
        assert.doesNotMatch(expected, /PRIVATE KEY|gh[pousr]_\w{20}|AKIA\w{16}/);
    });

    it("security patches are installed on waiting machines every night", async () => {
        const { recording } = await buildMachines();
        const baseline = recording.one("PatchBaseline").inputs;
        assert.equal(baseline.operatingSystem, "AMAZON_LINUX_2023");
        assert.match(JSON.stringify(baseline.approvalRules), /"CLASSIFICATION".*"Security"/);
        assert.equal(recording.one("PatchGroup").inputs.patchGroup, "builds-staging");
        const specifications = recording.one("LaunchTemplate").inputs.tagSpecifications as {
            resourceType: string;
            tags: Record<string, string>;
        }[];
        const tags = specifications.find((one) => one.resourceType === "instance")?.tags;
        assert.equal(tags?.["Patch Group"], "builds-staging");
        const [target] = recording.one("MaintenanceWindowTarget").inputs.targets as object[];
        assert.deepEqual(target, { key: "tag:Patch Group", values: ["builds-staging"] });
        assert.equal(recording.one("MaintenanceWindow").inputs.schedule, "cron(0 3 ? * * *)");
        const task = recording.one("MaintenanceWindowTask").inputs;
        assert.equal(task.taskArn, "AWS-RunPatchBaseline");
        assert.match(JSON.stringify(task), /"Operation","values":\["Install"\]/);
        assert.match(JSON.stringify(task), /"RebootOption","values":\["NoReboot"\]/);
    });

    it("are the ones the window patches, and the group replaces by a numbered version", async () => {
        const { machines: standing } = await deployPools();
        const [target] = ofType(standing, "ssm/maintenanceWindowTarget:MaintenanceWindowTarget");
        const task = only(standing, "ssm/maintenanceWindowTask:MaintenanceWindowTask");
        assert.deepEqual(task.targets, [{ key: "WindowTargetIds", values: [target?.id] }]);
        const { version } = only(standing, "autoscaling/group:Group").launchTemplate as {
            version: string;
        };
        assert.equal(version, "1");
    });

    it("somebody who looks at a machine does so through a logged session of Systems Manager", async () => {
        const { recording } = await buildMachines();
        const document = recording.one("Document").inputs;
        assert.equal(document.documentType, "Session");
        const { inputs } = JSON.parse(String(document.content)) as {
            inputs: Record<string, unknown>;
        };
        assert.equal(inputs.cloudWatchLogGroupName, recording.one("LogGroup").inputs.name);
        assert.equal(inputs.cloudWatchEncryptionEnabled, true);
        assert.equal(inputs.cloudWatchStreamingEnabled, true);
    });

    it("are replaced in turn, and rolled back when the new ones fail", async () => {
        const { recording } = await buildMachines();
        const group = recording.one("Group").inputs;
        assert.deepEqual(group.instanceRefresh, {
            strategy: "Rolling",
            preferences: { autoRollback: true, minHealthyPercentage: 50, skipMatching: true },
        });
    });

    it("keep a secret argument secret", async () => {
        const { recording } = await buildMachines({}, { appKeyArn: pulumi.secret(appKeyArn) });
        const { userData } = recording.one("LaunchTemplate").inputs;
        assert.notEqual(typeof userData, "string");
    });

    it("may be given other sizes, and the boot program is told", async () => {
        const built = await buildMachines({}, { workFolderMegabytes: 4096, maximum: 1 });
        assert.match(program(built), /^work_megabytes='?4096'?$/m);
    });
});
