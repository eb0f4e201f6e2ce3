import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    connectionSubject,
    parseConnectionSubject,
    parseOpaqueSubject,
    type NamedConnection,
} from "../../../../components/identity/subjects/azureDevOpsSubject";
import { opaqueFederation } from "../../../../sandbox/cloud/azuredevops/federation";

const connection: NamedConnection = {
    organization: "Acme",
    project: "Shop Front",
    connection: "Production (uk)",
};
const plainRecord = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record<T>(parts, { noNullPrototype: true });
const connections: fc.Arbitrary<NamedConnection> = plainRecord({
    organization: fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,10}[A-Za-z0-9])?$/),
    project: fc.stringMatching(/^[A-Za-z0-9ü]([A-Za-z0-9 ._()-]{0,20}[A-Za-z0-9ü])?$/),
    connection: fc.stringMatching(/^[A-Za-z0-9ü]([A-Za-z0-9 ._()@&+=-]{0,20}[A-Za-z0-9)])?$/),
});
const wildcards = fc.constantFrom("*", "?");

describe("the subject of a service connection by names", () => {
    it("is written and read, case and spaces kept", () => {
        const subject = "sc://Acme/Shop Front/Production (uk)";
        assert.equal(connectionSubject(connection), subject);
        assert.deepEqual(parseConnectionSubject(subject), connection);
    });

    it("reads back as the connection it was written for, whatever its names", () => {
        fc.assert(
            fc.property(connections, (some) => {
                assert.deepEqual(parseConnectionSubject(connectionSubject(some)), some);
            }),
        );
    });

    it("cannot be written with a wildcard, nor read with one", () => {
        const key = fc.constantFrom(
            "organization" as const,
            "project" as const,
            "connection" as const,
        );
        fc.assert(
            fc.property(connections, key, wildcards, fc.nat(30), (some, part, wildcard, at) => {
                const value = some[part];
                const place = at % (value.length + 1);
                const spoilt = value.slice(0, place) + wildcard + value.slice(place);
                assert.throws(() => connectionSubject({ ...some, [part]: spoilt }), RangeError);
                const subject = connectionSubject(some).replace(value, () => spoilt);
                assert.equal(parseConnectionSubject(subject), undefined);
            }),
        );
    });

    for (const [key, value] of [
        ["organization", "acme corp"],
        ["organization", "-acme"],
        ["project", "_shop"],
        ["project", "shop/web"],
        ["connection", "a/b"],
        ["connection", "a:b"],
        ["connection", " a"],
        ["connection", ""],
    ] as const) {
        it(`is not written for the ${key} "${value}"`, () => {
            assert.throws(() => connectionSubject({ ...connection, [key]: value }), RangeError);
        });
    }

    for (const subject of [
        "",
        "sc://acme/shop",
        "sc://acme/shop/web/production",
        "p://acme/shop/production",
        "SC://acme/shop/production",
        "sc://acme/shop/production\n",
        "repo:acme/web:environment:production",
    ]) {
        it(`is not ${JSON.stringify(subject)}`, () => {
            assert.equal(parseConnectionSubject(subject), undefined);
        });
    }
});

describe("the subject Entra writes for a service connection", () => {
    const ids = fc.record({ tenant: fc.uuid(), connection: fc.uuid() });
    const written = (at: { tenant: string; connection: string }): string =>
        opaqueFederation("acme", at.tenant, at.connection).subject;

    it("is passed on as it came, with the ids at its end told", () => {
        fc.assert(
            fc.property(ids, (at) => {
                const subject = written(at);
                const read = parseOpaqueSubject(subject);
                assert.equal(read?.subject, subject);
                assert.equal(read.connectionId, at.connection);
                assert.match(subject, new RegExp(`/sc/${read.organizationId}/${at.connection}$`));
            }),
        );
    });

    it("is not read with a wildcard or anything else put into it", () => {
        fc.assert(
            fc.property(ids, fc.nat(), fc.constantFrom("*", "?", " ", "\n"), (at, where, added) => {
                const subject = written(at);
                const place = where % (subject.length + 1);
                const spoilt = subject.slice(0, place) + added + subject.slice(place);
                assert.equal(parseOpaqueSubject(spoilt), undefined);
            }),
        );
    });

    it("is no subject by names, and the other way round", () => {
        assert.equal(parseOpaqueSubject(connectionSubject(connection)), undefined);
        const opaque = written({
            tenant: "11111111-2222-3333-4444-555555555555",
            connection: "99999999-8888-7777-6666-555555555555",
        });
        assert.equal(parseConnectionSubject(opaque), undefined);
    });
});
