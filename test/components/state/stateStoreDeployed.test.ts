import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { Role } from "@pulumi/aws/iam";
import { StateStore } from "../../../components/index";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { inAws } from "./stores";

/** A store whose roles are made with it, so that its policies are not known in preview. */
function program(): Promise<Record<string, unknown>> {
    const roleOf = (name: string): Role =>
        new Role(name, {
            name,
            assumeRolePolicy: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "ec2.amazonaws.com" },
                        Action: "sts:AssumeRole",
                    },
                ],
            },
        });
    const store = new StateStore("state", {
        stacks: ["dev"],
        allowDestroy: true,
        aws: {
            ...inAws.aws,
            writerArns: [roleOf("apply").arn],
            plannerArns: [roleOf("plan").arn],
        },
    });
    return Promise.resolve({ login: store.loginCommand, init: store.stackInitCommands });
}

/** Azure is deployed by the example of the documentation. */
describe("a StateStore in the emulated AWS, under the pack", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;

    before(async () => {
        sandbox = await openSandbox("state-store");
    });
    after(() => sandbox.close());

    it("stands after one run, stays as it is in the next, and goes when that is allowed", async () => {
        const run = (kind: "up" | "preview" | "destroy") =>
            sandbox.run(kind, {}, { program, config: {} });
        const made = await run("up");
        assert.ok(made.ok, complaints(made));
        assert.deepEqual(made.violations, []);
        assert.deepEqual(made.outputs, {
            login: "pulumi login 's3://acme-state?region=eu-west-1&awssdk=v2'",
            init: [
                "pulumi stack init 'dev' --secrets-provider='awskms://alias/acme-state-secrets?region=eu-west-1'",
            ],
        });
        const again = await run("preview");
        assert.ok(again.ok, complaints(again));
        assert.deepEqual(
            again.steps.filter(({ op }) => op !== "same"),
            [],
        );
        const gone = await run("destroy");
        assert.ok(gone.ok, complaints(gone));
        assert.deepEqual(gone.resources, []);
    });
});
