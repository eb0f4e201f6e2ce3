import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { parseSubject } from "../../model/subjects";

const pieces = fc.array(
    fc.oneof(
        fc.constantFrom(
            "repo",
            "pull_request",
            "environment",
            "ref",
            ":",
            "/",
            "@",
            "*",
            "?",
            "%3A",
        ),
        fc.constantFrom("sc://", "p://", "/eid1/c/", "refs/heads/", "acme", "web", "1", " "),
        fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
);

const owner = fc.stringMatching(/^[A-Za-z0-9](-?[A-Za-z0-9]){0,20}$/);
const repository = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/);
const id = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String);
/** GitHub forbids these in the names of environments, and white space around them. */
const environment = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => text.trim() === text && !/['"`,;\\*?%]/.test(text));
const branch = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9/._-]{0,30}$/);

describe("parseSubject, on any text", () => {
    it("never throws and keeps the text", () => {
        const anything = fc.oneof(
            fc.string({ unit: "binary" }),
            pieces.map((parts) => parts.join("")),
        );
        fc.assert(
            fc.property(anything, (text) => {
                assert.equal(parseSubject(text).text, text);
            }),
            { numRuns: 2000 },
        );
    });

    it("finds a wildcard wherever one stands", () => {
        fc.assert(
            fc.property(pieces, pieces, fc.constantFrom("*", "?"), (before, after, sign) => {
                const text = before.join("") + sign + after.join("");
                assert.notEqual(parseSubject(text).wildcards.length, 0, text);
            }),
            { numRuns: 1000 },
        );
    });

    it("finds none where none stands", () => {
        fc.assert(
            fc.property(pieces, (parts) => {
                const text = parts.join("").replaceAll(/[*?]/g, "");
                assert.deepEqual(parseSubject(text).wildcards, []);
            }),
            { numRuns: 1000 },
        );
    });
});

describe("parseSubject, on what GitHub writes", () => {
    it("gives back owner, repository, ids and environment exactly", () => {
        const ids = fc.option(fc.tuple(id, id), { nil: undefined });
        fc.assert(
            fc.property(owner, repository, ids, environment, (o, r, known, e) => {
                const place = known ? `${o}@${known[0]}/${r}@${known[1]}` : `${o}/${r}`;
                const text = `repo:${place}:environment:${e.replaceAll(":", "%3A")}`;
                assert.deepEqual(parseSubject(text), {
                    kind: "github",
                    text,
                    wildcards: [],
                    owner: o,
                    repository: r,
                    ...(known && { ownerId: known[0], repositoryId: known[1] }),
                    context: { kind: "environment", environment: e },
                    claims: [{ name: "environment", value: e }],
                });
            }),
            { numRuns: 1000 },
        );
    });

    it("gives back branches and tags exactly", () => {
        fc.assert(
            fc.property(branch, fc.boolean(), (name, tag) => {
                const ref = `refs/${tag ? "tags" : "heads"}/${name}`;
                const subject = parseSubject(`repo:acme/web:ref:${ref}`);
                assert.ok(subject.kind === "github");
                assert.deepEqual(
                    subject.context,
                    tag ? { kind: "tag", tag: name } : { kind: "branch", branch: name },
                );
            }),
        );
    });
});
