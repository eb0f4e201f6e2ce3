import { armError } from "../failures";
import { get, isObject, items, num, str, type Values } from "../values";

const profile = "virtualMachineProfile";
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** source: Microsoft Learn, "Scale set limits" and the pages of each feature; date: 2026-11-21 */
const customDataBytes = 65_535;

/**
 * What Azure refuses in a scale set, beyond single properties: combinations of orchestration,
 * upgrades, patching, disks and ways to log in. `extensions` are those kept apart from it.
 */
export function checkScaleSet(inputs: Values, extensions: readonly Values[]): void {
    const isFlexible = is(inputs, "flexible", "orchestrationMode");
    checkOrchestration(inputs, isFlexible);
    checkHealth(inputs, extensions);
    checkLogin(inputs);
    checkPatching(inputs, isFlexible);
    checkDisks(inputs);
}

function is(inputs: Values, word: string, ...path: string[]): boolean {
    return str(inputs, ...path).toLowerCase() === word;
}

function refuse(message: string): never {
    throw armError(400, "InvalidParameter", message);
}

function checkOrchestration(inputs: Values, isFlexible: boolean): void {
    const network = get(inputs, profile, "networkProfile");
    const cards = items(inputs, profile, "networkProfile", "networkInterfaceConfigurations");
    const version = isObject(network) ? network.networkApiVersion : undefined;
    if (isFlexible && cards.length > 0 && version === undefined) {
        refuse("networkProfile.networkApiVersion is required for orchestration mode Flexible.");
    }
    if (isFlexible && inputs.overprovision === true) {
        refuse("overprovision is not supported for orchestration mode Flexible.");
    }
    if (isFlexible && inputs.platformFaultDomainCount === undefined) {
        refuse("platformFaultDomainCount is required for orchestration mode Flexible.");
    }
    if (!isFlexible && version !== undefined) {
        refuse("networkProfile.networkApiVersion is for orchestration mode Flexible only.");
    }
    if (!isFlexible && get(inputs, "upgradePolicy", "mode") === undefined) {
        refuse("Required parameter 'upgradePolicy' is missing (null).");
    }
    if (!isFlexible && num(inputs, "sku", "capacity") === undefined) {
        refuse("Required parameter 'sku.capacity' is missing (null).");
    }
}

/** Upgrades in waves and repairs ask how the instances are. */
function checkHealth(inputs: Values, extensions: readonly Values[]): void {
    const own = items(inputs, profile, "extensionProfile", "extensions").filter(isObject);
    const reports = [...own, ...extensions].some((one) =>
        /^ApplicationHealth/i.test(str(one, "type")),
    );
    const probe = str(inputs, profile, "networkProfile", "healthProbe", "id") !== "";
    if (reports || probe) {
        return;
    }
    const automatic = get(
        inputs,
        "upgradePolicy",
        "automaticOSUpgradePolicy",
        "enableAutomaticOSUpgrade",
    );
    if (is(inputs, "rolling", "upgradePolicy", "mode") || automatic === true) {
        refuse(
            "Rolling Upgrade mode is not supported for this Virtual Machine Scale Set because a health probe or health extension was not provided.",
        );
    }
    if (get(inputs, "automaticRepairsPolicy", "enabled") === true) {
        refuse(
            "Automatic repairs are not supported for this Virtual Machine Scale Set because a health probe or health extension was not specified.",
        );
    }
}

function checkLogin(inputs: Values): void {
    const os = get(inputs, profile, "osProfile");
    if (!isObject(os)) {
        return;
    }
    const linux = get(os, "linuxConfiguration");
    const keys = items(os, "linuxConfiguration", "ssh", "publicKeys");
    const closed = isObject(linux) && linux.disablePasswordAuthentication === true;
    if (closed && keys.length === 0) {
        refuse(
            "Authentication using either SSH or by user name and password must be enabled in Linux profile: linuxConfiguration.ssh.publicKeys is missing.",
        );
    }
    if (!closed && isObject(linux) && os.adminPassword === undefined && keys.length === 0) {
        refuse("Required parameter 'osProfile.adminPassword' is missing (null).");
    }
    const customData = str(os, "customData");
    if (!base64.test(customData)) {
        refuse("customData must be base64 encoded.");
    }
    if ((customData.length * 3) / 4 > customDataBytes) {
        refuse(`customData must not be longer than ${customDataBytes} bytes.`);
    }
}

function checkPatching(inputs: Values, isFlexible: boolean): void {
    const linux = [profile, "osProfile", "linuxConfiguration"];
    const byPlatform = is(inputs, "automaticbyplatform", ...linux, "patchSettings", "patchMode");
    if (!byPlatform) {
        return;
    }
    const automatic = get(
        inputs,
        "upgradePolicy",
        "automaticOSUpgradePolicy",
        "enableAutomaticOSUpgrade",
    );
    if (automatic === true) {
        refuse("Automatic OS upgrade cannot be combined with patchMode AutomaticByPlatform.");
    }
    if (!isFlexible) {
        refuse("patchMode AutomaticByPlatform is not supported for orchestration mode Uniform.");
    }
    if (get(inputs, ...linux, "provisionVMAgent") === false) {
        refuse("patchMode AutomaticByPlatform needs provisionVMAgent.");
    }
}

function checkDisks(inputs: Values): void {
    const disk = get(inputs, profile, "storageProfile", "osDisk");
    if (!isObject(disk) || !isObject(disk.diffDiskSettings)) {
        return;
    }
    if (!is(disk, "readonly", "caching")) {
        refuse("Ephemeral OS disks must have caching ReadOnly.");
    }
    const image = get(inputs, profile, "storageProfile", "imageReference");
    if (image === undefined || !is(disk, "fromimage", "createOption")) {
        refuse("Ephemeral OS disks are made from an image only.");
    }
}
