import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { acme } from "../../support/acme";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { componentWeakenings } from "./all";

describe("two witnesses: what weakens a component is named by a policy", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;

    before(async () => {
        sandbox = await openSandbox("weak-components");
    });
    after(() => sandbox.close());

    /** Ids of the rules that find something in a preview, each once. */
    const found = async (stack: string, program: () => void): Promise<string[]> => {
        const result = await sandbox.run(
            "preview",
            {},
            {
                stack,
                config: acme,
                program: () => {
                    program();
                    return Promise.resolve({});
                },
            },
        );
        const findings = result.violations.filter((v) => !v.message.includes("undecidable"));
        // A program that fails is weak in nothing: without findings it must have run.
        if (findings.length === 0) assert.ok(result.ok, complaints(result));
        return [...new Set(findings.map(({ policy }) => policy))].sort();
    };

    for (const { of, stack = "dev", build, weakenings } of componentWeakenings) {
        it(`${of} has no finding as it is meant`, async () => {
            const findings = await found(stack, () => {
                build({});
            });
            assert.deepEqual(findings, []);
        });
        for (const { argument, args, rules } of weakenings) {
            it(`${of}.${argument} trips exactly ${rules.join(" and ")}`, async () => {
                const findings = await found(stack, () => {
                    build(args ?? { [argument]: true });
                });
                assert.deepEqual(findings, [...rules].sort());
            });
        }
    }
});
