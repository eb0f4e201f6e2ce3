import path from "node:path";
import { openCloudStore } from "../cloud";
import { deletedVaultType } from "../cloud/azure/vault";
import { get, num, part, str } from "../cloud/values";
import type { RunResult } from "../engine/api";
import type { Runner } from "./runner";
import { wrap } from "./text";

/**
 * What stands in the way of a next `up` after a destroy: a purge-protected vault keeps its name when it is
 * deleted, in the emulated service as in the real one. No line when this run deleted no such vault.
 */
export function afterDestroy(
    result: RunResult,
    { places }: Pick<Runner, "places">,
    projectDir: string,
    width = Infinity,
): string[] {
    const deletions = result.steps.filter(({ op }) => op === "delete");
    const deleted = new Set(deletions.map(({ id }) => id.toLowerCase()));
    if (deleted.size === 0) return [];
    const kept = openCloudStore(places.cloud)
        .list(deletedVaultType)
        .filter(({ outputs }) => deleted.has(str(outputs, "vaultId").toLowerCase()))
        .filter(({ inputs }) => get(inputs, "properties", "enablePurgeProtection") === true);
    const folder = path.relative(projectDir, places.root) || places.root;
    return kept.flatMap(({ id, inputs }) => {
        const name = id.slice(id.lastIndexOf("/") + 1);
        const days = num(part(inputs, "properties"), "softDeleteRetentionInDays") ?? 90;
        const text =
            `The vault ${name} is purge-protected: its name stays taken for ${days} days. ` +
            "Destroy, then up again is refused by the emulated service as by the real one; " +
            `deleting ${folder}/ starts anew.`;
        return ["", wrap(text, width, "")];
    });
}
