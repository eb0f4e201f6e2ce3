import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import {
    anything,
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
import { UNKNOWN, isObject, isUnknown, items, str, type Values } from "../values";
import { location, parentId, reference, requireResource, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { checkScaleSet } from "./scaleSetRules";
import { referencesAt, requireUsed, uses } from "./uses";
import {
    keyVaultSecretReferenceShape,
    virtualMachineScaleSetVMProfileShape,
} from "./scaleSetShape";

const scaleSetToken = "azure-native:compute:VirtualMachineScaleSet";
const profile = "virtualMachineProfile";

/** Networks, guards and images a scale set cannot be without. */
function used(inputs: Values): string[] {
    const cards = items(inputs, profile, "networkProfile", "networkInterfaceConfigurations").filter(
        isObject,
    );
    const configurations = cards
        .flatMap((card) => items(card, "ipConfigurations"))
        .filter(isObject);
    return [
        ...cards.flatMap((card) => referencesAt(card, ["networkSecurityGroup"])),
        ...configurations.flatMap((one) => referencesAt(one, ["subnet"])),
        ...referencesAt(
            inputs,
            [profile, "storageProfile", "imageReference"],
            ["proximityPlacementGroup"],
        ),
    ];
}

export const scaleSet = namedType({
    token: "azure-native:compute:VirtualMachineScaleSet",
    api: "2024-11-01",
    type: "Microsoft.Compute/virtualMachineScaleSets",
    inputs: {
        additionalCapabilities: object({ hibernationEnabled: flag, ultraSSDEnabled: flag }),
        automaticRepairsPolicy: object({
            enabled: flag,
            gracePeriod: text,
            repairAction: choice("Replace", "Restart", "Reimage"),
        }),
        constrainedMaximumCapacity: flag,
        doNotRunExtensionsOnOverprovisionedVMs: flag,
        extendedLocation: object({ name: text, type: choice("EdgeZone") }),
        hostGroup: reference,
        identity: identityShape(
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
            "None",
        ),
        location,
        orchestrationMode: choice("Uniform", "Flexible"),
        overprovision: flag,
        plan: object({ name: text, product: text, promotionCode: text, publisher: text }),
        platformFaultDomainCount: integer(1, 5),
        priorityMixPolicy: object({
            baseRegularPriorityCount: number,
            regularPriorityPercentageAboveBase: number,
        }),
        proximityPlacementGroup: reference,
        resiliencyPolicy: object({
            automaticZoneRebalancingPolicy: object({
                enabled: flag,
                rebalanceBehavior: choice("CreateBeforeDelete"),
                rebalanceStrategy: choice("Recreate"),
            }),
            resilientVMCreationPolicy: object({ enabled: flag }),
            resilientVMDeletionPolicy: object({ enabled: flag }),
        }),
        resourceGroupName,
        scaleInPolicy: object({
            forceDeletion: flag,
            prioritizeUnhealthyVMs: flag,
            rules: list(choice("Default", "OldestVM", "NewestVM")),
        }),
        scheduledEventsPolicy: object({
            scheduledEventsAdditionalPublishingTargets: object({
                eventGridAndResourceGraph: object({ enable: flag }),
            }),
            userInitiatedReboot: object({ automaticallyApprove: flag }),
            userInitiatedRedeploy: object({ automaticallyApprove: flag }),
        }),
        singlePlacementGroup: flag,
        sku: object({ capacity: integer(0, 1000), name: text, tier: text }),
        skuProfile: object({
            allocationStrategy: choice("LowestPrice", "CapacityOptimized", "Prioritized"),
            vmSizes: list(object({ name: text, rank: number })),
        }),
        spotRestorePolicy: object({ enabled: flag, restoreTimeout: text }),
        tags,
        upgradePolicy: object({
            automaticOSUpgradePolicy: object({
                disableAutomaticRollback: flag,
                enableAutomaticOSUpgrade: flag,
                osRollingUpgradeDeferral: flag,
                useRollingUpgradePolicy: flag,
            }),
            mode: choice("Automatic", "Manual", "Rolling"),
            rollingUpgradePolicy: object({
                enableCrossZoneUpgrade: flag,
                maxBatchInstancePercent: number,
                maxSurge: flag,
                maxUnhealthyInstancePercent: number,
                maxUnhealthyUpgradedInstancePercent: number,
                pauseTimeBetweenBatches: text,
                prioritizeUnhealthyInstances: flag,
                rollbackFailedInstancesOnPolicyBreach: flag,
            }),
        }),
        virtualMachineProfile: virtualMachineScaleSetVMProfileShape,
        vmScaleSetName: fixed(
            matching(
                /^[^_\W]([-\w.]{0,62}\w)?$/,
                "1 to 64 letters, digits, - _ . with a letter or digit first",
            ),
        ),
        zonalPlatformFaultDomainAlignMode: choice("Aligned", "Unaligned"),
        zoneBalance: flag,
        zones: list(text),
    },
    names: ["vmScaleSetName"],
    settled: [
        ["orchestrationMode"],
        ["platformFaultDomainCount"],
        [profile, "priority"],
        [profile, "osProfile", "adminUsername"],
        [profile, "storageProfile", "osDisk", "diffDiskSettings"],
    ],
    outputs: (shaping) => ({
        orchestrationMode: shaping.inputs.orchestrationMode ?? "Uniform",
        overprovision:
            shaping.inputs.overprovision ??
            !/^flexible$/i.test(str(shaping.inputs, "orchestrationMode")),
        singlePlacementGroup: shaping.inputs.singlePlacementGroup ?? false,
        ...identityOutput(shaping),
        uniqueId: shaping.once("uniqueId", () =>
            guid("scale set", shaping.id.toLowerCase(), String(Date.now())),
        ),
        timeCreated: shaping.once("timeCreated", () => new Date().toISOString()),
        etag: shaping.each(() => `"${guid(shaping.id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => uses(used(inputs)),
    beforeCreate: checkWrite,
    beforeUpdate: checkWrite,
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

export const scaleSetExtension = namedType({
    token: "azure-native:compute:VirtualMachineScaleSetExtension",
    api: "2024-11-01",
    type: "Microsoft.Compute/virtualMachineScaleSets/extensions",
    inputs: {
        autoUpgradeMinorVersion: flag,
        enableAutomaticUpgrade: flag,
        forceUpdateTag: text,
        name: text,
        protectedSettings: secret(anything),
        protectedSettingsFromKeyVault: keyVaultSecretReferenceShape,
        provisionAfterExtensions: list(text),
        publisher: text,
        resourceGroupName,
        settings: anything,
        suppressFailures: flag,
        type: text,
        typeHandlerVersion: text,
        vmScaleSetName: required(fixed(text)),
        vmssExtensionName: fixed(text),
    },
    names: ["vmScaleSetName", "vmssExtensionName"],
    settled: [["publisher"], ["type"]],
    outputs: ({ inputs, id }) => ({
        ...(inputs.type === undefined ? {} : { type: inputs.type }),
        name: inputs.name ?? (isUnknown(id) ? UNKNOWN : (id.split("/").pop() ?? "")),
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ store, id, inputs }) => {
        const set = requireResource(store, parentId(id), "ParentResourceNotFound", "The scale set");
        const [publisher, type] = [str(inputs, "publisher"), str(inputs, "type")];
        const twin = store
            .under(set.id)
            .find(
                (one) =>
                    str(one.inputs, "publisher") === publisher &&
                    str(one.inputs, "type") === type &&
                    one.id !== id,
            );
        if (twin !== undefined) {
            throw armError(
                400,
                "BadRequest",
                `Multiple VMExtensions per handler not supported for OS type 'Linux': ${publisher}.${type} is already ${twin.id}.`,
            );
        }
    },
});

function checkWrite(write: Write): void {
    requireUsed(write, used(write.inputs));
    requireIdentities(write);
    const standing = write.store.under(write.id).filter(({ type }) => type !== scaleSetToken);
    checkScaleSet(
        write.inputs,
        standing.map((one) => one.inputs),
    );
}
