import { extname, join } from "node:path";
import { z } from "zod";
import { EngineError } from "../api";
import { openCrypter, type Crypter } from "../state/crypto";
import { configText, fits, typeName } from "./configType";
import type { ConfigDeclaration, Project, StackConfig } from "./types";
import { holdsSecret, reveal } from "./secureValues";
import { YamlFile } from "./yamlFile";

const stackShape = z.looseObject({
    config: z.record(z.string(), z.unknown()).nullish(),
    encryptionsalt: z.string().optional(),
    secretsprovider: z.string().optional(),
    environment: z
        .undefined({ error: "ESC environments are not supported by the embedded engine" })
        .optional(),
});

/** One value of the stack file, decrypted. */
interface Resolved {
    /** The key as the file spells it. */
    readonly name: string;
    readonly value: unknown;
    readonly secret: boolean;
    /** What was decrypted on the way. */
    readonly texts: readonly string[];
}

/**
 * Reads `Pulumi.<stack>.yaml`, decrypts it and fills the defaults Pulumi.yaml declares. A stack without a
 * file has only the defaults.
 * @throws EngineError (exit 2) listing all problems: YAML, shape, missing and mistyped keys, secrets
 * that do not decrypt; and for a wrong passphrase.
 */
export async function loadStackConfig(
    project: Project,
    stack: string,
    passphrase: string,
): Promise<StackConfig> {
    const name = `Pulumi.${stack}${extname(project.file)}`;
    const file = await YamlFile.read(join(project.stackConfigDir, name), "secret");
    const content = file?.check(stackShape) ?? {};
    const own = await resolveAll(project, file, content, passphrase);
    checkDeclared(project, file, own);
    file?.throwIfWrong();

    const values: [string, string][] = [];
    const secretKeys: string[] = [];
    const secretTexts: string[] = [];
    for (const [key, { value, secret, texts }] of withDefaults(project, own)) {
        values.push([key, configText(value)]);
        if (secret) {
            secretKeys.push(key);
            secretTexts.push(...texts);
        }
    }
    return {
        values: Object.fromEntries(values),
        secretKeys: secretKeys.sort(),
        secretTexts,
        ...(content.encryptionsalt && { encryptionSalt: content.encryptionsalt }),
        ...(file && { file: file.path }),
    };
}

async function resolveAll(
    project: Project,
    file: YamlFile | undefined,
    content: z.infer<typeof stackShape>,
    passphrase: string,
): Promise<Map<string, Resolved>> {
    const resolved = new Map<string, Resolved>();
    if (file === undefined) {
        return resolved;
    }
    const config = Object.entries(content.config ?? {});
    const crypter = config.some(([, value]) => holdsSecret(value))
        ? await crypterOf(file, content, passphrase)
        : undefined;
    for (const [name, value] of config) {
        const key = qualified(project.name, name);
        if (key === undefined) {
            file.report(["config", name], 'is no configuration key: "name" or "namespace:name"');
        } else if (resolved.has(key)) {
            file.report(["config", name], `sets ${key} a second time`);
        } else {
            const texts: string[] = [];
            const decrypt = (ciphertext: string): string => {
                const text = crypter?.decrypt(ciphertext) ?? "";
                texts.push(text);
                return text;
            };
            const clear = reveal(file, ["config", name], value, decrypt);
            resolved.set(key, { name, value: clear, secret: holdsSecret(value), texts });
        }
    }
    return resolved;
}

async function crypterOf(
    file: YamlFile,
    content: z.infer<typeof stackShape>,
    passphrase: string,
): Promise<Crypter | undefined> {
    const provider = content.secretsprovider ?? "passphrase";
    if (provider !== "passphrase") {
        file.report(["secretsprovider"], `must be "passphrase", found ${JSON.stringify(provider)}`);
        return undefined;
    }
    if (content.encryptionsalt === undefined) {
        file.report(["config"], 'has "secure" values, but the file has no encryptionsalt');
        return undefined;
    }
    return openCrypter(passphrase, content.encryptionsalt, file.path);
}

/** "name" and "namespace:name"; the old "namespace:config:name" means the latter. */
function qualified(project: string, name: string): string | undefined {
    const parts = name.split(":");
    if (parts.includes("")) {
        return undefined;
    }
    const [first = "", second, third] = parts;
    if (parts.length === 1) {
        return `${project}:${first}`;
    }
    if (parts.length === 2) {
        return name;
    }
    return parts.length === 3 && second === "config" ? `${first}:${third ?? ""}` : undefined;
}

function withDefaults(project: Project, own: ReadonlyMap<string, Resolved>): Map<string, Resolved> {
    const all = new Map(own);
    for (const { key, default: value, secret } of project.config) {
        if (value !== undefined && !all.has(key)) {
            all.set(key, { name: key, value, secret, texts: secret ? [configText(value)] : [] });
        }
    }
    return all;
}

/** Required keys are there, typed ones have their type, declared secrets are encrypted. */
function checkDeclared(
    project: Project,
    file: YamlFile | undefined,
    own: ReadonlyMap<string, Resolved>,
): void {
    const missing: string[] = [];
    for (const declared of project.config) {
        const found = own.get(declared.key);
        if (found !== undefined && file !== undefined) {
            checkOne(file, declared, found);
        }
        const required = declared.default === undefined && isOwn(project, declared.key);
        if (found === undefined && required) {
            missing.push(`${declared.key} is missing; ${wanted(declared)}`);
        }
    }
    if (file === undefined && missing.length > 0) {
        throw new EngineError(
            `The stack has no configuration file, and ${project.file} requires values:\n  ${missing.join("\n  ")}`,
            2,
        );
    }
    for (const problem of missing) {
        file?.report(["config"], problem);
    }
}

function isOwn(project: Project, key: string): boolean {
    return key.startsWith(`${project.name}:`);
}

function checkOne(file: YamlFile, declared: ConfigDeclaration, found: Resolved): void {
    const path = ["config", found.name];
    if (declared.secret && !found.secret) {
        file.report(path, "is declared secret, so its value must be encrypted");
    }
    if (declared.type === undefined) {
        return;
    }
    const type = { type: declared.type, items: declared.items };
    if (!fits(type, found.value)) {
        file.report(path, `${wanted(declared)}, found ${file.describe(found.value)}`);
    }
}

function wanted({ type, items }: ConfigDeclaration): string {
    return type === undefined
        ? "Pulumi.yaml declares it without a default"
        : `must be of type ${typeName({ type, items })}`;
}
