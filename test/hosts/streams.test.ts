import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import sodium from "libsodium-wrappers";
import type { Arrived } from "./loopback";
import { openStand, refusal, token, type Props, type Stand } from "./support";

const streams = "/enterprises/acme/audit-log/streams";
const name = token("GitHubAuditStream");

describe("gatehouse-hosts and audit streams of GitHub", () => {
    let stand: Stand;
    let keys: { publicKey: Uint8Array; privateKey: Uint8Array };
    const stored: { id: number; stream_type: string; enabled: boolean }[] = [];
    let sent: Record<string, unknown> = {};
    before(async () => {
        await sodium.ready;
        keys = sodium.crypto_box_keypair();
        stand = await openStand();
        stand.host.answer(answer);
    });
    after(() => stand.close());

    function answer({ method, path, body }: Arrived) {
        const key = sodium.to_base64(keys.publicKey, sodium.base64_variants.ORIGINAL);
        if (path.endsWith("/stream-key")) return { status: 200, body: { key_id: "k1", key } };
        const given = (body ?? {}) as {
            readonly vendor_specific?: Record<string, unknown>;
            readonly stream_type?: string;
            readonly enabled?: boolean;
        };
        const found = stored.find(({ id }) => path === `${streams}/${id}`);
        const shown = (one: object) => ({
            status: 200,
            body: { ...one, stream_details: "shown", created_at: "now" },
        });
        if (path === streams && method === "GET") return { status: 200, body: stored };
        if (path === streams && method === "POST") {
            sent = given.vendor_specific ?? {};
            const { stream_type = "", enabled = false } = given;
            const made = { id: 70 + stored.length, stream_type, enabled };
            stored.push(made);
            return shown(made);
        }
        if (found === undefined) return undefined;
        if (method === "DELETE") stored.splice(stored.indexOf(found), 1);
        if (method === "PUT") {
            sent = given.vendor_specific ?? {};
            found.enabled = given.enabled ?? false;
        }
        return method === "DELETE" ? { status: 204 } : shown(found);
    }
    const opened = (field: string) =>
        sodium.to_string(
            sodium.crypto_box_seal_open(
                sodium.from_base64(String(sent[field]), sodium.base64_variants.ORIGINAL),
                keys.publicKey,
                keys.privateKey,
            ),
        );

    it("sends secrets that only GitHub can read, and keeps none in its outputs", async () => {
        const splunk = { domain: "splunk.example", port: 8088, token: "hush hush" };
        const { id, outputs } = await stand.engine.up(name, { enterprise: "acme", splunk });
        assert.equal(id, "acme/70");
        assert.equal(opened("encrypted_token"), "hush hush");
        assert.deepEqual(
            { ...sent, encrypted_token: "" },
            {
                domain: "splunk.example",
                port: 8088,
                ssl_verify: true,
                key_id: "k1",
                encrypted_token: "",
            },
        );
        assert.deepEqual(outputs, {
            enterprise: "acme",
            enabled: true,
            streamId: 70,
            streamType: "Splunk",
            streamDetails: "shown",
        });
    });

    it("marks secret inputs, whatever the program says", async () => {
        const azureBlob = { sasUrl: "https://blob.example/c?sig=hush" };
        const { inputs } = await stand.engine.check(name, { enterprise: "acme", azureBlob });
        assert.match(JSON.stringify(inputs), /"sasUrl":\{"4dabf18193072939515e22adb298388d"/);
    });

    it("needs no secret for a bucket with a role", async () => {
        const amazonS3 = {
            bucket: "b",
            region: "eu-west-1",
            roleArn: "arn:aws:iam::123456789012:role/audit",
        };
        const { id } = await stand.engine.up(name, { enterprise: "acme", amazonS3 });
        assert.deepEqual(sent, {
            bucket: "b",
            region: "eu-west-1",
            authentication_type: "oidc",
            arn_role: amazonS3.roleArn,
            key_id: "k1",
        });
        const paused = { enterprise: "acme", amazonS3, enabled: false };
        await stand.engine.update(name, id, paused, { enterprise: "acme", amazonS3 });
        const read = await stand.engine.read(name, id, paused);
        assert.deepEqual(read.inputs, paused);
        await stand.engine.delete(name, id);
        assert.equal((await stand.engine.read(name, id)).id, "");
    });

    it("replaces a stream that goes to another kind of target", async () => {
        const olds = { enterprise: "acme", datadog: { site: "EU1", token: "t" } };
        const news = { enterprise: "acme", googleCloud: { bucket: "b", jsonCredentials: "{}" } };
        const { replaces } = await stand.engine.diff(name, olds, news);
        assert.deepEqual(replaces.sort(), ["datadog", "googleCloud"]);
        const moved = { enterprise: "acme", datadog: { site: "US", token: "t" } };
        assert.deepEqual((await stand.engine.diff(name, olds, moved)).replaces, []);
    });

    it("finds the stream whose creation was answered by nothing, instead of making a second", async () => {
        const inputs = { enterprise: "acme", datadog: { site: "EU1", token: "hush" } };
        const count = stored.length;
        stand.host.once(answer, answer, (request) => {
            answer(request);
            return "reset";
        });
        const { id } = await stand.engine.up(name, inputs);
        assert.equal(stored.length, count + 1);
        assert.equal(id, `acme/${stored.at(-1)?.id ?? 0}`);
    });

    it("says that nobody knows when the stream cannot be found either", async () => {
        const inputs: Props = { enterprise: "acme", datadog: { site: "EU1", token: "hushed" } };
        stand.host.once(answer, answer, { status: 502, text: "<html>hushed</html>" });
        const message = await refusal(stand.engine.up(name, inputs));
        assert.match(
            message,
            /POST .*streams: 502 \(whether it was done all the same is not known\)/,
        );
        assert.ok(!message.includes("hushed"));
    });
});
