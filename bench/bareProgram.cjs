// The yardstick: a plain Pulumi program that registers the resources of a JSON file one by one.
// Values that were unknown in the estate's preview are unknown here too: they come from a resource.
const fs = require("node:fs");
const pulumi = require("@pulumi/pulumi");

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const resources = JSON.parse(fs.readFileSync(new pulumi.Config().require("resources"), "utf8"));

/** The SDK class of a token, loaded by submodule: azure-native:keyvault:Vault, github:index/team:Team. */
function classOf(token) {
    const [pkg, module, name] = token.split(":");
    // Of our own packages there is no submodule.
    if (pkg === "gatehouse-hosts") return require(pkg)[name];
    if (pkg === "azuredevops") return require(`@pulumi/${pkg}`)[name];
    const submodule = module.startsWith("index/") ? module.slice("index/".length) : module;
    return require(`@pulumi/${pkg}/${submodule}`)[name];
}

const Team = classOf("github:index/team:Team");
const unknown = new Team("source-of-unknowns", { name: "source-of-unknowns" }).id;

function withUnknowns(value) {
    if (value === UNKNOWN) return unknown;
    if (Array.isArray(value)) return value.map(withUnknowns);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key !== "__defaults")
            .map(([key, inner]) => [key, withUnknowns(inner)]),
    );
}

resources.forEach(({ type, name, inputs }, index) => {
    const Resource = classOf(type);
    new Resource(`${name}-${index}`, withUnknowns(inputs));
});
