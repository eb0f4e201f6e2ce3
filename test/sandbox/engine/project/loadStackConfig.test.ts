import assert from "node:assert/strict";
import { EngineError } from "../../../../sandbox/engine/api";
import { loadProject, loadStackConfig, type StackConfig } from "../../../../sandbox/engine/project";
import { folderWith, problems } from "./support";

const PASSPHRASE = "correct horse battery staple";

/** Written by the real CLI (3.260), `pulumi config set` with and without --secret and --path. */
const BY_THE_CLI = `
encryptionsalt: v1:Qb/ImucEm6A=:v1:XbO6rGxvGgt7+JJ6:U1nKqyL2cxZrpsT7LU5jJEBfFnWadg==
config:
  shop:token:
    secure: v1:petS3hGhtWKtjZxY:KilAi6s5BPmxnsX+AjSYkel70sfi/+w=
  shop:estate:
    db:
      password:
        secure: v1:/Ea+5zSE9jwM+mvx:eKCb3/4SvJzelQa/Kmn62G07ActkTw==
    size: 3
    name: web
    "on": true
  shop:flag: "true"
  shop:list:
    - a
  other:region: eu
`;

const PROJECT = "name: shop\nruntime: nodejs\n";

async function load(
    stackFile: string | undefined,
    projectFile = PROJECT,
    passphrase = PASSPHRASE,
): Promise<StackConfig> {
    const folder = folderWith({
        "Pulumi.yaml": projectFile,
        ...(stackFile !== undefined && { "Pulumi.dev.yaml": stackFile }),
    });
    return loadStackConfig(await loadProject(folder), "dev", passphrase);
}

async function refusal(stackFile: string | undefined, projectFile = PROJECT): Promise<string[]> {
    const files = {
        "Pulumi.yaml": projectFile,
        ...(stackFile !== undefined && { "Pulumi.dev.yaml": stackFile }),
    };
    const folder = folderWith(files);
    const project = await loadProject(folder);
    let found: string[] = [];
    await assert.rejects(loadStackConfig(project, "dev", PASSPHRASE), (error) => {
        assert.ok(error instanceof EngineError, String(error));
        assert.equal(error.exitCode, 2);
        found = problems(error, folder);
        return true;
    });
    return found;
}

