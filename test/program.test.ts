import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";

import { sample } from "./estate/sample";
import { known, record } from "./support/mocks";

type Outputs = typeof import("../index");

/** Runs the program afresh with this configuration. */
function run(estate: unknown) {
    return record(() => {
        pulumi.runtime.setAllConfig({ "test:estate": JSON.stringify(estate) });
        const file = require.resolve("../index");
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a module runs only once
        delete require.cache[file];
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- and only when it is told to
        return require(file) as Outputs;
    });
}

describe("program", () => {
    it("builds the configured estate and exports where to find it", async () => {
        const { recording, result } = await run(sample({ organization: "acme" }));
        assert.equal(recording.one("PipelineEstate").name, "estate");
        assert.deepEqual(await known(result.repositories), ["acme/web"]);
        assert.deepEqual(Object.keys(await known(result.subjects)).sort(), [
            "web/production",
            "web/staging",
        ]);
        assert.deepEqual(Object.keys(await known(result.clientIds)).sort(), [
            "web/production",
            "web/staging",
        ]);
        assert.match(await known(result.vaultUri), /kv-acme-dev/);
    });

    it("ends with every mistake of the configuration and without a stack trace", async () => {
        await assert.rejects(run({ ...sample(), organization: "" }), (error: Error) => {
            assert.ok(pulumi.RunError.isInstance(error));
            assert.match(error.message, /^gatehouse:estate has 1 problem:\n\n {2}organization\n/);
            return true;
        });
    });
});
