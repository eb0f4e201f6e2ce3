import { join, resolve } from "node:path";
import { z } from "zod";
import { EngineError } from "../api";
import { configText, fits, typeName } from "./configType";
import { splitArguments } from "./splitArguments";
import type { ConfigDeclaration, ItemType, Project } from "./types";
import { YamlFile } from "./yamlFile";

const typeShape = z.enum(["string", "boolean", "integer", "array", "object"]);

const itemShape: z.ZodType<ItemType> = z.lazy(() =>
    z.object({ type: typeShape, items: itemShape.optional() }),
);

const entryShape = z.strictObject({
    type: typeShape.optional(),
    description: z.string().optional(),
    items: itemShape.optional(),
    default: z.unknown().optional(),
    value: z.unknown().optional(),
    secret: z.boolean().optional(),
});

type Entry = z.infer<typeof entryShape>;

const shorthand = z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown())]);

const projectShape = z.looseObject({
    name: z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/, {
        error: 'must be 1 to 100 letters, digits, "-", "_" and "."',
    }),
    runtime: z.union(
        [
            z.string().min(1),
            z.looseObject({
                name: z.string().min(1),
                options: z
                    .looseObject({
                        typescript: z.boolean().optional(),
                        nodeargs: z.string().optional(),
                    })
                    .nullish(),
            }),
        ],
        { error: runtimeProblem },
    ),
    main: z.string().min(1).optional(),
    description: z.string().nullish(),
    config: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
    stackConfigDir: z.string().min(1).optional(),
    plugins: z
        .looseObject({
            providers: z
                .array(z.looseObject({ name: z.string().min(1), path: z.string().min(1) }))
                .nullish(),
        })
        .nullish(),
});

/** The union's own message would not say which form is meant. */
function runtimeProblem(): string {
    return (
        'must be a name ("nodejs") or {name: text, options: {typescript: true or false, ' +
        "nodeargs: text}}"
    );
}

/**
 * Reads Pulumi.yaml (or Pulumi.yml) in a folder.
 * @throws EngineError (exit 2) when there is none, or listing all that is wrong with it.
 */
export async function loadProject(projectDir: string): Promise<Project> {
    const dir = resolve(projectDir);
    const file =
        (await YamlFile.read(join(dir, "Pulumi.yaml"), "public")) ??
        (await YamlFile.read(join(dir, "Pulumi.yml"), "public"));
    if (file === undefined) {
        throw new EngineError(`${dir}: holds no Pulumi.yaml, so it is no Pulumi project`, 2);
    }
    const content = file.check(projectShape);
    const runtime =
        typeof content.runtime === "string" ? { name: content.runtime } : content.runtime;
    const options = runtime.options ?? {};
    const nodeargs = splitArguments(options.nodeargs ?? "");
    if (nodeargs === undefined) {
        file.report(["runtime", "options", "nodeargs"], "has a quote that is not closed");
    }
    const declared = typeof content.config === "object" ? content.config : undefined;
    const config = Object.entries(declared ?? {}).map(([key, value]) =>
        declaration(file, content.name, key, value),
    );
    file.throwIfWrong();
    const stackConfigDir =
        typeof content.config === "string" ? content.config : content.stackConfigDir;
    return {
        name: content.name,
        file: file.path,
        dir,
        main: resolve(dir, content.main ?? "."),
        ...(content.description && { description: content.description }),
        stackConfigDir: resolve(dir, stackConfigDir ?? "."),
        runtime: {
            name: runtime.name,
            typescript: options.typescript ?? true,
            nodeargs: nodeargs ?? [],
            options,
        },
        config,
        plugins: (content.plugins?.providers ?? []).map((plugin) => ({
            name: plugin.name,
            dir: resolve(dir, plugin.path),
        })),
    };
}

function declaration(
    file: YamlFile,
    project: string,
    name: string,
    value: unknown,
): ConfigDeclaration {
    const path = ["config", name];
    const own = !name.includes(":") || name.startsWith(`${project}:`);
    const entry = entryOf(file, path, value, own);
    if (entry.type === "array" && entry.items === undefined) {
        file.report(path, 'an array says what its elements are: items: {type: "string"}');
    }
    if (own) {
        if (entry.value !== undefined && entry.default !== undefined) {
            file.report(path, 'has both "default" and "value"; only one is allowed');
        }
        const given = entry.default ?? entry.value;
        const type = entry.type && { type: entry.type, items: entry.items };
        if (type !== undefined && given !== undefined && !fits(type, given)) {
            file.report(
                path,
                `its default must be of type ${typeName(type)}, found ${file.describe(given)}`,
            );
        }
    } else {
        // Another package's setting: this project can set it, not declare it.
        if (entry.type !== undefined || entry.default !== undefined) {
            file.report(path, `is not a key of ${project}: only "value" is allowed`);
        } else if (entry.value === undefined) {
            file.report(path, `is not a key of ${project}, so it must have a "value"`);
        }
    }
    const given = entry.default ?? entry.value;
    return {
        key: name.includes(":") ? name : `${project}:${name}`,
        ...(entry.type && { type: entry.type }),
        ...(entry.items && { items: entry.items }),
        ...(entry.description && { description: entry.description }),
        secret: entry.secret ?? false,
        ...(given !== undefined && given !== null && { default: configText(given) }),
    };
}

/** `key: value` is short for `key: {default: value}`, of other packages' keys for `{value: value}`. */
function entryOf(file: YamlFile, path: readonly string[], value: unknown, own: boolean): Entry {
    const short = shorthand.safeParse(value);
    if (short.success) {
        return own
            ? { default: short.data, value: undefined }
            : { default: undefined, value: short.data };
    }
    const result = entryShape.safeParse(value);
    if (result.success) {
        return result.data;
    }
    for (const issue of result.error.issues) {
        file.report([...path, ...issue.path], issue.message);
    }
    return { default: undefined, value: undefined };
}
