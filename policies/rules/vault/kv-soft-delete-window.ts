import { is, map, withDefault } from "../../../model/known";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { wholeNumber } from "../../lib/settings";

/** Azure's own retention of a deleted vault. source: azure-native 3.28 typings of `VaultProperties`; date: 2026-11-21 */
const azureDays = 90;

export const kvSoftDeleteWindow = defineRule({
    id: "kv-soft-delete-window",
    code: "A02",
    title: "A deleted key vault can be recovered for as long as Azure offers",
    attack: "Who deletes a vault waits for its retention to end: after seven days nothing brings the keys back, and what they encrypted is lost. A deletion over a holiday is noticed too late.",
    blindSpot: "Does not see who may delete or purge the vault, nor how soon anybody would notice.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "leave enableSoftDelete on and set softDeleteRetentionInDays to 90; Azure does not let it be changed later (HardenedVault does both)",
        code: "properties: { enableSoftDelete: true, softDeleteRetentionInDays: 90 }",
    },
    controls: ["ncsc:5", "mcsb:DP-8", "mcsb:BR-2"],
    tags: ["azure", "key-vault"],
    types: vaultTypes,
    settings: { minDays: wholeNumber("Shortest retention in days.", azureDays, 7, azureDays) },
    examples: {
        denied: 'new Vault("secrets", { properties: { softDeleteRetentionInDays: 7, ... } });',
        allowed: 'new Vault("secrets", { properties: { softDeleteRetentionInDays: 90, ... } });',
    },
    judge(resource, { config }) {
        const { softDelete, softDeleteDays } = vaultView(resource);
        const on = withDefault(softDelete.value, true);
        const long = map(
            withDefault(softDeleteDays.value, azureDays),
            (days) => days >= config.minDays,
        );
        return judgeDemands([
            { property: softDelete.path, seen: softDelete.value, met: on, wanted: "true" },
            // Without soft delete the days mean nothing, and the finding is that.
            ...(is(on, false)
                ? []
                : [
                      {
                          property: softDeleteDays.path,
                          seen: softDeleteDays.value,
                          met: long,
                          wanted: `${config.minDays} days or more`,
                      },
                  ]),
        ]);
    },
});
