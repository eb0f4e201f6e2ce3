import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AwsFederatedRole, type AwsFederatedRoleArgs } from "../../../../components/index";
import { checkRole, withDefaults } from "../../../../components/identity/aws/checkRole";
import { record, refusal } from "../../../support/mocks";
import { account, args, build, providerArn, subject as own, taskRole } from "./roles";

const refused = (more: object): Promise<string> =>
    refusal(() => new AwsFederatedRole("role", { ...args, ...more }));
/** The paths a refusal names, in order. */
const paths = async (more: object): Promise<string[]> =>
    (await refused(more))
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(": got")[0] ?? "");

/** What the trust policy fails with, before any resource can be given it. */
async function refusedLate(more: Partial<AwsFederatedRoleArgs>): Promise<string> {
    const { result } = await record(() => {
        const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
        const { trust } = checkRole(owner, "role", withDefaults({ ...args, ...more }));
        return trust as unknown as { promise(): Promise<string> };
    });
    try {
        await result.promise();
    } catch (error) {
        assert.ok(pulumi.ResourceError.isInstance(error), String(error));
        return error.message;
    }
    return assert.fail("the arguments were accepted");
}

const organizationId = "11111111-2222-3333-4444-555555555555";
const connectionId = "99999999-2222-3333-4444-555555555555";
const devOps = `vstoken.dev.azure.com/${organizationId}`;
const entra = `login.microsoftonline.com/${organizationId}/v2.0`;
const provider = (address: string) => `arn:aws:iam::${account}:oidc-provider/${address}`;
const byConnection = {
    repository: undefined,
    environment: undefined,
    azureDevOps: { organization: "acme", project: "shop", connection: "aws-production" },
    issuer: `https://${devOps}`,
    providerArn: provider(devOps),
    subject: "sc://acme/shop/aws-production",
};

