import assert from "node:assert/strict";
import { it } from "mocha";
import type { Token } from "../../../sandbox/cloud/tokens/token";
import { connectionImpostorsById, connectionImpostorsByName } from "./azureDevOpsImpostors";
import { githubImpostors } from "./githubImpostors";
import { migrates, type Own, type Trusted } from "./trusted";

/** Impostors that every identity has to face. */
const fewest = 14;

/** Every impostor, by where the job runs that is trusted and what its subject holds. */
const impostorsBy = {
    GitHub: githubImpostors,
    "Azure DevOps by ids": connectionImpostorsById,
    "Azure DevOps by names": connectionImpostorsByName,
} as const;

/** Where pipelines run. */
export type Host = keyof typeof impostorsBy;

/**
 * Declares the tests that hold each trust to its own job, and nobody else's.
 *
 * @param hosts those whose jobs are trusted: no more and no fewer
 */
export function provesEachTrust(hosts: readonly Host[], trusts: () => readonly Trusted[]): void {
    it(`trust in ${hosts.join(" and ")} stands, and the job each is for gets in`, () => {
        const standing = new Set(trusts().map(hostOf));
        assert.deepEqual([...standing].sort(), [...hosts].sort());
        for (const { name, own, exchange } of trusts()) {
            const outcome = exchange(own.token);
            assert.ok(outcome.accepted, `${name}: ${JSON.stringify(outcome)}`);
        }
    });

    for (const host of hosts) {
        for (const { name } of impostorsBy[host]) {
            it(`${host}: ${name} is kept out`, () => {
                for (const trust of trusts().filter((one) => hostOf(one) === host)) {
                    const token = impostorsOf(trust, trusts()).get(name);
                    const outcome = token && trust.exchange(token);
                    const said = `${trust.name} let in ${JSON.stringify(token?.claims)}`;
                    assert.ok(outcome?.accepted !== true, said);
                }
            });
        }
    }

    it("the job of any other identity is kept out", () => {
        for (const { name, identity, own, exchange } of trusts()) {
            const others = trusts().filter((one) => one.identity !== identity);
            for (const other of others.filter((one) => placeOf(one.own) !== placeOf(own))) {
                const { accepted } = exchange(other.own.token);
                assert.ok(!accepted, `${name} let in the job of ${other.name}`);
            }
        }
    });

    it("one identity is for one environment or connection only", () => {
        const places = new Map<string, string>();
        for (const { name, identity, own } of trusts()) {
            const place = places.get(identity) ?? placeOf(own);
            assert.equal(placeOf(own), place, name);
            places.set(identity, place);
        }
    });

    it(`each trust faces at least ${fewest} different impostors`, () => {
        for (const trust of trusts()) {
            const { name, own } = trust;
            const different = new Set([...impostorsOf(trust, trusts()).values()].map(essence));
            assert.ok(!different.has(essence(own.token)), `${name}: an impostor is the job itself`);
            assert.ok(different.size >= fewest, `${name}: only ${different.size} impostors`);
        }
    });
}

/** Who gets in that should not, by the name of the impostor. */
export function intruders(trust: Trusted): string[] {
    return [...impostorsOf(trust, [trust])]
        .filter(([, token]) => trust.exchange(token).accepted)
        .map(([name]) => name);
}

/** Where the jobs of a trust run. */
function placeOf({ host, job }: Own): string {
    return host === "github"
        ? `${job.repository.id} ${job.environment ?? job.ref ?? ""}`
        : `${job.organization} ${job.project} ${job.connection}`;
}

/** What an exchange looks at. */
function essence({ claims: { iss, sub, aud, exp } }: Token): string {
    return JSON.stringify([iss, sub, aud, Number(exp) > Date.now() / 1000]);
}

function hostOf({ own }: Trusted): Host {
    if (own.host === "github") return "GitHub";
    const named = String(own.token.claims.sub).startsWith("sc://");
    return named ? "Azure DevOps by names" : "Azure DevOps by ids";
}

/** Everybody who tries to get in with a token like the right one, by name. */
function impostorsOf(trust: Trusted, all: readonly Trusted[]): ReadonlyMap<string, Token> {
    const { own } = trust;
    if (own.host === "github") {
        const others = githubImpostors.filter(
            ({ rightful }) => rightful === undefined || !migrates(trust, all),
        );
        return new Map(others.map(({ name, token }) => [name, token(own.job, own.token)]));
    }
    const others =
        hostOf(trust) === "Azure DevOps by ids"
            ? connectionImpostorsById
            : connectionImpostorsByName;
    return new Map(others.map(({ name, token }) => [name, token(own.job, own.token)]));
}
