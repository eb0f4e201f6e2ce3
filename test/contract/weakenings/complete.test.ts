import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, it } from "mocha";
import { schemaPath } from "../../support/componentSchema";
import { componentWeakenings } from "./all";

interface Declared {
    inputProperties?: Record<string, unknown>;
    properties?: Record<string, unknown>;
}

const schema = JSON.parse(fs.readFileSync(schemaPath, "utf8")) as {
    resources: Record<string, Declared>;
    types: Record<string, Declared>;
};

/** "Component.argument" of everything that is called allow… in the arguments of components. */
const declared = [...Object.entries(schema.resources), ...Object.entries(schema.types)].flatMap(
    ([token, { inputProperties, properties }]) =>
        Object.keys(inputProperties ?? properties ?? {})
            .filter((name) => /^allow[A-Z]/.test(name))
            .map((name) => `${token.split(":")[2] ?? ""}.${name}`),
);

/** What has no row, and why. */
const without: Readonly<Record<string, string>> = {
    "AwsAgentNetwork.allowAccounts": "adds destinations to a list that stays exact",
    "AwsAgentNetwork.allowNames": "adds destinations to a list that stays exact",
    ...Object.fromEntries(
        ["allowPurge", "allowPublicNetwork", "allowAccessPolicies"].map(estateRow("EstateVault")),
    ),
    ...Object.fromEntries(["allowBypass", "allowStaleReviews"].map(estateRow("EstateRepository"))),
    ...Object.fromEntries(
        ["allowSelfReview", "allowAdminBypass", "allowAnyBranch"].map(
            estateRow("EstateEnvironment"),
        ),
    ),
    "PipelineEstate.allowDestroy": "handed to its components, which have rows",
};

function estateRow(type: string) {
    return (name: string): [string, string] => [
        `${type}.${name}`,
        "handed to a component that has a row; whole estates are in ../weakenings.test.ts",
    ];
}

describe("the table of weakenings", () => {
    it("has every argument called allow… of every component, or says why not", () => {
        const rows = componentWeakenings.flatMap(({ of, weakenings }) =>
            weakenings.map(({ argument }) => `${of}.${argument}`),
        );
        assert.deepEqual(
            [...new Set([...rows, ...Object.keys(without)])].sort(),
            [...declared].sort(),
        );
    });
});
