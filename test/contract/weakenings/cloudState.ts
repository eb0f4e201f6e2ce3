import { HardenedVault, StateStore } from "../../../components/index";
import { accountId, azureGround, subscriptionId, tenantId } from "./ground";
import type { ComponentWeakenings } from "./weakening";

const stateStoreAzure: ComponentWeakenings = {
    of: "StateStoreAzure",
    stack: "prod",
    build: (weakened) => {
        const { place } = azureGround();
        // Storage reaches its key as a trusted service: here that is no weakness.
        const vault = new HardenedVault("keys", {
            ...place,
            tenantId,
            vaultName: "kv-acme-state",
            allowTrustedServices: true,
        });
        new StateStore("state", {
            azure: {
                ...place,
                subscriptionId,
                accountName: "stacmestate",
                vaultName: vault.vaultName,
                ...weakened,
            },
        });
    },
    weakenings: [
        { argument: "allowPublicNetwork", rules: ["state-storage-hardened"] },
        {
            argument: "allowAddresses",
            args: { allowPublicNetwork: true, allowAddresses: ["203.0.113.7/32"] },
            rules: ["state-storage-hardened"],
        },
    ],
};

const stateStore: ComponentWeakenings = {
    of: "StateStore",
    stack: "prod",
    build: (weakened) => {
        new StateStore("state", {
            aws: {
                accountId,
                bucketName: "acme-pulumi-state",
                region: "eu-west-1",
                administratorArns: [`arn:aws:iam::${accountId}:role/platform`],
            },
            ...weakened,
        });
    },
    weakenings: [{ argument: "allowDestroy", rules: ["critical-resources-protected"] }],
};

/** Where Pulumi's state is kept. */
export const cloudState: readonly ComponentWeakenings[] = [stateStoreAzure, stateStore];
