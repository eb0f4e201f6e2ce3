import assert from "node:assert/strict";
import * as fs from "node:fs";
import { describe, it } from "mocha";
import { awsTypes } from "../../../sandbox/cloud/aws";
import { azureTypes } from "../../../sandbox/cloud/azure";
import { githubTypes } from "../../../sandbox/cloud/github";
import type { ResourceType } from "../../../sandbox/cloud/resourceType";

/** Constructor of the SDK's class, as text: it names all inputs. */
function sdkSource(token: string): string {
    const [name = "", module = "", last = ""] = token.split(":");
    const file = `${last.charAt(0).toLowerCase()}${last.slice(1)}`;
    const inFolder = module.includes("/") ? module : `${module}/${file}`;
    const path = module.startsWith("index/") ? file : inFolder;
    return fs.readFileSync(require.resolve(`@pulumi/${name}/${path}`), "utf8");
}

/** Inputs the SDK sends, and those it refuses to do without. */
function sdkInputs(token: string): { all: string[]; required: string[] } {
    const source = sdkSource(token);
    const names = (pattern: RegExp) => [
        ...new Set([...source.matchAll(pattern)].map(([, name = ""]) => name)),
    ];
    return {
        all: names(/resourceInputs\["(\w+)"\] = .*args\b/g).sort(),
        required: names(/Missing required property '(\w+)'/g).sort(),
    };
}

describe("the schemas of the emulated cloud", () => {
    for (const type of [...awsTypes, ...azureTypes, ...githubTypes] as ResourceType[]) {
        it(`knows exactly the inputs of the SDK's class for ${type.token}`, () => {
            const sdk = sdkInputs(type.token);
            assert.ok(sdk.all.length > 0, "the SDK's class was understood");
            assert.deepEqual(Object.keys(type.inputs).sort(), sdk.all);
            const optional = sdk.required.filter((name) => type.inputs[name]?.required !== true);
            assert.deepEqual(optional, [], "required by the SDK, optional here");
        });
    }

    it("stands for the API version the SDK's class stands for", async () => {
        for (const type of azureTypes) {
            const [, module = "", name = ""] = type.token.split(":");
            const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
            const entry = require.resolve(`@pulumi/azure-native/${module}/${file}`);
            const doc = await fs.promises.readFile(entry.replace(/\.js$/, ".d.ts"), "utf8");
            // Of a resource that the provider writes itself the doc names none.
            const isOwn = doc.includes("Internally, this resource uses the");
            const version = /Uses Azure REST API version ([\w-]+)/.exec(doc)?.[1] ?? "";
            const said = type.outputs({
                inputs: {},
                scope: { subscriptionId: "s", tenantId: "t", owner: "o" },
                store: { holder: () => undefined, under: () => [] } as never,
                id: "/x",
                preview: true,
                once: () => "",
                each: () => "",
            });
            if (!isOwn) assert.equal(said.azureApiVersion, version, type.token);
        }
    });
});
