import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { estateProblems } from "../../components/estate/checkEstate";
import { loadEstate } from "../../estate";
import { pathText, type Path } from "../../estate/problems";
import { valueAt } from "../../estate/schemaProblems";
import { problems, refusal, type Raw } from "./sample";

const runs = { numRuns: 150 };

/** Names that differ also when the case of letters is ignored. */
function names(prefix: string, least: number, most: number) {
    return fc
        .integer({ min: least, max: most })
        .map((n) => Array.from({ length: n }, (_, i) => `${prefix}-${i}`));
}

function given(value: fc.Arbitrary<unknown>) {
    return fc.option(value, { nil: undefined });
}

const toggle = given(fc.boolean());

/** Reviewers come from teams of their own, so that nobody pushes and approves. */
function environments(reviewing: string[]) {
    const environment = (name: string) =>
        fc.record(
            {
                name: fc.constant(name),
                tier: fc.constantFrom("development", "staging", "production"),
                reviewers: fc.uniqueArray(fc.constantFrom(...reviewing), { maxLength: 6 }),
                waitMinutes: fc.integer({ min: 0, max: 43_200 }),
                branches: fc.uniqueArray(fc.constantFrom("main", "release/*", "hot-fix"), {
                    minLength: 1,
                }),
                roles: fc.uniqueArray(fc.constantFrom("Reader", "AcrPush", "Website Contributor")),
                allowSelfReview: fc.boolean(),
                allowAnyBranch: fc.boolean(),
            },
            { requiredKeys: ["name", "tier"] },
        );
    return names("env", 0, 3).chain((all) => fc.tuple(...all.map(environment)));
}

function shared(writing: string[], reviewing: string[]) {
    return {
        environments: environments(reviewing),
        reviews: fc.integer({ min: 0, max: 10 }),
        codeOwners: fc.constantFrom(...writing),
        checks: names("check", 0, 3).map((all) =>
            all.map((context, i) => (i % 2 ? context : { context, integrationId: i + 1 })),
        ),
        allowedActions: fc.uniqueArray(fc.constantFrom("a/b@*", `c/d/e@${"0".repeat(40)}`)),
    };
}

/** Any estate that is right; its values are plain JSON. */
const estates: fc.Arbitrary<Raw> = fc
    .tuple(names("team", 1, 4), names("review", 1, 3), names("repo", 0, 4))
    .chain(([teamNames, reviewing, repositoryNames]) => {
        const writing = ["platform", ...teamNames];
        const members = [...writing, ...reviewing].map((team) => [
            team,
            [`${team}-ada`, `${team}-bob`],
        ]);
        const repository = (name: string) =>
            fc.record(
                {
                    name: fc.constant(name),
                    host: fc.constant("github"),
                    team: fc.constantFrom(...writing),
                    visibility: fc.constantFrom("private", "internal"),
                    subjectFormat: fc.constantFrom("id", "name"),
                    description: fc.string(),
                    allowBypass: fc.boolean(),
                    ...shared(writing, reviewing),
                },
                { requiredKeys: ["name", "host", "team"] },
            );
        return fc.record(
            {
                organization: fc.constant("acme"),
                azure: fc.record({
                    tenantId: fc.uuid(),
                    subscriptionId: fc.uuid(),
                    location: fc.constantFrom("uksouth", "westeurope"),
                }),
                teams: fc.constant(Object.fromEntries(members) as Raw),
                contacts: fc.constant(["security@acme.example"]),
                vault: fc.record({ name: fc.constant("kv-acme"), allowPurge: toggle }),
                repositories: fc.tuple(...repositoryNames.map(repository)),
                allowDestroy: fc.boolean(),
                ...shared(writing, reviewing),
            },
            {
                requiredKeys: [
                    "organization",
                    "azure",
                    "teams",
                    "contacts",
                    "vault",
                    "repositories",
                ],
            },
        );
    })
    .map((raw) => JSON.parse(JSON.stringify(raw)) as Raw);

/** Path of every value in an estate, lists and objects included. */
function paths(value: unknown, at: Path = []): Path[] {
    const entries: [string, unknown][] =
        typeof value === "object" && value !== null ? Object.entries(value) : [];
    const steps = entries.map(([key, item]) => ({
        item,
        step: Array.isArray(value) ? Number(key) : key,
    }));
    return [at, ...steps.flatMap(({ item, step }) => paths(item, [...at, step]))];
}

function replaced(raw: Raw, at: Path, value: unknown): unknown {
    const copy = structuredClone(raw);
    const last = at.at(-1);
    if (last === undefined) return value;
    (valueAt(copy, at.slice(0, -1)) as Record<string | number, unknown>)[last] = value;
    return copy;
}

describe("estate: any estate", () => {
    it("that is right is accepted, and every reference in the result leads somewhere", () => {
        fc.assert(
            fc.property(estates, (raw) => {
                assert.deepEqual(problems(raw), []);
                const estate = loadEstate(raw);
                assert.deepEqual(estateProblems(estate), []);
                const teams = estate.teams.map(({ name }) => name);
                for (const { team, codeOwners, environments } of estate.repositories) {
                    const reviewers = environments.flatMap((environment) => environment.reviewers);
                    const used = [team, codeOwners, ...reviewers];
                    assert.deepEqual(
                        used.filter((name) => !teams.includes(name)),
                        [],
                    );
                }
            }),
            runs,
        );
    });

    it("with one value of a wrong type is refused at that very path", () => {
        fc.assert(
            fc.property(estates, fc.nat(), (raw, pick) => {
                const all = paths(raw);
                const at = all[pick % all.length] ?? [];
                const isObject = typeof valueAt(raw, at) === "object";
                const found = problems(replaced(raw, at, isObject ? 12 : { wrong: true }));
                const places = found.map(({ where }) => where);
                const inside = places.some((where) => where.startsWith(pathText(at)));
                assert.ok(inside, `${pathText(at)} is not among ${places.join(", ")}`);
            }),
            runs,
        );
    });

    it("with a key too many is refused for exactly that key", () => {
        fc.assert(
            fc.property(estates, fc.nat(), (raw, pick) => {
                const isPlain = (value: unknown) =>
                    typeof value === "object" && value !== null && !Array.isArray(value);
                const objects = paths(raw).filter(
                    (at) => isPlain(valueAt(raw, at)) && at[0] !== "teams",
                );
                const at = [...(objects[pick % objects.length] ?? []), "zzzzzz"];
                const places = problems(replaced(raw, at, 1)).map(({ where }) => where);
                assert.deepEqual(places, [pathText(at)]);
            }),
            runs,
        );
    });

    it("whatever it holds, is accepted or refused with an EstateError, never anything else", () => {
        fc.assert(
            fc.property(estates, fc.nat(), fc.jsonValue(), (raw, pick, junk) => {
                const all = paths(raw);
                const at = all[pick % all.length] ?? [];
                const error = refusal(replaced(raw, at, junk));
                assert.ok(error === undefined || error.problems.length > 0);
            }),
            runs,
        );
    });
});
