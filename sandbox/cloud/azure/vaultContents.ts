import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    matching,
    number,
    object,
    required,
    secret,
    text,
} from "../shape";
import { hex } from "../identifiers";
import { part, str, text as joined, without } from "../values";
import {
    armType,
    copied,
    idInGroup,
    parentId,
    requireResource,
    resourceGroupName,
    tags,
} from "./arm";

const itemName = fixed(matching(/^[a-zA-Z0-9-]{1,127}$/, "1 to 127 letters, digits and hyphens"));

function requireVault({ store, id }: Write): void {
    requireResource(store, parentId(id), "VaultNotFound", "The vault");
}

/** Where the vault answers for an item, and for its present version. */
function addresses(vault: string, kind: string, name: string, version: string) {
    const plain = joined`https://${vault}.vault.azure.net/${kind}/${name}`;
    return { plain, versioned: joined`${plain}/${version}` };
}

export const vaultSecret = armType({
    token: "azure-native:keyvault:Secret",
    api: "2024-11-01",
    type: "Microsoft.KeyVault/vaults/secrets",
    inputs: {
        properties: required(
            object({
                attributes: object({ enabled: flag, expires: integer(), notBefore: integer() }),
                contentType: text,
                value: secret(text),
            }),
        ),
        resourceGroupName,
        secretName: itemName,
        tags,
        vaultName: required(fixed(text)),
    },
    path: ["resourceGroupName", "vaultName", "secretName"],
    autoname: copied("secretName"),
    overwrites: true,
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.KeyVault",
            "vaults",
            str(inputs, "vaultName"),
            "secrets",
            str(inputs, "secretName"),
        ),
    outputs: ({ inputs, id, each }) => {
        const properties = without(part(inputs, "properties"), "value");
        const version = each(() => hex(32, id, String(Date.now())));
        const vault = str(inputs, "vaultName");
        const { plain, versioned } = addresses(
            vault,
            "secrets",
            str(inputs, "secretName"),
            version,
        );
        return { properties: { ...properties, secretUri: plain, secretUriWithVersion: versioned } };
    },
    beforeCreate: requireVault,
});

export const vaultKey = armType({
    token: "azure-native:keyvault:Key",
    api: "2024-11-01",
    type: "Microsoft.KeyVault/vaults/keys",
    inputs: {
        keyName: itemName,
        // Azure does not change a key through this interface: the provider replaces it.
        properties: required(
            fixed(
                object({
                    attributes: object({
                        enabled: flag,
                        expires: integer(),
                        exportable: flag,
                        notBefore: integer(),
                    }),
                    curveName: choice("P-256", "P-384", "P-521", "P-256K"),
                    keyOps: list(
                        choice(
                            "encrypt",
                            "decrypt",
                            "sign",
                            "verify",
                            "wrapKey",
                            "unwrapKey",
                            "import",
                            "release",
                        ),
                    ),
                    keySize: number,
                    kty: choice("EC", "EC-HSM", "RSA", "RSA-HSM"),
                    releasePolicy: object({ contentType: text, data: text }),
                    rotationPolicy: object({
                        attributes: object({ expiryTime: text }),
                        lifetimeActions: list(
                            object({
                                action: object({ type: choice("rotate", "notify") }),
                                trigger: object({ timeAfterCreate: text, timeBeforeExpiry: text }),
                            }),
                        ),
                    }),
                }),
            ),
        ),
        resourceGroupName,
        tags: fixed(tags),
        vaultName: required(fixed(text)),
    },
    path: ["resourceGroupName", "vaultName", "keyName", "properties"],
    autoname: copied("keyName"),
    check: (inputs) => {
        const { kty, keySize, curveName } = part(inputs, "properties");
        const isRsa = typeof kty === "string" && /^rsa/i.test(kty);
        const sizes = [2048, 3072, 4096];
        if (isRsa && typeof keySize === "number" && !sizes.includes(keySize)) {
            return [
                {
                    property: "properties.keySize",
                    reason: `is ${keySize}, must be ${sizes.join(", ")}`,
                },
            ];
        }
        if (isRsa && curveName !== undefined) {
            return [{ property: "properties.curveName", reason: "an RSA key has no curve" }];
        }
        return [];
    },
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.KeyVault",
            "vaults",
            str(inputs, "vaultName"),
            "keys",
            str(inputs, "keyName"),
        ),
    outputs: ({ inputs, id, once }) => {
        const version = once("keyVersion", () => hex(32, id, String(Date.now())));
        const vault = str(inputs, "vaultName");
        const { plain, versioned } = addresses(vault, "keys", str(inputs, "keyName"), version);
        return {
            attributes: {},
            kty: "RSA",
            ...part(inputs, "properties"),
            keyUri: plain,
            keyUriWithVersion: versioned,
        };
    },
    beforeCreate: requireVault,
});
