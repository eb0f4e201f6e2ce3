import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import * as components from "../../components/index";
import { componentNames, generateSchema, schemaPath } from "../support/componentSchema";

describe("the component package for other languages", () => {
    it("is accepted by the SDK's analyzer and yields the committed schema", () => {
        const committed = fs.readFileSync(schemaPath, "utf8");
        assert.equal(
            generateSchema(),
            committed,
            "components/schema.json is stale: npx tsx test/support/componentSchema.ts --write",
        );
    }).timeout(120_000);

    it("holds every class that is exported", () => {
        const classes = Object.entries(components).filter(
            ([, value]) => value.prototype instanceof pulumi.ComponentResource,
        );
        assert.deepEqual(classes.map(([name]) => name).sort(), [...componentNames]);
    });
});
