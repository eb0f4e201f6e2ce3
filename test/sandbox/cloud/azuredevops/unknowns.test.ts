import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { guid } from "../../../../sandbox/cloud/identifiers";
import { openBench, secret, unknown, type Bench, type Props } from "../support";
import { devOpsSamples } from "./everything";
import { token } from "./samples";

/** Copies of a value in which one thing inside, at any depth, went through `change`. */
function variants(value: unknown, change: (value: unknown) => unknown): unknown[] {
    if (Array.isArray(value)) {
        const list: unknown[] = value;
        const inner = list.flatMap((item, i) =>
            variants(item, change).map((one) => list.map((old, k) => (k === i ? one : old))),
        );
        return [change(value), ...inner];
    }
    if (typeof value !== "object" || value === null) {
        return [change(value)];
    }
    const inner = Object.entries(value).flatMap(([key, item]) =>
        variants(item, change).map((one) => ({ ...value, [key]: one })),
    );
    return [change(value), ...inner];
}

const number = new Set(["BuildDefinition", "Environment", "Pool", "VariableGroup"]);
const ids = (name: string) => (number.has(name) ? "7" : guid("standing", name));

describe("what is not known or not to be shown, in Azure DevOps", () => {
    let bench: Bench;
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    for (const { name, inputs } of devOpsSamples) {
        const type = token(name);
        const variantsOf = (change: (value: unknown) => unknown) =>
            variants(inputs(ids), change).slice(1) as Props[];

        it(`passes the check and the preview of ${name}, wherever it stands`, async () => {
            for (const news of variantsOf(() => unknown)) {
                const { inputs: checked, failures } = await bench.engine.check(type, news);
                assert.deepEqual(failures, [], JSON.stringify(news));
                const { outputs } = await bench.engine.create(type, checked, true);
                assert.ok(Object.keys(outputs).length > 0);
            }
        });

        it(`keeps its mark in the checked inputs of ${name}, wherever it stands`, async () => {
            for (const news of variantsOf(secret)) {
                const { inputs: checked, failures } = await bench.engine.check(type, news);
                assert.deepEqual(failures, [], JSON.stringify(news));
                const marks = (props: Props) =>
                    JSON.stringify(props).split("1b47061264138c4ac30d75fd1eb44270").length;
                assert.ok(marks(checked) >= marks(news));
            }
        });
    }
});
