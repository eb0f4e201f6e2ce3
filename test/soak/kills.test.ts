import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { destroyable, killOften } from "./kills";

const full = process.env.GATEHOUSE_SOAK === "1";
/** The committed size is for every test run, the full one for `npm run soak`. */
const [stack, count, minutes] = full ? (["prod", 200, 240] as const) : (["dev", 3, 5] as const);
const seed = Number(process.env.GATEHOUSE_SOAK_SEED ?? (full ? Date.now() % 1_000_000 : 1));
const kills = Number(process.env.GATEHOUSE_SOAK_KILLS ?? count);

describe("kill -9 at random moments of up and destroy", function () {
    this.timeout(minutes * 60_000);

    it("loses nothing, makes nothing twice and leaves nothing behind, whoever is killed", async () => {
        const say = full ? (line: string) => console.log(`      ${line}`) : () => undefined;
        const tally = await killOften(destroyable(stack), kills, seed, say);
        const told = (["up", "destroy"] as const).map((kind) => {
            const who = Object.entries(tally.kills[kind]).filter(([, times]) => times > 0);
            return `${kind}: ${who.map(([victim, times]) => `${victim} ${times}`).join(", ")}`;
        });
        console.log(
            `      ${tally.total} kills (${told.join("; ")}), ${tally.inFlight} of which left something to resume, ` +
                `of an estate of ${tally.resources} resources: ${tally.wrong.length} lost; children outlived ` +
                `their engine by ${tally.longestOrphanMs} ms at most; seed ${seed}`,
        );
        assert.deepEqual(tally.wrong, []);
        assert.ok(tally.total >= kills);
    });
});
