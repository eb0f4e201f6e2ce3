import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";

const root = path.join(__dirname, "..", "..");

/**
 * ARCHITECTURE.md's arrows: a folder may import itself and what is listed here, nothing else of
 * ours. "types" means `import type` only.
 */
const arrows: Record<string, Record<string, "all" | "types">> = {
    "index.ts": { components: "all", estate: "all", hosts: "all" },
    estate: { components: "types" },
    components: { hosts: "all" },
    hosts: {},
    model: {},
    policies: { model: "all", attacks: "all" },
    attacks: { model: "all" },
    report: { policies: "all", attacks: "all", model: "all" },
    sandbox: {},
    sdks: {},
};

const lineLimit = 250;

/** Every TypeScript file git tracks or would track, as paths relative to the root. */
function sources(folder: string): string[] {
    const absolute = path.join(root, folder);
    if (!fs.existsSync(absolute)) return [];
    if (fs.statSync(absolute).isFile()) return [folder];
    return fs
        .readdirSync(absolute, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !/(^|\/)(node_modules|bin)\//.test(file))
        .map((file) => path.posix.join(folder, file));
}

interface Import {
    readonly specifier: string;
    readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    const statements = /^(?:import|export)\s+(type\s)?[^;]*?from\s+["']([^"']+)["']/gm;
    const found = [...text.matchAll(statements)].map((match) => ({
        specifier: match[2] ?? "",
        typeOnly: match[1] !== undefined,
    }));
    const bare = /^import\s+["']([^"']+)["']|(?:require|import)\(\s*["']([^"']+)["']\s*\)/gm;
    for (const match of text.matchAll(bare)) {
        found.push({ specifier: match[1] ?? match[2] ?? "", typeOnly: false });
    }
    return found;
}

/** The top folder (or root file) of ours that an import leads to; undefined for packages. */
function target(file: string, specifier: string): string | undefined {
    if (!specifier.startsWith(".")) {
        const ours: Record<string, string> = {
            gatehouse: "components",
            "gatehouse-hosts": "hosts",
            "gatehouse-policies": "policies",
        };
        return ours[specifier.split("/")[0] ?? ""];
    }
    const resolved = path.posix.join(path.posix.dirname(file), specifier);
    const [top = ""] = resolved.split("/");
    return resolved.includes("/") || fs.existsSync(path.join(root, top)) ? top : `${top}.ts`;
}

describe("architecture", () => {
    for (const [folder, allowed] of Object.entries(arrows)) {
        it(`${folder} imports only ${Object.keys(allowed).join(", ") || "itself"}`, () => {
            const wrong = sources(folder).flatMap((file) =>
                importsOf(file).flatMap(({ specifier, typeOnly }) => {
                    const to = target(file, specifier);
                    if (to === undefined || to === folder) return [];
                    const arrow = allowed[to];
                    if (arrow === "all" || (arrow === "types" && typeOnly)) return [];
                    return [`${file} imports ${specifier}`];
                }),
            );
            assert.deepEqual(wrong, []);
        });
    }

    it("model imports nothing of Pulumi", () => {
        const wrong = sources("model").filter((file) =>
            importsOf(file).some(({ specifier }) => specifier.startsWith("@pulumi/")),
        );
        assert.deepEqual(wrong, []);
    });

    it("components tell people something through shared/messages.ts alone", () => {
        const speakers = sources("components").filter((file) =>
            /\blog\.(?:debug|info|warn|error)\(|@pulumi\/pulumi\/log/.test(
                fs.readFileSync(path.join(root, file), "utf8"),
            ),
        );
        assert.deepEqual(speakers, ["components/shared/messages.ts"]);
    });

    it("Pulumi packages are imported by submodule, never by the root of a cloud's package", () => {
        const roots = ["@pulumi/azure-native", "@pulumi/aws", "@pulumi/github"];
        const everywhere = [...Object.keys(arrows), "test", "bench", "examples"].flatMap(sources);
        const wrong = everywhere.filter((file) =>
            importsOf(file).some(
                ({ specifier, typeOnly }) => !typeOnly && roots.includes(specifier),
            ),
        );
        assert.deepEqual(wrong, []);
    });

    it(`no TypeScript file is longer than ${lineLimit} lines`, () => {
        const everywhere = [...Object.keys(arrows), "test", "bench", "scripts"].flatMap(sources);
        const long = everywhere
            .map((file) => ({
                file,
                lines: fs.readFileSync(path.join(root, file), "utf8").split("\n").length - 1,
            }))
            .filter(({ lines }) => lines > lineLimit);
        assert.deepEqual(long, []);
    });

    it("finds the imports it is meant to judge", () => {
        const self = importsOf("test/contract/architecture.test.ts").map((i) => i.specifier);
        assert.ok(self.includes("node:path"));
        assert.ok(sources("sandbox").length > 5 && sources("policies").length > 5);
    });
});
