import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, it } from "mocha";
import type { Arrived } from "./loopback";
import { openStand, refusal, token, type Stand } from "./support";

const reporting = token("GitHubPrivateVulnerabilityReporting");
const open = { repository: "open" };
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
const app = { GITHUB_APP_ID: "123", GITHUB_APP_INSTALLATION_ID: "77", GITHUB_APP_PEM_FILE: pem };

/** A GitHub on which an app signs in: its tokens are numbered, and all but those refused are good. */
function signIn(stand: Stand, refused = new Set<string>(), lifetime = 3_600_000) {
    const shown: string[] = [];
    stand.host.answer(({ method, path, headers }) => {
        if (method === "POST" && path === "/app/installations/77/access_tokens") {
            shown.push(headers.authorization ?? "");
            const expires_at = new Date(stand.clock.now() + lifetime).toISOString();
            return { status: 201, body: { token: `ghs_${shown.length}_hush`, expires_at } };
        }
        return refused.has(headers.authorization ?? "")
            ? { status: 401, body: { message: "Bad credentials" } }
            : { status: 204 };
    });
    return shown;
}
const bearers = (arrived: readonly Arrived[]) =>
    arrived
        .filter(({ path }) => !path.startsWith("/app/"))
        .map(({ headers }) => headers.authorization);

describe("who gatehouse-hosts is on the hosts", () => {
    const stands: Stand[] = [];
    const opened = async (environment: Record<string, string>) => {
        const stand = await openStand(environment);
        stands.push(stand);
        return stand;
    };
    after(() => Promise.all(stands.map((stand) => stand.close())));

    it("signs in as an app with a signed, short-lived assertion, and keeps the token", async () => {
        const stand = await opened(app);
        const shown = signIn(stand);
        await stand.engine.up(reporting, open);
        await stand.engine.up(reporting, open);
        assert.equal(shown.length, 1);
        assert.deepEqual(bearers(stand.host.arrived), ["Bearer ghs_1_hush", "Bearer ghs_1_hush"]);
        const [head = "", claims = "", signature = ""] =
            (shown[0] ?? "").split(" ")[1]?.split(".") ?? [];
        const isSigned = verify(
            "sha256",
            Buffer.from(`${head}.${claims}`),
            createPublicKey(publicKey.export({ type: "spki", format: "pem" })),
            Buffer.from(signature, "base64url"),
        );
        assert.ok(isSigned);
        const decoded = (text: string) =>
            JSON.parse(Buffer.from(text, "base64url").toString()) as Record<string, unknown>;
        assert.deepEqual(decoded(head), { alg: "RS256", typ: "JWT" });
        const { iss, iat, exp } = decoded(claims);
        assert.equal(iss, "123");
        assert.ok(Number(exp) - Number(iat) <= 600, "GitHub allows ten minutes");
    });

    it("asks for another token before the first one ends", async () => {
        const stand = await opened(app);
        const shown = signIn(stand);
        await stand.engine.up(reporting, open);
        stand.clock.time += 56 * 60_000;
        await stand.engine.up(reporting, open);
        assert.equal(shown.length, 2);
    });

    it("asks once for another token when GitHub takes the one it has no more", async () => {
        const stand = await opened(app);
        signIn(stand, new Set(["Bearer ghs_1_hush"]));
        await stand.engine.up(reporting, open);
        assert.deepEqual(bearers(stand.host.arrived), ["Bearer ghs_1_hush", "Bearer ghs_2_hush"]);
        const other = await opened(app);
        signIn(other, new Set(["Bearer ghs_1_hush", "Bearer ghs_2_hush"]));
        assert.match(await refusal(other.engine.up(reporting, open)), /401 Bad credentials/);
        assert.equal(bearers(other.host.arrived).length, 2);
    });

    it("signs in again after the service of tokens failed for a moment", async () => {
        const stand = await opened(app);
        signIn(stand);
        stand.host.once({ status: 502 });
        await stand.engine.up(reporting, open);
        assert.deepEqual(bearers(stand.host.arrived), ["Bearer ghs_1_hush"]);
    });

    it("reads the key from a file as well, and shows it in no error", async () => {
        const dir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-app-"));
        const file = path.join(dir, "key.pem");
        fs.writeFileSync(file, pem);
        const stand = await opened({ ...app, GITHUB_APP_PEM_FILE: file });
        signIn(stand);
        await stand.engine.up(reporting, open);
        fs.rmSync(dir, { recursive: true });
        const broken = pem.replace(/[A-Za-z0-9]{20}/, "hush");
        const wrong = await opened({ ...app, GITHUB_APP_PEM_FILE: broken });
        const message = await refusal(wrong.engine.up(reporting, open));
        assert.equal(message, "GITHUB_APP_PEM_FILE must be a private key in PEM form");
        const lonely = await opened({ GITHUB_APP_ID: "123", GITHUB_TOKEN: "hush" });
        assert.match(
            await refusal(lonely.engine.up(reporting, open)),
            /GITHUB_APP_ID needs GITHUB_APP_INSTALLATION_ID/,
        );
    });

    it("prefers a token of Entra to a personal one", async () => {
        const stand = await opened({
            AZDO_ACCESS_TOKEN: "eyhush",
            AZDO_PERSONAL_ACCESS_TOKEN: "x",
        });
        stand.host.answer(() => ({ status: 200, body: {} }));
        const projectId = "11111111-2222-4333-8444-555555555555";
        const inputs = { projectId, buildsEnabledForForks: false };
        await stand.engine.up(token("AzureDevOpsPipelineSettings"), inputs);
        assert.deepEqual(bearers(stand.host.arrived), ["Bearer eyhush"]);
    });

    it("uses a person's token for audit streams, which take no app", async () => {
        const stream = { enterprise: "acme", datadog: { site: "EU1", token: "hush" } };
        const stand = await opened(app);
        const message = await refusal(stand.engine.up(token("GitHubAuditStream"), stream));
        assert.match(message, /no token: set GITHUB_TOKEN to a classic token/);
        const both = await opened({ ...app, GITHUB_TOKEN: "ghp_classic" });
        both.host.answer(() => ({ status: 500, body: { message: "down" } }));
        await refusal(both.engine.up(token("GitHubAuditStream"), stream));
        assert.equal(bearers(both.host.arrived)[0], "Bearer ghp_classic");
    });

    it("previews without any token, and says which variable is missing when it needs one", async () => {
        const stand = await opened({});
        const { outputs } = await stand.engine.up(token("GitHubImmutableSubject"), open, true);
        assert.equal(outputs.useImmutableSubject, true);
        assert.deepEqual(stand.host.arrived, []);
        assert.match(
            await refusal(stand.engine.up(reporting, open)),
            /^no token: set GITHUB_TOKEN, or GITHUB_APP_ID/,
        );
    });
});
