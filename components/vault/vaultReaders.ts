import type { Vault } from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { oneOf, problem, type Problem } from "../shared/validate";
import { grantRole, judgedPrincipals, roleDefinitionId } from "./grants";
import type { HardenedVaultArgs, VaultReader } from "./hardenedVaultArgs";
import { readerRoles } from "./vaultRoles";

const usualRole = "Key Vault Secrets User";

/** Judges the readers and adds their problems; returns them as they are to be used. */
export function judgedReaders(
    owner: pulumi.Resource,
    what: string,
    args: HardenedVaultArgs,
    problems: Problem[],
): VaultReader[] {
    const readers = args.readers ?? [];
    if (readers.length > 0) {
        problems.push(...shaped("subscriptionId", args.subscriptionId, "guid"));
    }
    readers.forEach((reader, i) => {
        const at = `readers[${i}]`;
        problems.push(...oneOf(`${at}.role`, reader.role ?? usualRole, Object.keys(readerRoles)));
        for (const item of ["secretName", "keyName"] as const) {
            const name = reader[item];
            problems.push(
                ...(name === undefined ? [] : shaped(`${at}.${item}`, name, "vaultItem")),
            );
        }
        if (reader.secretName !== undefined && reader.keyName !== undefined) {
            problems.push(problem(at, reader.name, "either a secretName or a keyName"));
        }
    });
    return judgedPrincipals(owner, what, "readers", readers, problems);
}

/** The readers' roles, each at the narrowest scope that was asked for. */
export function createReaders(
    parent: pulumi.Resource,
    name: string,
    args: HardenedVaultArgs,
    vault: Vault,
    readers: VaultReader[],
): pulumi.Resource[] {
    return readers.map((reader) => {
        const { secretName, keyName, role = usualRole } = reader;
        const ofKey = keyName === undefined ? "" : `/keys/${keyName}`;
        const item = secretName === undefined ? ofKey : `/secrets/${secretName}`;
        return grantRole(parent, `${name}-reader-${reader.name}`, reader, {
            scope: pulumi.interpolate`${vault.id}${item}`,
            id: roleDefinitionId(args.subscriptionId ?? "", readerRoles[role] ?? ""),
        });
    });
}
