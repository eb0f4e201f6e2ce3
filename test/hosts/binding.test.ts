import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import * as hosts from "../../hosts/index";
import { hostsTypes } from "../../sandbox/cloud/hosts";

type Class = new (
    name: string,
    args: Readonly<Record<string, unknown>> | undefined,
    opts?: pulumi.CustomResourceOptions,
) => pulumi.CustomResource;
const classes = hosts as unknown as Readonly<Record<string, Class | undefined>>;

describe("the classes of gatehouse-hosts", () => {
    const seen: pulumi.runtime.MockResourceArgs[] = [];
    before(async () => {
        await pulumi.runtime.setMocks({
            newResource: (args) => {
                seen.push(args);
                return { id: `${args.name}-id`, state: args.inputs as object };
            },
            call: () => ({}),
        });
    });

    for (const { token, inputs } of hostsTypes) {
        const name = token.split(":").pop() ?? "";
        const names = Object.keys(inputs).sort();
        const isRequired = (one: string) => inputs[one]?.required === true;

        it(`${name} sends exactly what the emulated host takes`, async () => {
            const Made = classes[name];
            assert.ok(Made);
            const args = Object.fromEntries(names.map((one) => [one, { of: one }]));
            const resource = new Made(`all-${name}`, { ...args, stranger: "no" });
            await new Promise((resolve) => resource.id.apply(resolve));
            const registered = seen.find((one) => one.name === `all-${name}`);
            assert.equal(registered?.type, token);
            assert.deepEqual(Object.keys(registered.inputs as object).sort(), names);
        });

        it(`${name} demands exactly what the emulated host demands`, () => {
            const Made = classes[name];
            assert.ok(Made);
            const args = Object.fromEntries(names.map((one) => [one, {}]));
            for (const one of names) {
                const make = () => new Made(`no-${one}-${name}`, { ...args, [one]: undefined });
                if (isRequired(one)) assert.throws(make, new RegExp(`Missing.*'${one}'`));
                else assert.doesNotThrow(make);
            }
        });
    }

    it("names everything that is missing at once", () => {
        assert.throws(
            () => new hosts.GitHubDeploymentProtectionRule("x", {} as never),
            /Missing required property 'repository', 'environment', 'integrationId'/,
        );
    });

    it("marks the secret parts of a stream's target, and nothing else", async () => {
        const stream = new hosts.GitHubAuditStream("stream", {
            enterprise: "acme",
            splunk: pulumi.output({ domain: "splunk.example", port: 8088, token: "hush" }),
        });
        const { splunk } = stream as unknown as Record<string, pulumi.Output<unknown>>;
        assert.ok(splunk);
        assert.equal(await pulumi.isSecret(splunk), true);
        assert.equal(await pulumi.isSecret(stream.enterprise), false);
    });

    it("configures a provider with everything as text, as the engine wants it", async () => {
        const provider = new hosts.Provider("hosts", {
            githubOwner: "acme",
            requestsPerMinute: 30,
        });
        await new Promise((resolve) => provider.urn.apply(resolve));
        const registered = seen.find(({ type }) => type === "pulumi:providers:gatehouse-hosts");
        assert.deepEqual(registered?.inputs, { githubOwner: "acme", requestsPerMinute: "30" });
    });
});
