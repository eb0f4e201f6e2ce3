import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AwsServiceConnection, type AwsServiceConnectionArgs } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";
import { awsArgs, issuer, project } from "../shared/protection/samples";

const build = (more: Partial<AwsServiceConnectionArgs> = {}) =>
    record(() => new AwsServiceConnection("shop", { ...awsArgs, ...more }));
const refusalOf = (more: Partial<AwsServiceConnectionArgs>): Promise<string> =>
    refusal(() => new AwsServiceConnection("shop", { ...awsArgs, ...more }));

describe("AwsServiceConnection", () => {
    it("the connection holds no key: it presents its token to one role, made for it", async () => {
        const { recording, result } = await build();
        const { inputs } = recording.one("ServiceEndpointAws");
        assert.deepEqual(inputs, {
            projectId: project,
            serviceEndpointName: "production",
            description: "",
            useOidc: true,
            roleToAssume: "arn:aws:iam::123456789012:role/pipeline/shop",
            roleSessionName: "shop--production",
        });
        const role = recording.one("Role").inputs;
        assert.deepEqual([role.path, role.name], ["/pipeline/", "shop"]);
        assert.equal(await known(result.roleName), "shop");
    });

    it("the role trusts the name of this connection only when the connection has that name", async () => {
        const { recording, result } = await build();
        const role = recording.one("Role");
        const { type, name } = recording.one("ServiceEndpointAws");
        assert.ok(role.dependencies.includes(`${type} ${name}`));
        const host = issuer.slice("https://".length);
        const { Statement } = JSON.parse(String(role.inputs.assumeRolePolicy)) as {
            Statement: { Condition: unknown }[];
        };
        assert.deepEqual(
            Statement.map(({ Condition }) => Condition),
            [
                {
                    StringEquals: {
                        [`${host}:aud`]: "api://AzureADTokenExchange",
                        [`${host}:sub`]: "sc://acme/Shop/production",
                    },
                },
            ],
        );
        assert.equal(await known(result.subject), "sc://acme/Shop/production");
    });

    it("installs the toolkit first, when asked to", async () => {
        assert.equal((await build()).recording.all("Extension").length, 0);
        const { recording } = await build({ installToolkit: true });
        const { type, name, inputs, retainOnDelete } = recording.one("Extension");
        assert.ok(retainOnDelete, "the whole organisation would lose it");
        assert.deepEqual(inputs, {
            publisherId: "AmazonWebServices",
            extensionId: "aws-vsts-tools",
        });
        const { dependencies } = recording.one("ServiceEndpointAws");
        assert.ok(dependencies.includes(`${type} ${name}`));
    });

    it("hands targets and boundary to the role", async () => {
        const permissionsBoundaryArn = "arn:aws:iam::123456789012:policy/limits";
        const { recording } = await build({
            access: "plan",
            permissionsBoundaryArn,
            secretNames: [],
            tags: { owner: "shop" },
        });
        const role = recording.one("Role").inputs;
        assert.deepEqual(
            [role.permissionsBoundary, role.tags],
            [permissionsBoundaryArn, { owner: "shop" }],
        );
        assert.equal(recording.one("AwsFederatedRole").inputs.access, "plan");
    });

    it("refuses what cannot be trusted before anything is made, all at once", async () => {
        const message = await refusalOf({
            organization: "acme corp",
            project: "*",
            connection: "a/b",
            roleName: "a role",
            accountId: "12",
            region: "Europe",
            access: "all",
            ecrRepositories: [],
            ecsServices: [],
            projectId: "Shop",
            description: "x".repeat(1025),
        });
        const lines = message.split("\n").map((line) => line.trim().split(": got")[0]);
        assert.deepEqual(lines, [
            'AwsServiceConnection "shop": 11 arguments are not acceptable',
            "roleName",
            "accountId",
            "region",
            "access",
            "targets",
            "organization",
            "project",
            "connection",
            "providerArn",
            "description",
            "projectId",
        ]);
    });

    it("takes the issuer of the organisation only, as the toolkit does", async () => {
        for (const wrong of [
            "https://token.actions.githubusercontent.com",
            "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
            "https://vstoken.dev.azure.com/acme",
        ]) {
            const message = await refusalOf({ issuer: wrong });
            assert.deepEqual(
                message.split("\n").map((line) => line.trim().split(": got")[0]),
                ['AwsServiceConnection "shop": 1 argument is not acceptable', "issuer"],
            );
        }
    });

    it("refuses roles to pass of another account, in one error with the rest", async () => {
        const message = await refusalOf({
            region: "Europe",
            ecsServices: [
                {
                    cluster: "shop",
                    service: "web",
                    passRoleArns: ["arn:aws:iam::999999999999:role/task"],
                },
            ],
        });
        assert.match(message, /^ {2}ecsServices\[0\]\.passRoleArns\[0\]: got /m);
        assert.match(message, /^ {2}region: got /m);
    });
});
