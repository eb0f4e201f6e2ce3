import type * as pulumi from "@pulumi/pulumi";

import { StateStore } from "../state/stateStore";
import { awsArn } from "../shared/awsNaming";
import { inAws, principals, type KeyGround } from "./keysAndSecrets";
import { zoneIn } from "./platform";

/** The commands that use the store, and the buckets that the audit trail watches. */
export interface StandingStore {
    commands: pulumi.Output<string[]>[];
    bucketArns: string[];
}

const blobZone = "privatelink.blob.core.windows.net";

/**
 * The store for the estate's own state. Who applies the estate writes it, the plans that are named
 * read it, and no other deployment knows it.
 */
export function createStateStore(
    parent: pulumi.Resource,
    name: string,
    ground: KeyGround,
): StandingStore {
    const { estate, platform } = ground;
    const { state, allowDestroy } = estate;
    if (!state) {
        return { commands: [], bucketArns: [] };
    }
    const store = new StateStore(
        `${name}-state`,
        {
            stacks: state.stacks,
            ...(state.cloud === "aws"
                ? { aws: storeInAws(state.name, ground) }
                : { azure: storeInAzure(state.name, ground) }),
            tags: platform.tags,
            allowDestroy,
        },
        { parent },
    );
    if (state.cloud === "azure") platform.vault.lockAfter(store);
    const place = { accountId: "", region: "" };
    return {
        commands: [store.loginCommand.apply((line) => [line]), store.stackInitCommands],
        bucketArns: state.cloud === "aws" ? [awsArn("s3", place, state.name)] : [],
    };
}

function storeInAzure(accountName: string, ground: KeyGround) {
    const { estate, platform } = ground;
    const { group, vault, endpoints, trail } = platform;
    return {
        accountName,
        resourceGroupName: group.name,
        location: estate.azure.location,
        subscriptionId: estate.azure.subscriptionId,
        vaultName: vault.vaultName,
        subnetId: endpoints.subnetId,
        virtualNetworkId: endpoints.networkId,
        ...(endpoints.zones ? { privateDnsZoneId: zoneIn(endpoints.zones, blobZone) } : {}),
        workspaceId: trail.workspaceId,
        writers: (estate.appliedBy?.azure ?? []).map((principalId, i) => ({
            name: `apply-${i + 1}`,
            principalId,
        })),
        planners: principals(estate.state?.planners ?? [], ground),
    };
}

function storeInAws(bucketName: string, ground: KeyGround) {
    const { accountId, region } = inAws(ground);
    const appliedBy = ground.estate.appliedBy?.aws ?? [];
    return {
        bucketName,
        accountId,
        region,
        administratorArns: appliedBy,
        writerArns: appliedBy,
    };
}
