import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AwsFederatedRole } from "../../../../components/index";
import { known, record } from "../../../support/mocks";
import { account, args, build, github, subject } from "./roles";

interface Statement {
    Effect: string;
    Action: string[];
    Principal: unknown;
    Condition: Record<string, Record<string, unknown>>;
}

const statementsOf = (text: string) => (JSON.parse(text) as { Statement: Statement[] }).Statement;

/** What the trust policy holds against the token's claims, and the operator it does it with. */
function conditionsOf(text: string): Record<string, unknown> {
    const [statement, ...others] = statementsOf(text);
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(statement?.Condition ?? {}), ["StringEquals"]);
    return statement?.Condition.StringEquals ?? {};
}

const connection = { organization: "acme", project: "shop", connection: "aws-production" };
const organizationId = "11111111-2222-3333-4444-555555555555";
const devOps = `vstoken.dev.azure.com/${organizationId}`;
const byConnection = {
    repository: undefined,
    environment: undefined,
    azureDevOps: connection,
    issuer: `https://${devOps}`,
    providerArn: `arn:aws:iam::${account}:oidc-provider/${devOps}`,
    subject: "sc://acme/shop/aws-production",
};

describe("AwsFederatedRole", () => {
    it("the only way in is a web identity token of the one issuer, with exactly the audience and the subject", async () => {
        const { trust } = await build();
        const [statement, ...others] = statementsOf(trust);
        assert.deepEqual(others, []);
        assert.equal(statement?.Effect, "Allow");
        assert.deepEqual(statement.Action, ["sts:AssumeRoleWithWebIdentity"]);
        assert.deepEqual(statement.Principal, { Federated: args.providerArn });
        const demanded = conditionsOf(trust);
        assert.equal(demanded[`${github}:aud`], "sts.amazonaws.com");
        assert.equal(demanded[`${github}:sub`], subject);
        const devOpsTrust = await build(byConnection);
        assert.deepEqual(conditionsOf(devOpsTrust.trust), {
            [`${devOps}:aud`]: "api://AzureADTokenExchange",
            [`${devOps}:sub`]: byConnection.subject,
        });
    });

    it("the token's claims repository and environment are demanded too, and repository id, git reference and workflow when given, where AWS offers them to conditions", async () => {
        const own = { [`${github}:aud`]: "sts.amazonaws.com", [`${github}:sub`]: subject };
        const places = {
            [`${github}:repository`]: "acme/web",
            [`${github}:environment`]: "production",
        };
        assert.deepEqual(conditionsOf((await build()).trust), { ...own, ...places });
        const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
        const narrow = await build({ repositoryId: 202, ref: "refs/heads/main", workflow });
        assert.deepEqual(conditionsOf(narrow.trust), {
            ...own,
            ...places,
            [`${github}:repository_id`]: "202",
            [`${github}:ref`]: "refs/heads/main",
            [`${github}:job_workflow_ref`]: workflow,
        });
        const enterprise = `${github}/acme-corp`;
        const elsewhere = await build({
            issuer: `https://${enterprise}`,
            providerArn: `arn:aws:iam::${account}:oidc-provider/${enterprise}`,
        });
        assert.deepEqual(conditionsOf(elsewhere.trust), {
            [`${enterprise}:aud`]: "sts.amazonaws.com",
            [`${enterprise}:sub`]: subject,
        });
    });

    it("repository, environment, service connection, issuer and audience are inputs of the component, always known, so that policies can judge the trust before the ids in the subject exist", async () => {
        const declared = async (more: object): Promise<Record<string, unknown>> => {
            const { recording } = await record(
                () => new AwsFederatedRole("role", { ...args, ...more }),
            );
            return recording.one("index:AwsFederatedRole").inputs;
        };
        const github = await declared({});
        assert.equal(github.repository, "acme/web");
        assert.equal(github.environment, "production");
        assert.equal(github.issuer, "https://token.actions.githubusercontent.com");
        assert.equal(github.audience, "sts.amazonaws.com");
        const devOps = await declared(byConnection);
        assert.deepEqual(devOps.azureDevOps, connection);
        assert.equal(devOps.issuer, byConnection.issuer);
        assert.equal(devOps.audience, "api://AzureADTokenExchange");
    });

    it("a session lasts one hour at most", async () => {
        const { recording } = await build();
        assert.equal(recording.one("Role").inputs.maxSessionDuration, 3600);
    });

    it("has its exact name and path, its boundary and its tags", async () => {
        const { recording } = await build({ tags: { owner: "web" } });
        const role = recording.one("Role").inputs;
        assert.equal(role.name, args.roleName);
        assert.equal(role.path, "/pipeline/");
        assert.deepEqual(role.tags, { owner: "web" });
        assert.deepEqual(recording.one("Policy").inputs.tags, { owner: "web" });
        for (const child of recording.resources.filter(({ custom }) => custom)) {
            assert.equal(child.parent, "gatehouse:index:AwsFederatedRole role", child.name);
        }
    });

    it("gives out the name and the boundary that is given", async () => {
        const permissionsBoundaryArn = `arn:aws:iam::${account}:policy/deployments`;
        const { result } = await record(
            () => new AwsFederatedRole("role", { ...args, permissionsBoundaryArn }),
        );
        assert.equal(await known(result.roleName), args.roleName);
        assert.equal(await known(result.boundaryArn), permissionsBoundaryArn);
    });
});
