import assert from "node:assert/strict";
import * as fs from "node:fs";
import { after, before, describe, it } from "mocha";
import { openBench, type Bench } from "../support";
import { awsSamples } from "./samples";
import { awsTypes } from "../../../../sandbox/cloud/aws";

/** Outputs the SDK's class expects besides the inputs. */
function sdkOutputs(token: string): string[] {
    const path = token.split(":")[1] ?? "";
    const source = fs.readFileSync(require.resolve(`@pulumi/aws/${path}`), "utf8");
    return [...source.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map(
        ([, name = ""]) => name,
    );
}

describe("what the emulated AWS gives back", () => {
    let bench: Bench;
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    it("has a sample of every type", () => {
        const sampled = new Set(awsSamples.map(({ type }) => type));
        assert.deepEqual(
            awsTypes.map(({ token }) => token).filter((token) => !sampled.has(token)),
            [],
        );
    });

    for (const { type, inputs } of awsSamples) {
        it(`has all outputs of the SDK's class ${type}`, async () => {
            const { outputs } = await bench.engine.up(type, inputs, true);
            const missing = sdkOutputs(type).filter((name) => outputs[name] === undefined);
            assert.deepEqual(missing, []);
        });
    }
});
