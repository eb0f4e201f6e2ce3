import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AwsRunnerPool, type AwsRunnerPoolArgs } from "../../../components/index";
import { buildContainers, buildMachines, machines, poolArgs } from "../../support/awsPools";
import { known, refusal } from "../../support/mocks";

const refused = async (more: Partial<AwsRunnerPoolArgs>) => {
    const message = await refusal(() => new AwsRunnerPool("p", { ...poolArgs, ...more }));
    return message.split("\n").slice(1);
};

describe("the arguments of AwsRunnerPool", () => {
    it("are refused all at once", async () => {
        const message = await refusal(
            () =>
                new AwsRunnerPool("p", {
                    ...poolArgs,
                    poolName: "a-name-that-is-too-long",
                    tier: "prod",
                    accountId: "1",
                    region: "europe",
                    organization: "acme corp",
                    repositories: [
                        { name: "web", repoId: 1 },
                        { name: "WEB", repoId: 1 },
                    ],
                    logRetentionDays: 1,
                    instances: {
                        imageId: "ubuntu",
                        operatingSystem: "WINDOWS",
                        instanceType: "big",
                        maximum: 0,
                        volumeGigabytes: 1,
                        appClientId: "",
                        installationId: 0,
                        appKeyArn: "alias/app",
                        workFolderMegabytes: 1,
                        patchSchedule: "nightly",
                    },
                }),
        );
        const lines = message.split("\n");
        assert.match(lines[0] ?? "", /^AwsRunnerPool "p": 17 arguments are not acceptable$/);
        const instance = [
            ...["imageId", "operatingSystem", "instanceType", "maximum", "volumeGigabytes"],
            ...["appClientId", "installationId", "appKeyArn", "workFolderMegabytes"],
            "patchSchedule",
        ].map((name) => `instances.${name}`);
        assert.deepEqual(
            lines.slice(1).map((line) => line.trim().split(":")[0]),
            [
                ...["poolName", "tier", "accountId", "region", "organization"],
                "repositories[1].name",
                ...instance,
                "logRetentionDays",
            ],
        );
    });

    it("name exactly one kind", async () => {
        const allowed = /exactly one of instances and codeBuild/;
        assert.match((await refused({})).join(), allowed);
        const both = { instances: machines, codeBuild: { maximum: 1 } };
        assert.match((await refused(both)).join(), allowed);
    });

    it("name at least one repository", async () => {
        const none = { repositories: [], codeBuild: { maximum: 1 } };
        assert.match((await refused(none)).join(), /at least one repository/);
    });

    it("give containers a size, a time and an image of CodeBuild's", async () => {
        const codeBuild = {
            connectionArn: "github",
            image: "ubuntu",
            computeType: "HUGE",
            maximum: 0,
            timeoutMinutes: 1,
        };
        assert.deepEqual(
            (await refused({ codeBuild })).map((line) => line.trim().split(":")[0]),
            Object.keys(codeBuild).map((name) => `codeBuild.${name}`),
        );
        const given = {
            image: "aws/codebuild/standard:7.0",
            computeType: "BUILD_GENERAL1_LARGE",
            timeoutMinutes: 90,
        };
        const { recording } = await buildContainers({}, given);
        const { inputs } = recording.one("Project");
        const { image, computeType } = inputs.environment as Record<string, unknown>;
        assert.deepEqual({ image, computeType, timeoutMinutes: inputs.buildTimeout }, given);
    });

    it("may bring a boundary and a key of the account's own", async () => {
        const permissionsBoundaryArn = "arn:aws:iam::123456789012:policy/boundary";
        const logKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
        for (const build of [buildMachines, buildContainers]) {
            const { recording } = await build({ permissionsBoundaryArn, logKeyArn });
            assert.equal(recording.all("Policy").length, 0);
            assert.equal(recording.one("Role").inputs.permissionsBoundary, permissionsBoundaryArn);
            assert.equal(recording.all("Key").length, 0);
            assert.equal(recording.one("LogGroup").inputs.kmsKeyId, logKeyArn);
        }
    });

    it("reach every resource with tags, and the pool says what workflows ask for", async () => {
        for (const build of [buildMachines, buildContainers]) {
            const { recording } = await build({ tags: { owner: "platform" } });
            const tagged = recording.resources.filter(
                ({ custom, inputs }) => custom && inputs.tags !== undefined,
            );
            assert.ok(tagged.length >= 6, String(tagged.length));
            for (const { name, type, inputs } of tagged) {
                const text = JSON.stringify(inputs.tags);
                assert.match(text, /platform/, `${type} ${name}`);
                assert.match(text, /staging/, `${type} ${name}`);
            }
        }
        const { result: onMachines } = await buildMachines();
        assert.equal(await known(onMachines.runsOn), "builds-staging");
        assert.equal(await known(onMachines.autoScalingGroupName), "builds-staging");
        assert.equal(await known(onMachines.projectName), "");
        const { result: inContainers } = await buildContainers();
        assert.equal(
            await known(inContainers.runsOn),
            "codebuild-builds-staging-${{ github.run_id }}-${{ github.run_attempt }}",
        );
        assert.equal(await known(inContainers.autoScalingGroupName), "");
        assert.equal(await known(inContainers.projectName), "builds-staging");
        assert.match(await known(inContainers.logGroupName), /builds-staging\/runners$/);
    });
});