describe("a stack's configuration", () => {
    it("is what the real CLI wrote, decrypted, objects as JSON text", async () => {
        const config = await load(BY_THE_CLI);
        assert.deepEqual(config.values, {
            "shop:token": "hunter2",
            "shop:estate": '{"db":{"password":"s3cret"},"size":3,"name":"web","on":true}',
            "shop:flag": "true",
            "shop:list": '["a"]',
            "other:region": "eu",
        });
        assert.deepEqual(config.secretKeys, ["shop:estate", "shop:token"]);
        assert.deepEqual(config.secretTexts, ["hunter2", "s3cret"]);
        assert.match(config.encryptionSalt ?? "", /^v1:Qb\/ImucEm6A=:/);
        assert.match(config.file ?? "", /Pulumi\.dev\.yaml$/);
    });

    it("is empty for a stack without a file, and for an empty file", async () => {
        assert.deepEqual(await load(undefined), { values: {}, secretKeys: [], secretTexts: [] });
        assert.deepEqual((await load("")).values, {});
        assert.deepEqual((await load("config:\n")).values, {});
    });

    it("turns scalars into text as the CLI does, and puts keys under the project's name", async () => {
        const { values } = await load(
            "config:\n  n: 3\n  f: 1.5\n  b: false\n  s: '007'\n  e:\n  shop:config:old: x\n",
        );
        assert.deepEqual(values, {
            "shop:n": "3",
            "shop:f": "1.5",
            "shop:b": "false",
            "shop:s": "007",
            "shop:e": "",
            "shop:old": "x",
        });
    });

    it("takes only {secure: text} alone for a secret", async () => {
        const { values, secretKeys } = await load(
            "config:\n  a: { secure: 1 }\n  b: { secure: x, y: 1 }\n",
        );
        assert.deepEqual(values, { "shop:a": '{"secure":1}', "shop:b": '{"secure":"x","y":1}' });
        assert.deepEqual(secretKeys, []);
    });

    it("resolves anchors and merges", async () => {
        const { values } = await load(
            "base: &base { a: 1 }\nconfig:\n  x: { <<: *base, b: 2 }\n  y: *base\n",
        );
        assert.deepEqual(values, { "shop:x": '{"a":1,"b":2}', "shop:y": '{"a":1}' });
    });

    const declared = `${PROJECT}config:
  size: { type: integer, default: 3 }
  names: { type: array, items: { type: string } }
  token: { type: string, secret: true }
  aws:region: { value: eu }
`;

    it("fills the defaults Pulumi.yaml declares, the stack's own values first", async () => {
        const optional = declared.replace(/ {2}(names|token).*\n/g, "");
        assert.deepEqual((await load(undefined, optional)).values, {
            "shop:size": "3",
            "aws:region": "eu",
        });
        assert.deepEqual((await load("config: { size: '4' }", optional)).values, {
            "shop:size": "4",
            "aws:region": "eu",
        });
    });

    it("is refused for what is missing, mistyped or not encrypted, all at once", async () => {
        assert.deepEqual(
            await refusal("config:\n  size: x\n  names: [1]\n  token: clear\n", declared),
            [
                "Pulumi.dev.yaml:2:9 config.size: must be of type integer, found a string",
                "Pulumi.dev.yaml:3:10 config.names: must be of type array<string>, found a list",
                "Pulumi.dev.yaml:4:10 config.token: is declared secret, so its value must be encrypted",
            ],
        );
        assert.deepEqual(await refusal("config:\n  size: 1\n", declared), [
            "Pulumi.dev.yaml:2:3 config: shop:names is missing; must be of type array<string>",
            "Pulumi.dev.yaml:2:3 config: shop:token is missing; must be of type string",
        ]);
        assert.equal((await refusal(undefined, declared)).length, 2);
    });

    it("is refused for keys and numbers that cannot be carried, and for ESC environments", async () => {
        assert.deepEqual(await refusal("environment: [prod]\nconfig: [a]\n"), [
            "Pulumi.dev.yaml:1:14 environment: ESC environments are not supported by the embedded engine, found a list",
            "Pulumi.dev.yaml:2:9 config: Invalid input: expected record, found a list",
        ]);
        assert.deepEqual(
            await refusal(
                "config:\n  a:b:c: 1\n  x: 1\n  shop:x: 2\n  big: { n: 12345678901234567890 }\n",
            ),
            [
                'Pulumi.dev.yaml:2:10 config.a:b:c: is no configuration key: "name" or "namespace:name"',
                "Pulumi.dev.yaml:4:11 config.shop:x: sets shop:x a second time",
                "Pulumi.dev.yaml:5:13 config.big.n: is too large for a number; put it in quotes",
            ],
        );
    });

    it("is refused when its secrets cannot be opened, without a word of them", async () => {
        assert.deepEqual(await refusal("config:\n  a: { secure: 'v1:x:y' }\n"), [
            'Pulumi.dev.yaml:2:3 config: has "secure" values, but the file has no encryptionsalt',
        ]);
        const damaged = await refusal(
            BY_THE_CLI.replace("KilAi6", "AAAAAA").replace("/Ea+5z", "AAAAAA"),
        );
        assert.equal(damaged.length, 2);
        assert.match(
            damaged[0] ?? "",
            /^Pulumi\.dev\.yaml:5:13 config\.shop:token\.secure: .*decrypt/,
        );
        assert.match(
            damaged[1] ?? "",
            /^Pulumi\.dev\.yaml:9:17 config\.shop:estate\.db\.password\.secure/,
        );
        assert.match(
            (await refusal(`secretsprovider: awskms://x\n${BY_THE_CLI}`))[0] ?? "",
            /secretsprovider: must be "passphrase", found "awskms/,
        );
        await assert.rejects(
            load(BY_THE_CLI, PROJECT, "wrong"),
            /Pulumi\.dev\.yaml: wrong passphrase/,
        );
    });

    it("needs no passphrase when nothing is encrypted", async () => {
        const { values } = await load("encryptionsalt: v1:bad\nconfig: { a: 1 }\n", PROJECT, "any");
        assert.deepEqual(values, { "shop:a": "1" });
    });
});
