import assert from "node:assert/strict";
import { Git, GitRepositoryBranch, Group, Project } from "@pulumi/azuredevops";
import { after, before, describe, it } from "mocha";
import {
    AzureDevOpsRepositoryGuard,
    type AzureDevOpsRepositoryGuardArgs,
} from "../../../components/index";
import type { RunResult } from "../../../sandbox/engine/api";
import { openCloudStack, type CloudStack } from "../../support/cloudStack";
import { complaints } from "../../support/sandbox";

type More = Partial<AzureDevOpsRepositoryGuardArgs>;

/** A guard with the two groups it needs. */
function guardIn(projectId: AzureDevOpsRepositoryGuardArgs["projectId"], more: More) {
    const group = (name: string) => {
        const made = new Group(name, { displayName: name, scope: projectId });
        return { name, descriptor: made.descriptor, originId: made.originId };
    };
    new AzureDevOpsRepositoryGuard("web", {
        project: "Shop",
        projectId,
        repository: "web",
        team: group("web"),
        codeOwners: group("platform"),
        checks: [{ name: "build" }],
        allowDestroy: true,
        ...more,
    });
    return Promise.resolve({});
}

/** Steps that change something, as "op name". */
function changes(result: RunResult, ...ops: string[]): string[] {
    return result.steps
        .filter(({ op }) => (ops.length === 0 ? op !== "same" : ops.includes(op)))
        .map(({ op, name }) => `${op} ${name}`);
}

describe("an AzureDevOpsRepositoryGuard on the emulated Azure DevOps", function () {
    this.timeout(120_000);
    let stack: CloudStack;

    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    it("comes up in an empty project in one go, and goes the other way round", async () => {
        const more: More = {
            checks: [
                { name: "build", pipeline: "steps:\n  - script: make test\n" },
                { name: "scan" },
            ],
            branches: [
                { pattern: "develop", tier: "integration", create: true },
                { pattern: "release/*", tier: "production" },
            ],
        };
        const program = () => guardIn(new Project("shop", { name: "Shop" }).id, more);
        const made = await stack.run("up", "", { program });
        assert.ok(made.ok, complaints(made));
        const again = await stack.run("preview", "", { program });
        assert.deepEqual(changes(again), []);
        const file = ".azuredevops/build.yml";
        assert.ok(stack.standing().some(({ inputs }) => inputs.file === file));
        // What the order avoids: the same write with the policies in place.
        const late: More = {
            ...more,
            checks: [{ name: "build", pipeline: "steps: []\n" }, { name: "scan" }],
        };
        const refused = await stack.run("up", "", {
            program: () => guardIn(new Project("shop", { name: "Shop" }).id, late),
        });
        assert.match(complaints(refused), /TF402455: Pushes to this branch are not permitted/);
        const gone = await stack.run("destroy", "", { program });
        assert.ok(gone.ok, complaints(gone));
        assert.deepEqual(stack.standing(), []);
    });
});

describe("an adopted repository under AzureDevOpsRepositoryGuard", function () {
    this.timeout(120_000);
    let stack: CloudStack;
    let projectId = "";

    const adopting = (adopt: boolean) => ({
        program: () => guardIn(projectId, { adopt }),
    });
    const standing = () => stack.standing().find(({ type }) => type.endsWith(":Git"));

    before(async () => {
        stack = openCloudStack();
        const result = await stack.run("up", "", {
            stack: "old",
            program: () => {
                const project = new Project("shop", { name: "Shop" });
                const web = new Git("web", {
                    projectId: project.id,
                    name: "web",
                    initialization: {
                        initType: "Import",
                        sourceType: "Git",
                        sourceUrl: "https://git.example/web",
                    },
                });
                new GitRepositoryBranch("main", {
                    repositoryId: web.id,
                    name: "main",
                    refBranch: "master",
                });
                return Promise.resolve({});
            },
        });
        assert.ok(result.ok, complaints(result));
        projectId = stack.standing().find(({ type }) => type.endsWith(":Project"))?.id ?? "";
    });
    after(() => stack.close());

    it("is asked for before anything is made, and what is not there is said to be so", async () => {
        const program = () => guardIn(projectId, { adopt: true, repository: "wbe" });
        const said = complaints(await stack.run("preview", "", { stack: "wrong", program }));
        assert.match(said, /Shop\/wbe cannot be adopted: no such repository can be read there/);
        assert.ok(!said.includes(".ts:"), said);
    });

    it("an adopted repository is imported as it is, and what hardening will change is said beforehand", async () => {
        const id = standing()?.id;
        const preview = await stack.run("preview", "", adopting(true));
        const said = preview.diagnostics.filter(({ severity }) => severity === "info");
        assert.deepEqual(
            said.map(({ message }) => message.trim()),
            [
                'repository Shop/web: defaultBranch is "refs/heads/master"; without adopt it becomes "refs/heads/main"',
            ],
        );
        const adopted = await stack.run("up", "", adopting(true));
        assert.ok(adopted.ok, complaints(adopted));
        assert.deepEqual(changes(adopted, "replace", "delete"), []);
        assert.ok(changes(adopted).includes("import web-repository"));
        assert.ok(!changes(adopted).includes("create web-repository"));
        assert.equal(standing()?.id, id);
        assert.equal(standing()?.outputs.defaultBranch, "refs/heads/master");
        assert.deepEqual(changes(await stack.run("preview", "", adopting(true))), []);
    });

    it("is hardened by a plain update once adopt is taken away", async () => {
        const id = standing()?.id;
        const hardened = await stack.run("up", "", adopting(false));
        assert.ok(hardened.ok, complaints(hardened));
        // The guard itself, which says what it was given, and the repository.
        assert.deepEqual(changes(hardened), ["update web", "update web-repository"]);
        assert.equal(standing()?.id, id);
        assert.equal(standing()?.outputs.defaultBranch, "refs/heads/main");
        assert.deepEqual(changes(await stack.run("preview", "", adopting(false))), []);
    });
});
