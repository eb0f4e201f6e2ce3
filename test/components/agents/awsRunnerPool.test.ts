import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { AwsRunnerPoolArgs } from "../../../components/index";
import { buildContainers, buildMachines, deployPools, only } from "../../support/awsPools";
import type { Recording } from "../../support/mocks";
import { ofType, type Standing } from "../../support/packets/standing";

const workflows = ["acme/web/.github/workflows/release.yml@refs/heads/main"];

describe("AwsRunnerPool", function () {
    this.timeout(120_000);
    let pools: { machines: Standing[]; containers: Standing[]; network: Standing[] };

    before(async () => {
        pools = await deployPools();
    });

    it("stands in the emulated cloud, of both kinds, in the network of agents", () => {
        const group = only(pools.machines, "autoscaling/group:Group");
        const subnets = ofType(pools.network, "ec2/subnet:Subnet")
            .filter(({ name }) => name.startsWith("network-agents-"))
            .map(({ id }) => id)
            .sort();
        assert.deepEqual([...(group.vpcZoneIdentifiers as string[])].sort(), subnets);
        const project = only(pools.containers, "codebuild/project:Project");
        const { subnets: inside } = project.vpcConfig as { subnets: string[] };
        assert.deepEqual([...inside].sort(), subnets);
    });

    it("a pool serves one tier: its runner group, label, role, machines and log are its own and bear the tier", async () => {
        /** Every name the pool chose, and the label its runners have. */
        const namesOf = ({ recording }: { recording: Recording }) => {
            const named = recording.resources
                .filter(({ custom }) => custom)
                .map(({ type, inputs }) => `${type} ${String(inputs.name)}`)
                .filter((name) => !name.endsWith(" undefined") && !name.endsWith(" runner"));
            return [...named, ...labelsOf(recording)];
        };
        for (const build of [buildMachines, buildContainers]) {
            const all: string[] = [];
            for (const tier of ["pullRequest", "development", "staging", "production"]) {
                const names = namesOf(await build({ tier, workflows }));
                const word = tier === "pullRequest" ? "pull-request" : tier;
                assert.ok(names.length >= 5, names.join());
                for (const name of names) {
                    assert.ok(name.includes(`builds-${word}`), name);
                }
                all.push(...names);
            }
            assert.equal(new Set(all).size, all.length, "no two pools share a name");
        }
    });

    /** Labels in the startup data, if there is some. */
    function labelsOf(recording: Recording): string[] {
        return recording.all("LaunchTemplate").flatMap(({ inputs }) => {
            const program = Buffer.from(String(inputs.userData), "base64").toString();
            const [, labels] = /^labels='(.*)'$/m.exec(program) ?? [];
            return JSON.parse(labels ?? "") as string[];
        });
    }

    it("only the listed repositories use the pool, and no public one", async () => {
        for (const build of [buildMachines, buildContainers]) {
            const { recording } = await build();
            const group = recording.one("ActionsRunnerGroup").inputs;
            assert.equal(group.visibility, "selected");
            assert.deepEqual(group.selectedRepositoryIds, [201, 202]);
            assert.equal(group.allowsPublicRepositories, false);
        }
        const { recording } = await buildContainers();
        const [variables] = recording
            .all("Project")
            .map(({ inputs }) => inputs.environment as { environmentVariables: unknown[] });
        assert.deepEqual(variables?.environmentVariables.slice(0, 1), [
            {
                name: "CODEBUILD_CONFIG_GITHUB_ACTIONS_ORG_REGISTRATION_NAME",
                value: "acme",
                type: "PLAINTEXT",
            },
        ]);
    });

    it("registers containers in the pool's own runner group", () => {
        const groups = pools.containers.filter(({ type }) => type.endsWith(":ActionsRunnerGroup"));
        const { environmentVariables } = only(pools.containers, "codebuild/project:Project")
            .environment as { environmentVariables: { name: string; value: string }[] };
        const variable = environmentVariables.find(({ name }) => name.endsWith("RUNNER_GROUP_ID"));
        assert.equal(variable?.value, groups[0]?.id);
    });

    it("a production pool takes jobs of the listed workflows only, each at a ref or commit", async () => {
        for (const build of [buildMachines, buildContainers]) {
            const { recording } = await build({ tier: "production", workflows });
            const group = recording.one("ActionsRunnerGroup").inputs;
            assert.equal(group.restrictedToWorkflows, true);
            assert.deepEqual(group.selectedWorkflows, workflows);
            const refused = async (more: Partial<AwsRunnerPoolArgs>) =>
                assert.rejects(build({ tier: "production", ...more }), /workflows/);
            await refused({});
            await refused({ workflows: [] });
            await refused({ workflows: ["acme/web/.github/workflows/release.yml@*"] });
            await refused({ workflows: ["acme/web/.github/workflows/release.yml@main"] });
            await refused({ workflows: ["acme/web/.github/workflows/release.yml"] });
            await refused({ workflows: ["evil/web/.github/workflows/a.yml@refs/heads/main"] });
        }
    });

    it("the log is kept for a year at least under a customer key, and is protected unless allowDestroy is given", async () => {
        for (const resources of [pools.machines, pools.containers]) {
            const log = only(resources, "cloudwatch/logGroup:LogGroup");
            const key = only(resources, "kms/key:Key");
            assert.equal(log.retentionInDays, 365);
            assert.equal(log.kmsKeyId, key.arn);
            assert.equal(key.enableKeyRotation, true);
        }
        for (const build of [buildMachines, buildContainers]) {
            const protectedOnes = async (more: Partial<AwsRunnerPoolArgs>) => {
                const { recording } = await build(more);
                const found = recording.resources.filter((one) => one.protect);
                return found.map(({ name }) => name).toSorted();
            };
            assert.deepEqual(await protectedOnes({}), ["p-log-key", "p-logs"]);
            assert.deepEqual(await protectedOnes({ allowDestroy: true }), []);
        }
    });

    it("a container is made for one job, without privileges, in the given subnets and security group", async () => {
        const { recording } = await buildContainers();
        const project = recording.one("Project").inputs;
        assert.deepEqual(project.artifacts, { type: "NO_ARTIFACTS" });
        assert.deepEqual(project.cache, { type: "NO_CACHE" });
        assert.equal(project.projectVisibility, "PRIVATE");
        assert.equal(project.concurrentBuildLimit, 3);
        const environment = project.environment as Record<string, unknown>;
        assert.equal(environment.privilegedMode, false);
        assert.equal(environment.type, "LINUX_CONTAINER", "containers are never used again");
        assert.ok(!("fileSystemLocations" in project));
        assert.deepEqual(project.vpcConfig, {
            vpcId: "vpc-0123456789abcdef0",
            subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
            securityGroupIds: ["sg-0123456789abcdef0"],
        });
        assert.ok(String(project.encryptionKey).includes("kms"), "a customer key");
    });

    it("CodeBuild reaches GitHub through a connection, no token is stored", async () => {
        const connection = only(pools.containers, "codeconnections/connection:Connection");
        const { source } = only(pools.containers, "codebuild/project:Project") as {
            source: Record<string, unknown>;
        };
        assert.deepEqual(source.auth, { type: "CODECONNECTIONS", resource: connection.arn });
        assert.equal(source.insecureSsl, false);
        assert.equal(
            ofType(pools.containers, "codebuild/sourceCredential:SourceCredential").length,
            0,
        );
        const connectionArn =
            "arn:aws:codeconnections:eu-west-1:123456789012:connection/11111111-2222-3333-4444-555555555555";
        const { recording } = await buildContainers({}, { connectionArn });
        assert.equal(recording.all("Connection").length, 0);
        const given = recording.one("Project").inputs.source as { auth: { resource: string } };
        assert.equal(given.auth.resource, connectionArn);
    });

    it("CodeBuild starts for queued jobs of the listed repositories only", async () => {
        const { recording } = await buildContainers();
        const webhook = recording.one("Webhook").inputs;
        assert.deepEqual(webhook.scopeConfiguration, {
            name: "acme",
            scope: "GITHUB_ORGANIZATION",
        });
        const [group, ...others] = webhook.filterGroups as {
            filters: { type: string; pattern: string }[];
        }[];
        assert.deepEqual(others, [], "a build needs one group only to agree");
        const [event, repository, ...more] = group?.filters ?? [];
        assert.deepEqual(more, []);
        assert.deepEqual(event, { type: "EVENT", pattern: "WORKFLOW_JOB_QUEUED" });
        assert.equal(repository?.type, "REPOSITORY_NAME");
        const listens = (name: string) => new RegExp(repository.pattern).test(name);
        assert.ok(listens("web") && listens("my.api"));
        for (const name of ["we", "web2", "evil-web", "my-api", "my.api.x", "", "web|my.api"]) {
            assert.ok(!listens(name), name);
        }
    });

    it("a build of a pull request waits for the comment of a maintainer", async () => {
        const { recording } = await buildContainers();
        assert.deepEqual(recording.one("Webhook").inputs.pullRequestBuildPolicy, {
            requiresCommentApproval: "ALL_PULL_REQUESTS",
            approverRoles: ["GITHUB_MAINTAIN", "GITHUB_ADMIN"],
        });
    });
});
