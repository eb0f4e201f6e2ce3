import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { openCloudStore, type CloudView } from "../../../sandbox/cloud/index";
import { connectionToken } from "../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import {
    awsProgram,
    configuration,
    connectionProgram,
    organization,
    repositoryProgram,
} from "./handMade";
import { provesEachTrust, type Host } from "./proof";
import { everyTrust, type Trusted } from "./trusted";

const issuerVariable = "GATEHOUSE_AZURE_DEVOPS_ISSUER";

const stacks: readonly {
    readonly name: string;
    readonly program: () => Record<string, unknown>;
    readonly hosts: readonly Host[];
    readonly trusts: number;
    readonly issuer?: string;
    /** Whether a service connection stands that one pipeline of two may use. */
    readonly pipelines?: true;
}[] = [
    {
        name: "a repository that migrates",
        program: repositoryProgram,
        hosts: ["GitHub"],
        trusts: 5,
    },
    {
        name: "a service connection signed for by Entra",
        program: () => connectionProgram("entra"),
        hosts: ["Azure DevOps by ids"],
        trusts: 1,
        pipelines: true,
    },
    {
        name: "a service connection signed for by Azure DevOps",
        program: () => connectionProgram("azureDevOps"),
        hosts: ["Azure DevOps by names"],
        trusts: 1,
        pipelines: true,
        issuer: "azureDevOps",
    },
    {
        name: "roles of AWS",
        program: awsProgram,
        hosts: ["GitHub", "Azure DevOps by names"],
        trusts: 3,
        pipelines: true,
    },
];

for (const [i, { name, program, hosts, trusts: expected, issuer, pipelines }] of stacks.entries()) {
    describe(`who gets in for ${name}`, function () {
        this.timeout(120_000);
        let sandbox: Sandbox;
        let trusts: Trusted[];
        let cloud: CloudView;
        let outputs: Record<string, unknown>;
        const given = process.env[issuerVariable];

        before(async () => {
            if (issuer !== undefined) process.env[issuerVariable] = issuer;
            sandbox = await openSandbox(`tokens-made-${i}`);
            const run = () => Promise.resolve(program());
            // Projects and repositories stand bare here; the examples are what the pack judges.
            const options = { program: run, config: configuration, policyPacks: [] };
            const result = await sandbox.run("up", {}, options);
            assert.ok(result.ok, complaints(result));
            outputs = result.outputs;
            cloud = openCloudStore(path.join(sandbox.dir, "cloud"));
            trusts = everyTrust(cloud, [organization]);
        });
        after(async () => {
            if (given === undefined) Reflect.deleteProperty(process.env, issuerVariable);
            else process.env[issuerVariable] = given;
            await sandbox.close();
        });

        it(`are ${expected}`, () => {
            assert.equal(trusts.length, expected, trusts.map((one) => one.name).join("\n"));
        });

        provesEachTrust(hosts, () => trusts);

        if (pipelines) {
            it("a pipeline that is not listed gets no token", () => {
                const [own] = trusts.flatMap((one) =>
                    one.own.host === "azureDevOps" ? [{ ...one, job: one.own.job }] : [],
                );
                assert.ok(own);
                const tokenOf = (id: unknown) =>
                    connectionToken(cloud, { ...own.job, pipeline: Number(id) });
                assert.ok(own.exchange(tokenOf(outputs.deploy)).accepted);
                assert.throws(() => tokenOf(outputs.other), /gives no token: pipeline/);
            });
        }
    });
}
