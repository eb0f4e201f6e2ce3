import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { after, before, describe, it } from "mocha";
import { AwsFederatedRole, AwsOidcProvider } from "../../../../components/index";
import { azureDevOpsIssuer } from "../../../../sandbox/cloud/azuredevops/federation";
import { connectionToken } from "../../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import { jobToken, type GitHubJob } from "../../../../sandbox/cloud/tokens/githubIssuer";
import { exchangeAtSts } from "../../../../sandbox/cloud/tokens/sts";
import type { Claims, Token } from "../../../../sandbox/cloud/tokens/token";
import * as azuredevops from "../../../../sdks/azuredevops/index";
import { openClouds, type Clouds } from "./cloud";
import { account, args, region, subject } from "./roles";

const ecrRepositories = [{ repository: "acme/web" }];
const connection = { organization: "acme", project: "Shop", connection: "aws-production" };
const devOps = azureDevOpsIssuer("acme");
const web = {
    owner: "acme",
    ownerId: 101,
    name: "web",
    id: 202,
    visibility: "private",
    subjectFormat: "id",
} as const;
const deploy: GitHubJob = {
    repository: web,
    environment: "production",
    audience: "sts.amazonaws.com",
};

/** GitHub's and Azure DevOps' roles in one account, and a project whose connection uses its own. */
function program(): void {
    const github = new AwsOidcProvider("github", { accountId: account, allowDestroy: true });
    const role = new AwsFederatedRole("github", {
        ...args,
        providerArn: github.arn,
        subject: pulumi.output(subject),
        repositoryId: pulumi.output(202),
    });
    const provider = new AwsOidcProvider("devops", {
        accountId: account,
        issuer: devOps,
        allowDestroy: true,
    });
    const connected = new AwsFederatedRole("devops", {
        roleName: "shop",
        accountId: account,
        region,
        providerArn: provider.arn,
        issuer: devOps,
        azureDevOps: connection,
        subject: "sc://acme/Shop/aws-production",
        ecrRepositories,
    });
    const opts = {
        provider: new azuredevops.Provider("acme", {
            orgServiceUrl: "https://dev.azure.com/acme",
            useCli: false,
        }),
    };
    const project = new azuredevops.Project("shop", { name: "Shop" }, opts);
    const toolkit = new azuredevops.Extension(
        "aws",
        { publisherId: "AmazonWebServices", extensionId: "aws-vsts-tools" },
        opts,
    );
    for (const serviceEndpointName of ["aws-production", "aws-staging"]) {
        new azuredevops.ServiceEndpointAws(
            serviceEndpointName,
            {
                projectId: project.id,
                serviceEndpointName,
                useOidc: true,
                roleToAssume: connected.roleArn,
            },
            { ...opts, dependsOn: [toolkit, role] },
        );
    }
}

describe("tokens at an AwsFederatedRole that stands", () => {
    const roleOf = (name: string) => `arn:aws:iam::${account}:role/pipeline/${name}`;
    let clouds: Clouds;
    before(async () => {
        clouds = openClouds();
        const made = await clouds.run(program);
        assert.ok(made.ok, JSON.stringify(made.diagnostics));
    });
    after(() => {
        clouds.close();
    });

    const ask = (token: Token, role: string, more: object = {}) =>
        exchangeAtSts(clouds.view(), { token, roleArn: roleOf(role), ...more });
    const job = (changed: Partial<GitHubJob> = {}) => jobToken({ ...deploy, ...changed });

    it("of its own job gets a session of an hour, and no longer", () => {
        const answer = ask(job(), args.roleName);
        const session = `arn:aws:sts::${account}:assumed-role/acme--web--production/GitHubActions`;
        assert.deepEqual(answer, { accepted: true, identity: session });
        const long = ask(job(), args.roleName, { durationSeconds: 3601 });
        assert.equal(long.accepted, false);
    });

    const strangers: Record<string, Partial<GitHubJob>> = {
        "a pull request": {
            environment: undefined,
            pullRequest: { number: 1, head: "x", base: "main" },
        },
        "a branch": { environment: undefined, ref: "refs/heads/production" },
        "a tag": { environment: undefined, ref: "refs/tags/v1" },
        "another environment": { environment: "staging" },
        "the environment in another case": { environment: "Production" },
        "another repository": { repository: { ...web, name: "api", id: 203 } },
        "the repository made anew": { repository: { ...web, id: 999 } },
        "a renamed owner": { repository: { ...web, owner: "acme2" } },
        "the older form of the subject": { repository: { ...web, subjectFormat: "name" } },
        "an enterprise's own issuer": {
            repository: { ...web, enterprise: { slug: "acme", ownIssuer: true } },
        },
        "another audience": { audience: "api://AzureADTokenExchange" },
    };
    for (const [what, changed] of Object.entries(strangers)) {
        it(`of ${what} gets none`, () => {
            assert.equal(ask(job(changed), args.roleName).accepted, false);
        });
    }

    it("whose claims say otherwise than its subject gets none", () => {
        for (const [name, value] of Object.entries({
            repository: "acme/api",
            repository_id: "203",
            environment: "staging",
        })) {
            const claims: Claims = { ...job().claims, [name]: value };
            assert.equal(ask({ claims }, args.roleName).accepted, false, name);
        }
    });

    it("of the service connection gets a session of its role, of another one none", () => {
        const own = connectionToken(clouds.view(), connection);
        assert.equal(ask(own, "shop").accepted, true);
        assert.equal(ask(own, args.roleName).accepted, false);
        assert.equal(ask(job(), "shop").accepted, false);
        const staging = { ...connection, connection: "aws-staging" };
        assert.equal(ask(connectionToken(clouds.view(), staging), "shop").accepted, false);
        const renamed = { ...connection, renamed: { project: "Store" } };
        assert.equal(ask(connectionToken(clouds.view(), renamed), "shop").accepted, false);
    });

    it("of a subject that turns out to be another's gets none, because there is no role", async () => {
        const other = openClouds();
        try {
            const made = await other.run(() => {
                const foreign = "repo:acme@101/api@203:environment:production";
                new AwsFederatedRole("role", { ...args, subject: pulumi.output(foreign) });
            });
            assert.equal(made.ok, false);
            assert.match(JSON.stringify(made.diagnostics), /subject: got/);
            assert.deepEqual(other.view().list("aws:iam/role:Role"), []);
        } finally {
            other.close();
        }
    });
});
