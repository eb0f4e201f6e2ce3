import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { AzureDevOpsProject, type AzureDevOpsProjectArgs } from "../../../components/index";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { args } from "./projectCases";

const standing = {
    name: "Shop",
    description: "Made by hand.",
    visibility: "public",
    workItemTemplate: "Scrum",
    features: {
        artifacts: "enabled",
        boards: "enabled",
        pipelines: "enabled",
        repositories: "enabled",
        testplans: "disabled",
    },
};

describe("AzureDevOpsProject and a project that exists", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;

    before(async () => {
        sandbox = await openSandbox("adopted-project");
    });
    after(() => sandbox.close());

    const run = (kind: "preview" | "up" | "destroy", stack: string, program: () => unknown) =>
        sandbox.run(
            kind,
            {},
            {
                program: () => Promise.resolve({ made: program() !== undefined }),
                config: {},
                policyPacks: [],
                stack,
            },
        );

    it("with `adopt`, an existing project is taken over without a change to it, and a preview names what hardening will change", async () => {
        const made = await run("up", "byhand", () => new Project("shop", standing));
        assert.ok(made.ok, complaints(made));
        const guarded = (more: Partial<AzureDevOpsProjectArgs>) => () =>
            new AzureDevOpsProject("shop", { ...args, ...more });

        const preview = await run("preview", "prod", guarded({ adopt: true }));
        assert.ok(preview.ok, complaints(preview));
        const said = preview.diagnostics.map(({ message }) => message).join("\n");
        assert.match(said, /project Shop: visibility is "public"; without adopt it becomes "priv/);
        assert.match(said, /project Shop: features is .*"boards":"enabled".*"boards":"disabled"/);
        assert.doesNotMatch(said, /description/);

        const adopted = await run("up", "prod", guarded({ adopt: true }));
        assert.ok(adopted.ok, complaints(adopted));
        const project = (result: typeof adopted) =>
            result.resources.find(({ type }) => type.endsWith(":Project"));
        assert.deepEqual(project(adopted)?.outputs.visibility, "public");
        const stands = (result: typeof adopted) => {
            const outputs = project(result)?.outputs ?? {};
            return [outputs.description, outputs.workItemTemplate];
        };
        assert.deepEqual(stands(adopted), ["Made by hand.", "Scrum"]);

        const hardened = await run("up", "prod", guarded({}));
        assert.ok(hardened.ok, complaints(hardened));
        const step = hardened.steps.find(({ urn }) => urn.endsWith("::shop-project"));
        assert.equal(step?.op, "update");
        assert.equal(project(hardened)?.outputs.visibility, "private");
        assert.deepEqual(stands(hardened), ["Made by hand.", "Scrum"]);
    });

    it("goes as it came, and leaves what the organisation knows of Entra", async () => {
        const program = () => new AzureDevOpsProject("shop", { ...args, allowDestroy: true });
        for (const kind of ["up", "destroy"] as const) {
            const result = await run(kind, "prod", program);
            assert.ok(result.ok, complaints(result));
        }
        const again = await run("up", "second", () => {
            return new AzureDevOpsProject("other", { ...args, project: "Other" });
        });
        assert.ok(again.ok, complaints(again));
    });

    it("refuses a sink without TLS as soon as its address is known, and keeps a secret one to itself", async () => {
        const url = pulumi.secret("http://events.acme.example/token-in-the-path");
        const audit = { url, username: "devops", password: "x" };
        const more = { project: "Third", audit };
        const result = await run("up", "sink", () => {
            return new AzureDevOpsProject("shop", { ...args, ...more });
        });
        assert.equal(result.ok, false);
        const said = JSON.stringify(result.diagnostics);
        assert.match(said, /audit\.url: got a secret, allowed: an https address/);
        assert.doesNotMatch(said, /token-in-the-path/);
    });
});
