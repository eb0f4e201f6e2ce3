import { armError } from "../failures";
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
    text,
    type Fields,
    variants,
} from "../shape";
import { isObject, items, num, str, type Values } from "../values";
import { location, requireResource, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { requireUsed, uses, usersOf } from "./uses";

const predictions: Fields = {
    resourcePredictions: anything,
    resourcePredictionsProfile: variants("kind", {
        Automatic: {
            predictionPreference: choice(
                "Balanced",
                "MostCostEffective",
                "MoreCostEffective",
                "MorePerformance",
                "BestPerformance",
            ),
        },
        Manual: {},
    }),
};
const agentProfile = variants("kind", {
    Stateful: { ...predictions, gracePeriodTimeSpan: text, maxAgentLifetime: text },
    Stateless: predictions,
});
const organizationProfile = variants("kind", {
    AzureDevOps: {
        organizations: required(
            list(
                object({
                    openAccess: flag,
                    parallelism: integer(1),
                    projects: list(text),
                    url: required(matching(/^https:\/\//, "an https address")),
                }),
                { min: 1 },
            ),
        ),
        permissionProfile: object({
            groups: list(text),
            kind: required(choice("Inherit", "CreatorOnly", "SpecificAccounts")),
            users: list(text),
        }),
    },
    GitHub: {
        organizations: required(
            list(
                object({
                    repositories: list(text),
                    url: required(matching(/^https:\/\//, "an https address")),
                }),
                { min: 1 },
            ),
        ),
    },
});
const subnetOf = (inputs: Values) => str(inputs, "fabricProfile", "networkProfile", "subnetId");
const delegation = "Microsoft.DevOpsInfrastructure/pools";

/** Pool names are unique in all of Azure. */
const nameClaim = (inputs: Values) => `managed pool ${str(inputs, "poolName")}`;

export const devOpsPool = namedType({
    token: "azure-native:devopsinfrastructure:Pool",
    api: "2025-01-21",
    type: "Microsoft.DevOpsInfrastructure/pools",
    inputs: {
        agentProfile: required(agentProfile),
        devCenterProjectResourceId: required(text),
        fabricProfile: required(
            object({
                images: required(
                    list(
                        object({
                            aliases: list(text),
                            buffer: text,
                            ephemeralType: choice("Automatic", "CacheDisk", "ResourceDisk"),
                            resourceId: text,
                            wellKnownImageName: text,
                        }),
                    ),
                ),
                kind: required(choice("Vmss")),
                networkProfile: object({ subnetId: required(text) }),
                osProfile: object({
                    logonType: choice("Service", "Interactive"),
                    secretsManagementSettings: object({
                        certificateStoreLocation: text,
                        certificateStoreName: choice("My", "Root"),
                        keyExportable: required(flag),
                        observedCertificates: required(list(text)),
                    }),
                }),
                sku: required(object({ name: required(text) })),
                storageProfile: object({
                    dataDisks: list(
                        object({
                            caching: choice("None", "ReadOnly", "ReadWrite"),
                            diskSizeGiB: number,
                            driveLetter: text,
                            storageAccountType: choice(
                                "Standard_LRS",
                                "Premium_LRS",
                                "StandardSSD_LRS",
                                "Premium_ZRS",
                                "StandardSSD_ZRS",
                            ),
                        }),
                    ),
                    osDiskStorageAccountType: choice("Standard", "Premium", "StandardSSD"),
                }),
            }),
        ),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        location,
        maximumConcurrency: required(integer(1, 10_000)),
        organizationProfile: required(organizationProfile),
        poolName: fixed(
            matching(
                /^[a-zA-Z0-9][-a-zA-Z0-9.]{1,42}[a-zA-Z0-9-]$/,
                "3 to 44 letters, digits, . and -, with a letter or digit first",
            ),
        ),
        provisioningState: choice(
            "Succeeded",
            "Failed",
            "Canceled",
            "Provisioning",
            "Updating",
            "Deleting",
            "Accepted",
        ),
        resourceGroupName,
        tags,
    },
    names: ["poolName"],
    outputs: (shaping) => ({ ...identityOutput(shaping), provisioningState: "Succeeded" }),
    claims: (write) => [nameClaim(write.inputs), ...identityClaims(write)],
    parents: ({ inputs }) =>
        uses(
            [subnetOf(inputs), str(inputs, "devCenterProjectResourceId")].filter((id) =>
                id.startsWith("/"),
            ),
        ),
    beforeCreate: (write) => {
        const holder = write.store.holder(nameClaim(write.inputs));
        if (holder !== undefined && holder.id !== write.id) {
            throw armError(
                409,
                "PoolNameNotAvailable",
                `The pool name ${str(write.inputs, "poolName")} is already taken.`,
            );
        }
        checkPool(write);
    },
    beforeUpdate: checkPool,
});

/** In a project that stands, and in a subnet that is given to it and to nothing else. */
function checkPool(write: Write): void {
    const { store, inputs, id } = write;
    requireUsed(write, [str(inputs, "devCenterProjectResourceId")]);
    requireIdentities(write);
    checkParallelism(inputs);
    const wanted = subnetOf(inputs);
    if (wanted === "") {
        return;
    }
    const subnet = requireResource(store, wanted, "InvalidResourceReference", "The subnet");
    const isGiven = items(subnet.inputs, "delegations").some(
        (one) =>
            isObject(one) && str(one, "serviceName").toLowerCase() === delegation.toLowerCase(),
    );
    if (!isGiven) {
        throw armError(
            400,
            "SubnetNotDelegated",
            `Subnet ${wanted} must be delegated to ${delegation}.`,
        );
    }
    const other = usersOf(store, wanted).find((one) => one.id.toLowerCase() !== id.toLowerCase());
    if (other !== undefined) {
        throw armError(400, "SubnetInUse", `Subnet ${wanted} is already used by ${other.id}.`);
    }
}

/** What organisations may use at once adds up to what the pool may have. */
function checkParallelism(inputs: Values): void {
    const shares = items(inputs, "organizationProfile", "organizations")
        .map((one) => (isObject(one) ? num(one, "parallelism") : undefined))
        .filter((share) => share !== undefined);
    const sum = shares.reduce((total, share) => total + share, 0);
    if (shares.length > 0 && sum !== num(inputs, "maximumConcurrency")) {
        throw armError(
            400,
            "InvalidParallelism",
            "The sum of parallelism for all organizations must equal the max concurrency.",
        );
    }
}
