import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { kvSoftDeleteWindow } from "../../../../policies/rules/vault/kv-soft-delete-window";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:keyvault:Vault";
const vault = (properties: PropertyTree) => ({ type, props: { properties } });

describeRule(kvSoftDeleteWindow, {
    denied: [
        {
            name: "a retention of a week",
            ...vault({ softDeleteRetentionInDays: 7 }),
            findings: ["properties.softDeleteRetentionInDays"],
        },
        {
            name: "soft delete turned off, whose days mean nothing",
            ...vault({ enableSoftDelete: false, softDeleteRetentionInDays: 7 }),
            findings: ["properties.enableSoftDelete"],
        },
        {
            name: "a short retention of the classic provider",
            type: "azure:keyvault:KeyVault",
            props: { softDeleteRetentionDays: 30 },
            findings: ["softDeleteRetentionDays"],
        },
    ],
    allowed: [
        { name: "Azure's defaults", ...vault({}) },
        {
            name: "the longest retention",
            ...vault({ enableSoftDelete: true, softDeleteRetentionInDays: 90 }),
        },
        {
            name: "a retention the user accepts",
            ...vault({ softDeleteRetentionInDays: 30 }),
            config: { minDays: 30 },
        },
    ],
    undecidable: [
        { name: "an unknown retention", ...vault({ softDeleteRetentionInDays: UNKNOWN }) },
        { name: "an unknown flag", ...vault({ enableSoftDelete: UNKNOWN }) },
    ],
    tokens: ["azure-native:keyvault/v20230701:Vault"],
});
