import assert from "node:assert/strict";
import { Key } from "@pulumi/aws/kms/key";
import { describe, it } from "mocha";
import { AwsAgentNetwork, AwsRunnerPool } from "../../../components/index";
import { acme } from "../../support/acme";
import { networkArgs } from "../../support/awsNetworks";
import { machines, poolArgs } from "../../support/awsPools";
import { guardedWeb } from "../../support/guardedWeb";
import { complaints, openSandbox } from "../../support/sandbox";

/** A network with a pool of machines, the image as given; all of it may be deleted. */
function program(imageId: string): Promise<Record<string, unknown>> {
    const allowDestroy = true;
    const network = new AwsAgentNetwork("n", { ...networkArgs, allowDestroy });
    const web = guardedWeb({ allowDestroy });
    const key = new Key("app", { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048" });
    new AwsRunnerPool("p", {
        ...poolArgs,
        allowDestroy,
        vpcId: network.vpcId,
        subnetIds: network.agentSubnetIds,
        securityGroupId: network.securityGroupId,
        repositories: [{ name: "web", repoId: web.repositoryId }],
        instances: { ...machines, imageId, appKeyArn: key.arn },
    });
    return Promise.resolve({});
}

describe("AwsAgentNetwork with AwsRunnerPool, from the first image to the end", function () {
    this.timeout(120_000);

    it("replaces the machines by a new version of the template, and goes without a remainder", async () => {
        const sandbox = await openSandbox("aws-destroy");
        try {
            const run = (kind: "up" | "destroy", image: string) =>
                sandbox.run(kind, {}, { program: () => program(image), config: acme });
            const made = await run("up", "ami-0123456789abcdef0");
            assert.ok(made.ok, complaints(made));
            const changed = await run("up", "ami-0fedcba9876543210");
            assert.ok(changed.ok, complaints(changed));
            assert.deepEqual(
                changed.steps
                    .filter(({ op, type }) => op !== "same" && type.startsWith("aws:"))
                    .map(({ op, type }) => `${op} ${type}`),
                [
                    "update aws:ec2/launchTemplate:LaunchTemplate",
                    "update aws:autoscaling/group:Group",
                ],
            );
            const gone = await run("destroy", "ami-0fedcba9876543210");
            assert.ok(gone.ok, complaints(gone));
            assert.deepEqual(gone.resources, []);
        } finally {
            await sandbox.close();
        }
    });
});
