// Compiles the TypeScript sources to the few JavaScript files that run: the program, the policy
// pack, the component package, the sandbox. Only syntax is stripped here (0.2 s); types are checked
// by `npm test`. docs/decisions/001-starting-typescript.md has the figures behind this choice.
//
// CommonJS and synchronous on purpose: the loaders that the Pulumi hosts `require` call it too, so
// that a plain `pulumi up` after an edit never runs yesterday's code.
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");

/** Output file -> entry point. Packages stay outside the bundles: one SDK per process. */
const entries = {
    "bin/index.js": "index.ts",
    "bin/estate.js": "estate/index.ts",
    "bin/sandbox/cli.js": "sandbox/cli/index.ts",
    "bin/sandbox/cloud.js": "sandbox/cloud/main.ts",
    "bin/sandbox/lateModules.cjs": "sandbox/engine/lateModules.cjs",
    "bin/sandbox/parentWatch.cjs": "sandbox/engine/parentWatch.cjs",
    "components/bin/index.js": "components/index.ts",
    "hosts/bin/index.js": "hosts/index.ts",
    "hosts/bin/plugin.js": "hosts/plugin/main.ts",
    "policies/bin/index.js": "policies/index.ts",
    "sdks/azuredevops/bin/index.js": "sdks/azuredevops/index.ts",
};

const sourceFolders = [
    "attacks",
    "components",
    "estate",
    "hosts",
    "model",
    "policies",
    "report",
    "sandbox",
    "scripts",
    "sdks",
];

/** One hash over the text of every source file, its path included. */
function sourceHash() {
    const hash = crypto.createHash("sha256");
    const add = (file) => hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
    const walk = (folder) => {
        for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
            const file = `${folder}/${entry.name}`;
            if (entry.isDirectory()) {
                if (entry.name !== "bin" && entry.name !== "node_modules") walk(file);
            } else if (/\.(ts|cjs|json)$/.test(entry.name)) add(file);
        }
    };
    ["index.ts", "package.json"].forEach(add);
    sourceFolders.filter((folder) => fs.existsSync(path.join(root, folder))).forEach(walk);
    return hash.digest("hex");
}

/** Two processes may build at once (program and pack): each file appears whole, by rename. */
function writeWhole(file, contents) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(temporary, contents);
    fs.renameSync(temporary, file);
}

/** Compiles when any source changed since the last time. Returns whether it did. */
function ensureBuilt() {
    const stamp = path.join(root, "bin", ".sources");
    const hash = sourceHash();
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash) return false;
    const esbuild = require("esbuild");
    for (const [output, entry] of Object.entries(entries)) {
        const result = esbuild.buildSync({
            entryPoints: [path.join(root, entry)],
            outfile: path.join(root, output),
            bundle: true,
            packages: "external",
            platform: "node",
            target: "node20",
            format: "cjs",
            sourcemap: true,
            write: false,
            logLevel: "error",
        });
        for (const file of result.outputFiles) writeWhole(file.path, file.contents);
    }
    writeWhole(stamp, hash);
    return true;
}

module.exports = { ensureBuilt };

if (require.main === module) {
    console.log(ensureBuilt() ? "built" : "up to date");
}
