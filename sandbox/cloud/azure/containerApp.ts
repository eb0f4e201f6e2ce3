import { armError } from "../failures";
import { hex } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, list, map, matching, number, object, text } from "../shape";
import { UNKNOWN, get, isObject, items, num, str, text as joined, type Values } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { referencesAt, requireUsed, uses } from "./uses";
import {
    configurationShape,
    containerShape,
    initContainerShape,
    volumeShape,
    jobConfigurationShape,
} from "./containerAppShape";

const environmentOf = (inputs: Values) =>
    referencesAt(inputs, ["environmentId"], ["managedEnvironmentId"]);
const appName = matching(
    /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/,
    "2 to 32 lower-case letters, digits and hyphens, with a letter first",
);

export const containerApp = namedType({
    token: "azure-native:app:ContainerApp",
    api: "2025-02-02-preview",
    type: "Microsoft.App/containerApps",
    inputs: {
        configuration: configurationShape,
        containerAppName: fixed(appName),
        environmentId: text,
        extendedLocation: object({ name: text, type: choice("CustomLocation") }),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        kind: choice("workflowapp"),
        location,
        managedBy: text,
        managedEnvironmentId: text,
        patchingConfiguration: object({ patchingMode: choice("Automatic", "Manual", "Disabled") }),
        resourceGroupName,
        tags,
        template: object({
            containers: list(containerShape),
            initContainers: list(initContainerShape),
            revisionSuffix: text,
            scale: object({
                cooldownPeriod: number,
                maxReplicas: number,
                minReplicas: number,
                pollingInterval: number,
                rules: list(
                    object({
                        azureQueue: object({
                            accountName: text,
                            auth: list(object({ secretRef: text, triggerParameter: text })),
                            identity: text,
                            queueLength: number,
                            queueName: text,
                        }),
                        custom: object({
                            auth: list(object({ secretRef: text, triggerParameter: text })),
                            identity: text,
                            metadata: map(text),
                            type: text,
                        }),
                        http: object({
                            auth: list(object({ secretRef: text, triggerParameter: text })),
                            identity: text,
                            metadata: map(text),
                        }),
                        name: text,
                        tcp: object({
                            auth: list(object({ secretRef: text, triggerParameter: text })),
                            identity: text,
                            metadata: map(text),
                        }),
                    }),
                ),
            }),
            serviceBinds: list(
                object({
                    clientType: text,
                    customizedKeys: map(text),
                    name: text,
                    serviceId: text,
                }),
            ),
            terminationGracePeriodSeconds: number,
            volumes: list(volumeShape),
        }),
        workloadProfileName: text,
    },
    names: ["containerAppName"],
    settled: [["environmentId"], ["managedEnvironmentId"]],
    outputs: (shaping) => {
        const { inputs, id, store, each } = shaping;
        const name = str(inputs, "containerAppName");
        const environment = store.holder(environmentOf(inputs)[0] ?? "");
        const revision = each(
            () => `${name}--${hex(7, id, JSON.stringify(inputs.template ?? {}))}`,
        );
        const domain = str(environment?.outputs, "defaultDomain") || UNKNOWN;
        return {
            ...identityOutput(shaping),
            latestRevisionName: revision,
            latestReadyRevisionName: revision,
            latestRevisionFqdn: joined`${revision}.${domain}`,
            customDomainVerificationId: hex(64, shaping.scope.subscriptionId),
            eventStreamEndpoint: "",
            outboundIpAddresses: [],
            runningStatus: "Running",
            provisioningState: "Succeeded",
        };
    },
    claims: identityClaims,
    parents: ({ inputs }) => uses(environmentOf(inputs)),
    beforeCreate: checkApp,
    beforeUpdate: checkApp,
});

export const containerJob = namedType({
    token: "azure-native:app:Job",
    api: "2025-02-02-preview",
    type: "Microsoft.App/jobs",
    inputs: {
        configuration: jobConfigurationShape,
        environmentId: text,
        extendedLocation: object({ name: text, type: choice("CustomLocation") }),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        jobName: fixed(appName),
        location,
        resourceGroupName,
        tags,
        template: object({
            containers: list(containerShape),
            initContainers: list(initContainerShape),
            volumes: list(volumeShape),
        }),
        workloadProfileName: text,
    },
    names: ["jobName"],
    settled: [["environmentId"]],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        eventStreamEndpoint: "",
        outboundIpAddresses: [],
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => uses(environmentOf(inputs)),
    beforeCreate: checkJob,
    beforeUpdate: checkJob,
});

/** In an environment that stands; traffic is all given away; secrets that are named are there. */
function checkApp(write: Write): void {
    const { inputs } = write;
    if (environmentOf(inputs).length === 0) {
        throw armError(400, "InvalidRequestParameters", "environmentId is required.");
    }
    requireUsed(write, environmentOf(inputs));
    requireIdentities(write);
    const traffic = items(inputs, "configuration", "ingress", "traffic").filter(isObject);
    const sum = traffic.reduce((all, one) => all + (num(one, "weight") ?? 0), 0);
    if (traffic.length > 0 && sum !== 100) {
        throw armError(
            400,
            "ContainerAppInvalidTrafficWeights",
            `The traffic weights must add up to 100, they are ${sum}.`,
        );
    }
    requireSecrets(inputs);
}

function checkJob(write: Write): void {
    const { inputs } = write;
    requireUsed(write, environmentOf(inputs));
    requireIdentities(write);
    const kind = str(inputs, "configuration", "triggerType").toLowerCase();
    const needed = {
        schedule: "scheduleTriggerConfig",
        event: "eventTriggerConfig",
        manual: "manualTriggerConfig",
    }[kind];
    if (needed !== undefined && get(inputs, "configuration", needed) === undefined) {
        throw armError(
            400,
            "InvalidRequestParameters",
            `configuration.${needed} is required for triggerType ${kind}.`,
        );
    }
    requireSecrets(inputs);
}

function requireSecrets(inputs: Values): void {
    const known = items(inputs, "configuration", "secrets")
        .filter(isObject)
        .map((one) => str(one, "name"));
    const containers = items(inputs, "template", "containers").filter(isObject);
    const missing = containers
        .flatMap((one) => items(one, "env"))
        .filter(isObject)
        .map((one) => str(one, "secretRef"))
        .find((name) => name !== "" && !known.includes(name));
    if (missing !== undefined) {
        throw armError(
            400,
            "ContainerAppSecretRefNotFound",
            `SecretRef '${missing}' is not among the secrets of the app.`,
        );
    }
}
