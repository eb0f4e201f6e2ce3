import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { awsSamples } from "./aws/samples";
import { azureSamples } from "./everythingAzure";
import { githubSamples } from "./everythingGithub";
import { githubOrganizationSamples } from "./everythingGithubOrganization";
import { hostsSamples } from "./hosts/samples";
import { openBench, secret, unknown, type Bench, type Props } from "./support";

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

/** The same, but never the whole of the inputs. */
function inputVariants(inputs: Props, change: (value: unknown) => unknown): Props[] {
    const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
    return variants(Object.fromEntries(given), change).slice(1) as Props[];
}

describe("what is not known or not to be shown", () => {
    let bench: Bench;
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    for (const { type, inputs } of [
        ...azureSamples,
        ...githubSamples,
        ...githubOrganizationSamples,
        ...awsSamples,
        ...hostsSamples,
    ]) {
        it(`passes the check and the preview of ${type}, wherever it stands`, async () => {
            for (const news of inputVariants(inputs, () => unknown)) {
                const { inputs: checked, failures } = await bench.engine.check(type, news);
                assert.deepEqual(failures, [], JSON.stringify(news));
                const { outputs } = await bench.engine.create(type, checked, true);
                assert.ok(Object.keys(outputs).length > 0);
            }
        });

        it(`keeps its mark in the checked inputs of ${type}, wherever it stands`, async () => {
            for (const news of inputVariants(inputs, secret)) {
                const { inputs: checked, failures } = await bench.engine.check(type, news);
                assert.deepEqual(failures, [], JSON.stringify(news));
                const marks = (props: Props) =>
                    JSON.stringify(props).split("1b47061264138c4ac30d75fd1eb44270").length;
                assert.ok(marks(checked) >= marks(news));
            }
        });
    }
});
