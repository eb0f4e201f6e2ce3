import path from "node:path";
import { openCloudStore } from "../cloud";
import type { RunResult } from "../engine/api";
import type { Runner } from "./runner";
import { wrap } from "./text";

/** Deleted vaults that can still be recovered, in the emulated cloud's own records. */
const deletedVaultType = "azure-native:keyvault:DeletedVault";

/**
 * What stands in the way of a next `up` after a destroy: a purge-protected vault keeps its name when it is
 * deleted, in the emulated service as in the real one. No line when this run deleted no such vault.
 */
export function afterDestroy(
    result: RunResult,
    { places }: Runner,
    projectDir: string,
    width = Infinity,
): string[] {
    const deletions = result.steps.filter(({ op }) => op === "delete");
    const deleted = new Set(deletions.map(({ id }) => id.toLowerCase()));
    if (deleted.size === 0) return [];
    const kept = openCloudStore(places.cloud)
        .list(deletedVaultType)
        .filter(({ outputs }) => deleted.has(String(outputs.vaultId).toLowerCase()))
        .map(({ id, inputs }) => ({
            name: id.slice(id.lastIndexOf("/") + 1),
            properties: inputs.properties as Readonly<Record<string, unknown>>,
        }))
        .filter(({ properties }) => properties.enablePurgeProtection === true);
    const folder = path.relative(projectDir, places.root) || places.root;
    return kept.flatMap(({ name, properties }) => [
        "",
        wrap(
            `The vault ${name} is purge-protected: its name stays taken for ${String(properties.softDeleteRetentionInDays)} days. ` +
                "Destroy, then up again is refused by the emulated service as by the real one; " +
                `deleting ${folder}/ starts anew.`,
            width,
            "",
        ),
    ]);
}
