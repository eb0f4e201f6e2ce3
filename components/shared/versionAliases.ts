import type * as pulumi from "@pulumi/pulumi";

/**
 * A transformation that drops the aliases by which azure-native resources are also known under each
 * of their API versions: 10 to 25 a resource, a third of what registering one costs. They matter
 * to stacks that once used such a versioned type ("azure-native:keyvault/v20230701:Vault"); Gatehouse
 * never did. Aliases of renamed and moved types, and any with a name or a parent, are kept.
 */
export const withoutVersionAliases: pulumi.ResourceTransformation = ({ type, props, opts }) => {
    const aliases = opts.aliases?.filter((alias) => !isOtherVersion(alias, type));
    return { props, opts: { ...opts, aliases: aliases ?? [] } };
};

function isOtherVersion(alias: pulumi.Input<string | pulumi.Alias>, type: string): boolean {
    if (typeof alias !== "object" || !("type" in alias) || Object.keys(alias).length !== 1) {
        return false;
    }
    return (
        typeof alias.type === "string" &&
        /^azure-native:[^/:]+\/v\d{8}\w*:\w+$/.test(alias.type) &&
        alias.type.replace(/\/v\d{8}\w*:/, ":") === type
    );
}
