// Loaded first (`node --require`) in the program and the policy packs. The SDK loads the TypeScript
// compiler and npm's resolver as soon as it is loaded itself, although it needs them only to write a
// function of the program into another place: more than half of the time in which a host starts. Here
// they are loaded when they are first used.
const Module = require("node:module");

const closures = /[/\\]@pulumi[/\\]pulumi[/\\]runtime[/\\]closure[/\\]/;

/** What stands in for each until then: the SDK copies the classes of the one, not of the other. */
const late = {
    "../../typescript-shim": (load) => new Proxy({}, { get: (_, key) => load()[key] }),
    "@npmcli/arborist": (load) => ({
        Arborist: new Proxy(class {}, { construct: (_, args) => new (load().Arborist)(...args) }),
    }),
};

const loadNow = Module._load;
Module._load = function (request, parent, ...rest) {
    const load = () => loadNow.call(this, request, parent, ...rest);
    const isLate = Object.hasOwn(late, request) && closures.test(parent?.filename ?? "");
    return isLate ? late[request](load) : load();
};
