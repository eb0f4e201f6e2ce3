// Loaded first (`node --require`) in the program and the policy packs. The SDK loads the TypeScript
// compiler and npm's resolver as soon as it is loaded itself, although it needs them only to write a
// function of the program into another place, and its policy host registers a compiler for packs that are
// JavaScript: more than half of the time in which a host starts. Here they are loaded when they are
// first used.
const Module = require("node:module");
const path = require("node:path");

const sdk = /[/\\]@pulumi[/\\]pulumi[/\\]/.source;
const closures = new RegExp(String.raw`${sdk}runtime[/\\]closure[/\\]`);
const policyHost = new RegExp(String.raw`${sdk}(?:tsutils|cmd[/\\]run-policy-pack[/\\]run)\.js$`);

/** What stands in for each until then: the SDK copies the classes of the one, not of the others. */
const late = [
    { asks: closures, request: /^\.\.\/\.\.\/typescript-shim$/, standIn: (load) => whole(load) },
    {
        asks: closures,
        request: /^@npmcli\/arborist$/,
        standIn: (load) => ({
            Arborist: new Proxy(class {}, {
                construct: (_, args) => new (load().Arborist)(...args),
            }),
        }),
    },
    { asks: policyHost, request: /^typescript$/, standIn: (load, file) => whole(load, told(file)) },
    {
        asks: policyHost,
        request: /(?:^|[/\\])ts-node(?:@[\d.]+)?$/,
        standIn: (load) => whole(load, { VERSION: "late", register: registrar(load) }),
    },
];

/** A module of which only what is `known` can be had without loading it. */
function whole(load, known = {}) {
    return new Proxy(known, { get: (_, key) => (Object.hasOwn(known, key) ? known : load())[key] });
}

/** The version in the package of the module at `file`. */
function told(file) {
    const folder = path.dirname(file);
    const { version } = require(path.join(folder, "..", "package.json"));
    return { version };
}

/** Registers the compiler with the first file of TypeScript. A project may compile its JavaScript, too. */
function registrar(load) {
    return (options) => {
        if (options.skipProject !== true) return load().register(options);
        const suffixes = [".ts", ".tsx"];
        for (const suffix of suffixes) {
            Module._extensions[suffix] = (module, file) => {
                for (const each of suffixes) delete Module._extensions[each];
                load().register(options);
                Module._extensions[suffix](module, file);
            };
        }
        return undefined;
    };
}

const loadNow = Module._load;
Module._load = function (request, parent, ...rest) {
    const load = () => loadNow.call(this, request, parent, ...rest);
    const asked = late.find(
        (each) => each.request.test(request) && each.asks.test(parent?.filename ?? ""),
    );
    return asked ? asked.standIn(load, Module._resolveFilename(request, parent)) : load();
};
