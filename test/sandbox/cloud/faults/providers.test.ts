import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import { afterEach, describe, it } from "mocha";
import { parseFaults } from "../../../../sandbox/cloud/faults";
import { CallFailure } from "../../../../sandbox/cloud/unary";
import { Dice, type Call } from "../../../../sandbox/cloud/faults/dice";
import { perform } from "../../../../sandbox/cloud/faults/providerLayer";
import { temporary } from "../support";

const dirs: string[] = [];

/** One call of a kind under faults, in a world whose clock only counts. */
async function call(text: string, token: string, operation: Call["operation"] = "create") {
    const configuration = parseFaults(text);
    assert.ok(configuration);
    const dir = temporary();
    dirs.push(dir);
    const dice = new Dice(configuration, dir);
    const waits: number[] = [];
    let asked = 0;
    const world = {
        wait: (seconds: number) => {
            waits.push(seconds);
            return Promise.resolve();
        },
        crash: () => assert.fail("crashed"),
    };
    const service = () => Promise.resolve(`answer ${(asked += 1)}`);
    const ended = await perform(dice.call(operation, token, "urn"), service, dice, world).catch(
        (error: unknown) => error as CallFailure,
    );
    return { ended, waits, asked };
}

function gaveUp({ ended }: { ended: string | CallFailure }, code: status): string {
    assert.ok(ended instanceof CallFailure, `answered ${String(ended)}`);
    assert.equal(ended.code, code);
    assert.match(ended.details, /\(emulated fault\)$/);
    return ended.details;
}

const azure = "azure-native:keyvault:Vault";
const github = "github:index/repository:Repository";
const azuredevops = "azuredevops:index/project:Project";
const aws = "aws:iam/role:Role";

describe("a provider whose service is in trouble", () => {
    afterEach(() => dirs.splice(0));

    it("waits as long as Retry-After says and then gets its answer", async () => {
        const { ended, waits, asked } = await call("throttle:1,attempts=2,retryAfter=17", azure);
        assert.equal(ended, "answer 1");
        assert.deepEqual(waits, [17, 17]);
        assert.equal(asked, 1);
    });

    it("gives up after as many attempts as the real one, having done nothing", async () => {
        const attempts = { [azure]: 4, [azuredevops]: 1, [aws]: 26 };
        for (const [token, count] of Object.entries(attempts)) {
            const result = await call("throttle:1,retryAfter=5", token);
            const said = gaveUp(result, status.RESOURCE_EXHAUSTED);
            assert.match(said, /429 Too Many Requests, Retry-After: 5/);
            assert.match(said, count === 1 ? /one attempt/ : new RegExp(`${count} attempts`));
            assert.equal(result.asked, 0);
        }
    });

    it("of GitHub waits for its rate limit each time, until the time of the call is up", async () => {
        const result = await call("throttle:1,retryAfter=60", github);
        gaveUp(result, status.RESOURCE_EXHAUSTED);
        assert.equal(result.waits.length, 20);
        assert.equal((await call("throttle:1,attempts=9", github)).ended, "answer 1");
    });

    it("of Azure does not wait for a Retry-After beyond two minutes", async () => {
        const result = await call("throttle:1,attempts=1,retryAfter=121", azure);
        assert.match(gaveUp(result, status.RESOURCE_EXHAUSTED), /one attempt/);
    });

    it("repeats after 5xx with the waits of the real one, and names the status at last", async () => {
        assert.deepEqual((await call("error:1,attempts=2", azure)).waits, [20, 60]);
        const result = await call("error:1,status=502", azure);
        assert.deepEqual(result.waits, [20, 60, 120]);
        assert.match(gaveUp(result, status.INTERNAL), /502 Bad Gateway; .* 4 attempts and 200 s/);
        assert.equal(result.asked, 0);
    });

    it("takes a service that does not answer for one that may have done it", async () => {
        assert.equal((await call("timeout:1,attempts=3", github)).ended, "answer 1");
        const result = await call("timeout:1", github);
        assert.match(gaveUp(result, status.DEADLINE_EXCEEDED), /no answer within 30 s/);
        assert.equal(result.asked, 0);
    });

    it("whose answer is lost asks again and has it done once", async () => {
        const { ended, asked } = await call("lost:1,attempts=2", github);
        assert.equal(ended, "answer 1");
        assert.equal(asked, 1);
    });

    it("that loses every answer says that it may stand, whatever came last", async () => {
        const lost = await call("lost:1", azuredevops);
        gaveUp(lost, status.DEADLINE_EXCEEDED);
        assert.equal(lost.asked, 1);
        const mixed = await call("lost:1,attempts=1;error:1,operations=create", azure);
        assert.equal(mixed.asked, 0, "an error comes before the service does anything");
    });

    it("passes on what the service refuses", async () => {
        const configuration = parseFaults("lost:1,attempts=1");
        assert.ok(configuration);
        const dice = new Dice(configuration, temporary());
        const refused = new CallFailure(status.INVALID_ARGUMENT, "no such thing");
        const world = { wait: () => Promise.resolve(), crash: () => assert.fail("crashed") };
        const made = perform(
            dice.call("create", github, "urn"),
            () => Promise.reject(refused),
            dice,
            world,
        );
        await assert.rejects(made, refused);
    });
});