describe("the arguments of AwsFederatedRole", () => {
    it("are refused all at once", async () => {
        const message = await refused({
            roleName: "a role",
            accountId: "acme",
            region: "us-gov-west-1",
            repository: "acme",
            subject: "repo:acme/*:environment:production",
            audience: "sts",
            access: "admin",
            ecsServices: [{ cluster: "prod", service: "*", passRoleArns: ["*"] }],
        });
        assert.match(message, /^AwsFederatedRole "role": 10 arguments are not acceptable\n/);
        for (const path of ["roleName", "region", "audience", "access", "ecsServices[0].service"]) {
            assert.ok(message.includes(`\n  ${path}: got `), message);
        }
    });

    const strangers = [
        "repo:acme@101/api@203:environment:production",
        "repo:evil@9/web@202:environment:production",
        "repo:Acme@101/web@202:environment:production",
        "repo:acme@101/web@202:environment:staging",
        "repo:acme@101/web@202:ref:refs/heads/production",
        "repo:acme@101/web@202:pull_request",
        "repo:acme@101/web@202:environment:*",
        "repo:acme@101/*:environment:production",
        "repo:acme@101/web@202:environment:production ",
        "sc://acme/shop/aws-production",
        "*",
        "",
    ];

    it("a subject of another repository, environment or service connection, of a branch or a pull request, or with a wildcard, is refused, at the latest before the role is made", async () => {
        for (const subject of strangers) {
            assert.deepEqual(await paths({ subject }), ["subject"], subject);
        }
        for (const subject of [
            "sc://acme/shop/aws",
            "sc://acme/Shop/aws-production",
            ...strangers.slice(0, 1),
        ]) {
            assert.deepEqual(await paths({ ...byConnection, subject }), ["subject"], subject);
        }
        const message = await refusedLate({ subject: pulumi.output(strangers[0] ?? "") });
        assert.match(message, /subject: got "repo:acme@101\/api@203/);
    });

    it("accept both forms of GitHub's subject, and one that names the workflow", async () => {
        const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
        const named = `${own}:job_workflow_ref:${workflow}`;
        await build({ subject: "repo:acme/web:environment:production" });
        await build({ subject: named });
        await build({ subject: named, workflow });
        const other = workflow.replace("main", "x");
        assert.deepEqual(await paths({ subject: named, workflow: other }), ["subject"]);
    });

    it("demand that the id of the repository is the one in the subject", async () => {
        await build({ repositoryId: 202 });
        assert.deepEqual(await paths({ repositoryId: 203 }), ["subject"]);
        assert.deepEqual(await paths({ repositoryId: -1 }), ["repositoryId", "subject"]);
        const message = await refusedLate({ repositoryId: pulumi.output(203) });
        assert.match(message, /subject: got "repo:acme@101/);
    });

    it("know Entra's subjects by the id of their connection", async () => {
        const subject = `/eid1/c/pub/t/abc/a/def/sc/${organizationId}/${connectionId}`;
        const issuer = { issuer: `https://${entra}`, providerArn: provider(entra) };
        const azureDevOps = { ...byConnection.azureDevOps, connectionId };
        await build({
            ...byConnection,
            ...issuer,
            subject,
            azureDevOps,
        });
        assert.deepEqual(await paths({ ...byConnection, ...issuer, subject }), ["subject"]);
        const other = { ...azureDevOps, connectionId: organizationId };
        const asked = { ...byConnection, ...issuer, subject, azureDevOps: other };
        assert.deepEqual(await paths(asked), ["subject"]);
    });

    it("name a provider of the same account and issuer", async () => {
        for (const arn of [
            provider("gitlab.com"),
            providerArn.replace(account, "999999999999"),
            `${providerArn}/acme`,
            "*",
        ]) {
            assert.deepEqual(await paths({ providerArn: arn }), ["providerArn"], arn);
        }
    });

    it("are of GitHub or of Azure DevOps, not of both", async () => {
        const mixed = { ...byConnection, repository: "acme/web", ref: "refs/heads/main" };
        assert.deepEqual(await paths(mixed), ["repository", "ref"]);
        const own = { issuer: undefined, providerArn: args.providerArn };
        assert.deepEqual(await paths({ ...byConnection, ...own }), ["issuer", "subject"]);
        const enterprise = "token.actions.githubusercontent.com/acme-corp";
        const asked = {
            issuer: `https://${enterprise}`,
            providerArn: provider(enterprise),
            repositoryId: 202,
        };
        assert.deepEqual(await paths(asked), ["repositoryId"]);
    });

    it("hold nothing that IAM takes for a variable", async () => {
        const environment = "${aws:username}";
        const subject = `repo:acme/web:environment:\${aws%3Ausername}`;
        assert.ok((await paths({ environment, subject })).includes("environment"));
        const named = { ...byConnection.azureDevOps, connection: "${aws}" };
        const asked = { ...byConnection, azureDevOps: named, subject: "sc://acme/shop/${aws}" };
        assert.ok((await paths(asked)).includes("azureDevOps.connection"));
    });

    it("name targets exactly, each once, and at least one", async () => {
        const none = {
            ...{ ecsServices: [], lambdaAliases: [], s3Sites: [], ecrRepositories: [] },
            ...{ secretNames: [], signingKeyAliases: [] },
        };
        const secretNames = ["web/*"];
        assert.deepEqual(await paths({ secretNames }), ["secretNames[0]"]);
        const signingKeyAliases = ["alias*", "release", "release"];
        assert.deepEqual(await paths({ signingKeyAliases }), [
            "signingKeyAliases[0]",
            "signingKeyAliases[2]",
        ]);
        assert.deepEqual(await paths(none), ["targets"]);
        const s3Sites = [{ bucket: "acme-*", prefix: "a", distributionId: "*" }];
        assert.deepEqual(await paths({ s3Sites }), [
            "s3Sites[0].bucket",
            "s3Sites[0].prefix",
            "s3Sites[0].distributionId",
        ]);
        const lambdaAliases = [{ functionName: "resize:1", alias: "1" }];
        assert.deepEqual(await paths({ lambdaAliases }), [
            "lambdaAliases[0].functionName",
            "lambdaAliases[0].alias",
        ]);
        const ecrRepositories = [{ repository: "web" }, { repository: "web" }];
        assert.deepEqual(await paths({ ecrRepositories }), ["ecrRepositories[1]"]);
        const passRoleArns = [taskRole.replace(account, "999999999999")];
        const ecsServices = [{ cluster: "prod", service: "web", passRoleArns }];
        assert.deepEqual(await paths({ ecsServices }), ["ecsServices[0].passRoleArns[0]"]);
    });

    it("name a boundary of the account, not one of AWS", async () => {
        for (const arn of [
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "arn:aws:iam::999999999999:policy/b",
        ]) {
            assert.deepEqual(await paths({ permissionsBoundaryArn: arn }), [
                "permissionsBoundaryArn",
            ]);
        }
    });
});
