import assert from "node:assert/strict";
import { it } from "mocha";

import { EstateError, loadEstate, type Problem } from "../../estate";

/** A configuration as a user writes it, of plain JSON so that a test may spoil any part of it. */
export type Raw = Record<string, unknown>;

/** The shortest estate with everything in it: one repository of three lines. */
export function sample(changes: Raw = {}): Raw {
    return {
        organization: "acme-dev",
        azure: {
            tenantId: "11111111-2222-3333-4444-555555555555",
            subscriptionId: "66666666-7777-8888-9999-000000000000",
            location: "uksouth",
        },
        teams: {
            platform: ["ada", "grace"],
            web: ["linus", "margaret"],
            release: ["barbara", "katherine"],
        },
        contacts: ["security@acme.example"],
        vault: { name: "kv-acme-dev" },
        environments: [
            { name: "staging", tier: "staging" },
            { name: "production", tier: "production", reviewers: ["release"] },
        ],
        repositories: [{ name: "web", host: "github", team: "web" }],
        ...changes,
    };
}

/** The sample with one repository changed. */
export function withRepository(changes: Raw): Raw {
    return sample({ repositories: [{ name: "web", host: "github", team: "web", ...changes }] });
}

/** The sample with one production environment for all, changed. */
export function withProduction(changes: Raw): Raw {
    const production = { name: "production", tier: "production", reviewers: ["release"] };
    return sample({ environments: [{ ...production, ...changes }] });
}

/** The error that the configuration is refused with; undefined when it is accepted. */
export function refusal(raw: unknown): EstateError | undefined {
    try {
        // What the stack keeps beside the estate is there.
        loadEstate(raw, { azureDevOpsAuditPassword: "made up" });
        return undefined;
    } catch (error) {
        if (error instanceof EstateError) return error;
        throw error;
    }
}

/** Problems of a configuration, none if it is accepted. */
export function problems(raw: unknown): readonly Problem[] {
    return refusal(raw)?.problems ?? [];
}

/** `where: seen` of every problem: enough to tell one from another. */
export function seenAt(raw: unknown): string[] {
    return problems(raw).map(({ where, seen }) => `${where}: ${seen}`);
}

/** Title, configuration, and the one problem expected: where, value shown, what is allowed. */
export type FormCase = [title: string, raw: unknown, where: string, seen: string, allowed: RegExp];

/** Tests that each configuration is refused for the one thing that is wrong with it. */
export function refuses(cases: FormCase[]): void {
    for (const [title, raw, where, seen, allowed] of cases) {
        it(`refuses ${title}`, () => {
            const found = problems(raw);
            assert.deepEqual(
                found.map((problem) => [problem.where, problem.seen]),
                [[where, seen]],
            );
            assert.match(found[0]?.allowed ?? "", allowed);
        });
    }
}