describe("the dice that decide on faults", () => {
    const hits = (text: string, dir = temporary()): string[] => {
        const configuration = parseFaults(text);
        assert.ok(configuration);
        const dice = new Dice(configuration, dir);
        const about = Array.from({ length: 400 }, (_, i) => `urn ${i}`);
        return about.filter((urn) => dice.cast(["error"], dice.call("create", github, urn), 1));
    };

    it("fall the same for the same seed in a fresh folder, and differently for another", () => {
        assert.deepEqual(hits("error:0.3;seed=1"), hits("error:0.3;seed=1"));
        assert.notDeepEqual(hits("error:0.3;seed=1"), hits("error:0.3;seed=2"));
    });

    it("fall about as often as the rate says", () => {
        const share = hits("error:0.3").length / 400;
        assert.ok(share > 0.2 && share < 0.4, String(share));
        assert.equal(hits("error:1").length, 400);
    });

    it("do not care in which order calls arrive", () => {
        const configuration = parseFaults("error:0.5");
        assert.ok(configuration);
        const fall = (order: readonly string[]) => {
            const dice = new Dice(configuration, temporary());
            const hit = (urn: string) => dice.cast(["error"], dice.call("create", aws, urn), 1);
            return order.filter((urn) => hit(urn) !== undefined).sort();
        };
        const urns = Array.from({ length: 40 }, (_, i) => `urn ${i}`);
        assert.deepEqual(fall(urns), fall([...urns].reverse()));
    });

    it("fall anew in the next run of a folder, and can be told to rest by then", () => {
        const dir = temporary();
        const first = hits("error:0.3", dir);
        assert.notDeepEqual(hits("error:0.3", dir), first);
        const other = temporary();
        assert.equal(hits("error:1,runs=1", other).length, 400);
        assert.equal(hits("error:1,runs=1", other).length, 0);
    });

    it("count no run that only reads", () => {
        const configuration = parseFaults("error:1,runs=1");
        assert.ok(configuration);
        const dir = temporary();
        for (const operation of ["read", "invoke", "read", "create"] as const) {
            const dice = new Dice(configuration, dir);
            assert.ok(dice.cast(["error"], dice.call(operation, aws, "x"), 1), operation);
        }
        const later = new Dice(configuration, dir);
        assert.equal(later.cast(["error"], later.call("read", aws, "x"), 1), undefined);
    });

    it("pass over types and operations that were not asked for", () => {
        assert.equal(hits("error:1,types=azure-native:*").length, 0);
        assert.equal(hits("error:1,operations=delete").length, 0);
    });
});
