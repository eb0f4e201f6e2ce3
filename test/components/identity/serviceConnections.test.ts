import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AwsServiceConnection, AzureServiceConnection } from "../../../components/index";
import { record, type Recorded, type Recording } from "../../support/mocks";
import { awsArgs, azureArgs, developers, platform } from "../shared/protection/samples";

/** Something that takes the connection's id, as an agent pool does. */
class Taker extends pulumi.CustomResource {
    constructor(connectionId: pulumi.Input<string>) {
        super("test:index:Taker", "taker", { connectionId });
    }
}

/** What makes the cloud trust a connection, in each cloud. */
const trustedBy = {
    Azure: ["FederatedIdentityCredential", "RoleAssignment"],
    AWS: ["Role", "RolePolicy"],
} as const;

/** Both connections as they come out, with what makes the cloud trust them. */
async function* each(): AsyncGenerator<[keyof typeof trustedBy, Recording]> {
    const azure = await record(
        () => new Taker(new AzureServiceConnection("it", azureArgs).connectionId),
    );
    yield ["Azure", azure.recording];
    const aws = await record(() => new Taker(new AwsServiceConnection("it", awsArgs).connectionId));
    yield ["AWS", aws.recording];
}

const waitsFor = ({ dependencies }: Recorded, { type, name }: Recorded): boolean =>
    dependencies.includes(`${type} ${name}`);

describe("service connections to both clouds", () => {
    it("the cloud trusts a connection only when its checks stand", async () => {
        for await (const [cloud, recording] of each()) {
            const trust = recording.one(cloud === "Azure" ? "FederatedIdentityCredential" : "Role");
            const guards = recording.resources.filter(({ type }) =>
                /:(Check\w+|ServiceendpointPermissions)$/.test(type),
            );
            assert.equal(guards.length, 4, cloud);
            for (const guard of guards) assert.ok(waitsFor(trust, guard), `${cloud} ${guard.type}`);
        }
    });

    it("pipelines are let in after the trust stands, and whatever takes the connection's id waits for it, too", async () => {
        for await (const [cloud, recording] of each()) {
            const taker = recording.one("Taker");
            const late = [taker, ...recording.all("PipelineAuthorization")];
            assert.equal(late.length, 3);
            for (const type of trustedBy[cloud]) {
                for (const one of late) {
                    assert.ok(waitsFor(one, recording.one(type)), `${one.name} and ${type}`);
                }
            }
        }
    });

    it("a group that uses the connection does not administer it", async () => {
        for await (const [cloud, recording] of each()) {
            const given = recording
                .all("ServiceendpointPermissions")
                .map(({ inputs }) => [inputs.principal, inputs.permissions] as const);
            assert.deepEqual(
                given.map(([principal]) => principal),
                [platform.descriptor, developers.descriptor],
                cloud,
            );
            const [administrators, users] = given.map(([, one]) => one as Record<string, string>);
            assert.equal(administrators?.Administer, "Allow");
            assert.deepEqual(users, {
                Use: "Allow",
                ViewEndpoint: "Allow",
                Administer: "Deny",
                Create: "Deny",
                ViewAuthorization: "Deny",
            });
            for (const { inputs } of recording.all("ServiceendpointPermissions")) {
                assert.match(String(inputs.serviceendpointId), /^[\da-f-]{36}$/, cloud);
            }
        }
    });

    it("declare whom they trust", async () => {
        const wanted = { organization: "acme", project: "Shop", connection: "production" };
        for await (const [cloud, recording] of each()) {
            const type = cloud === "Azure" ? "AzureFederatedIdentity" : "AwsFederatedRole";
            const { inputs } = recording.one(type);
            const { organization, project, connection } = inputs.azureDevOps as typeof wanted;
            assert.deepEqual({ organization, project, connection }, wanted, cloud);
            assert.match(String(inputs.issuer), /^https:\/\//);
            assert.equal(inputs.audience, "api://AzureADTokenExchange");
        }
    });

    it("take no lock unless asked for: a run might wait for another with two of them", async () => {
        for await (const [cloud, recording] of each()) {
            assert.equal(recording.all("CheckExclusiveLock").length, 0, cloud);
        }
    });
});
