import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, it } from "mocha";
import type { ProdEstate } from "../support/prodEstate";
import { committedEstate, complaints } from "../support/sandbox";

type Values = Record<string, unknown>;

/** A resource as the state has it. */
interface State {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Values;
    readonly dependencies?: readonly string[];
}

interface Standing {
    name: string;
    inputs: Values;
    outputs: Values;
}

/** What was made of the estate that has everything: mocks know too little of the clouds. */
export function provesClouds(prod: () => ProdEstate): void {
    function all(type: string): Standing[] {
        const found = prod().result.resources.filter((one) => one.type.endsWith(`:${type}`));
        assert.ok(found.length > 0, `no ${type}`);
        return found.map(({ urn, inputs, outputs }) => ({
            name: urn.split("::").at(-1) ?? "",
            inputs,
            outputs,
        }));
    }

    function under(owner: string, type: string): Standing[] {
        return all(type).filter(({ name }) => name.startsWith(owner));
    }

    /** Ends of the ids of role definitions that only look: Reader. */
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

    describe("what stands in its clouds", () => {
        it("whoever can open a pull request can look at most: the identities of a plan hold no role that writes", () => {
            const roles = under("estate-platform/plan", "RoleAssignment");
            assert.equal(roles.length, 3);
            for (const { inputs, name } of roles) {
                assert.match(String(inputs.roleDefinitionId), new RegExp(`${reader}$`), name);
            }
            for (const plan of ["estate-mobile-gateway/plan", "estate-settlement/plan-aws"]) {
                const policies = under(plan, "RolePolicy");
                const actions = policies.flatMap(({ inputs }) => actionsOf(inputs.policy));
                assert.ok(actions.length > 3, plan);
                for (const action of actions)
                    assert.match(action, /:(Get|List|Describe|BatchGet|Head)/);
            }
        });

        it("a lock waits for everything it would hold, whichever component makes it", () => {
            const file = JSON.parse(fs.readFileSync(prod().result.stateLocation, "utf8")) as {
                checkpoint: { latest: { resources: State[] } };
            };
            const standing = file.checkpoint.latest.resources;
            const locks = standing.filter(({ type }) => type.endsWith(":ManagementLockByScope"));
            assert.equal(locks.length, 1);
            for (const { urn, inputs, dependencies = [] } of locks) {
                const scope = `${String(inputs?.scope)}/`;
                const held = standing.filter(
                    ({ id, urn: one }) => id?.startsWith(scope) && one !== urn,
                );
                const kinds = new Set(held.map(({ type }) => type.split(":").at(-1)));
                const wanted = ["DiagnosticSetting", "Key", "RoleAssignment", "Secret"];
                assert.deepEqual([...kinds].sort(), wanted);
                const missing = held.filter((one) => !dependencies.includes(one.urn));
                assert.deepEqual(missing, []);
            }
        });

        it("a secret is read, and a key used, by the deployments named for it alone", () => {
            const principals = (prefix: string): string[] =>
                under(prefix, "RoleAssignment").map(({ inputs }) => String(inputs.principalId));
            const identity = (name: string): string =>
                String(
                    under(`estate-${name}-identity`, "UserAssignedIdentity")[0]?.outputs
                        .principalId,
                );
            assert.deepEqual(principals("estate-secret/card-scheme-webhook"), [
                identity("payments/production"),
            ]);
            assert.deepEqual(
                principals("estate-key/release").toSorted(),
                ["web", "ledger", "payments"]
                    .flatMap((one) => [identity(`${one}/production`), identity(`${one}/staging`)])
                    .toSorted(),
            );
        });

        it("agents of pull requests and of production share no pool, no identity and no runner group", () => {
            for (const [type, one, other, key] of [
                ["UserAssignedIdentity", "checks", "deploy", "principalId"],
                ["ActionsRunnerGroup", "checks", "deploy", "name"],
                ["VirtualMachineScaleSet", "checks", "deploy", "name"],
                ["ActionsRunnerGroup", "mobile-checks", "mobile-deploy", "name"],
            ] as const) {
                const [first, second] = [one, other].map(
                    (pool) => under(`estate-pool/${pool}`, type)[0]?.outputs[key],
                );
                assert.ok(
                    first !== undefined && second !== undefined,
                    `${type} of ${one} and ${other}`,
                );
                assert.notEqual(first, second);
            }
        });

        // Azure takes a service principal that it does not know, so no emulated cloud would object.
        it("gives roles to identities that stand, and to those the configuration names", () => {
            const made = all("UserAssignedIdentity").map(({ outputs }) =>
                String(outputs.principalId),
            );
            const named = JSON.stringify(committedEstate("prod"));
            const others = all("RoleAssignment")
                .map(({ inputs }) => String(inputs.principalId))
                .filter((principalId) => !made.includes(principalId));
            assert.ok(new Set(others).size < made.length);
            for (const principalId of new Set(others))
                assert.ok(named.includes(principalId), principalId);
        });

        it("an agent's identity has no role in a resource group that is deployed to", () => {
            const agents = under("estate-pool/", "UserAssignedIdentity").map(({ outputs }) =>
                String(outputs.principalId),
            );
            assert.equal(agents.length, 4);
            const groups = all("ResourceGroup")
                .filter(({ name }) => name.endsWith("-group"))
                .map(({ outputs }) => String(outputs.id).toLowerCase());
            assert.equal(groups.length, 21);
            const scopes = all("RoleAssignment")
                .filter(({ inputs }) => agents.includes(String(inputs.principalId)))
                .map(({ inputs }) => String(inputs.scope).toLowerCase());
            assert.ok(scopes.length > 0);
            for (const scope of scopes)
                assert.ok(!groups.some((one) => scope.startsWith(one)), scope);
        });

        it("each cloud the estate is in has an audit trail", () => {
            assert.deepEqual(
                all("AuditTrail").map(({ name }) => name),
                ["estate-audit", "estate-aws-audit"],
            );
        });

        it("stands in the clouds as the state says: neither a second run nor a refresh finds a difference", async () => {
            for (const kind of ["refresh", "up"] as const) {
                const again = await prod().again(kind);
                assert.ok(again.ok, complaints(again));
                const changes = again.steps.filter(
                    ({ op }) => !["same", "read", "refresh"].includes(op),
                );
                assert.deepEqual(changes, [], kind);
            }
        });

        it("gives out the commands by which Pulumi keeps the state in the estate's own store", () => {
            assert.deepEqual(prod().result.outputs.stateCommands, [
                "pulumi login 's3://acme-pulumi-state?region=eu-west-2&awssdk=v2'",
                "pulumi stack init 'prod' --secrets-provider='awskms://alias/acme-pulumi-state-secrets?region=eu-west-2'",
            ]);
        });

        it("lets deployments from both hosts in AWS, each by its own issuer, audience and subject", () => {
            const roles = prod().result.outputs.roleArns as Values;
            const wanted = {
                "mobile-gateway/production": "token.actions.githubusercontent.com",
                "settlement/production":
                    "vstoken.dev.azure.com/9101ed0f-db96-471f-bef7-8aee797d67cc",
            };
            for (const [key, issuer] of Object.entries(wanted)) {
                const role = all("Role").find(({ outputs }) => outputs.arn === roles[key]);
                const trust = String(role?.inputs.assumeRolePolicy);
                assert.match(trust, new RegExp(`oidc-provider/${issuer}"`), key);
            }
            assert.equal(
                (prod().result.outputs.subjects as Values)["settlement/production"],
                "sc://acme/platform/settlement-production",
            );
            const open = under("estate-settlement/plan-aws", "PipelineAuthorization");
            assert.deepEqual(
                open.map(({ name }) => name),
                ["estate-settlement/plan-aws-pipeline/settlement-build"],
            );
        });

        it("keeps feeds where nobody writes, and lets pipelines install from them and bring nothing in", () => {
            const projects = new Map(
                prod()
                    .result.resources.filter(({ type }) => type.endsWith(":Project"))
                    .map(({ id, inputs }) => [id, inputs.name]),
            );
            const [feed] = all("Feed");
            assert.equal(projects.get(String(feed?.inputs.projectId)), "packages");
            const roles = under("estate-feed/npm-role/", "FeedPermission").map(
                ({ name, inputs }) => [name.split("/").at(-1), inputs.role],
            );
            assert.deepEqual(Object.fromEntries(roles), {
                data: "reader",
                payments: "reader",
                platform: "collaborator",
                release: "reader",
                security: "reader",
                "job 0": "reader",
            });
            const members = under("estate-packages-members/Contributors", "GroupMembership");
            assert.deepEqual(members[0]?.inputs.members, []);
        });

        it("gives workflows that deploy to AWS their role and region, and nothing secret", () => {
            const variables = under(
                "estate-mobile-gateway/production",
                "ActionsEnvironmentVariable",
            );
            const given = Object.fromEntries(
                variables.map(({ inputs }) => [String(inputs.variableName), inputs.value]),
            );
            const roles = prod().result.outputs.roleArns as Values;
            assert.deepEqual(given, {
                AWS_ROLE_ARN: roles["mobile-gateway/production"],
                AWS_REGION: "eu-west-2",
            });
        });
    });
}

function actionsOf(policy: unknown): string[] {
    const { Statement } = JSON.parse(String(policy)) as {
        Statement: { Action: string[] | string }[];
    };
    return Statement.flatMap(({ Action }) => Action);
}
