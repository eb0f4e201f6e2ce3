import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, matching, object, required, text } from "../shape";
import { isObject, isUnknown, items, str, type Values } from "../values";
import { isRange } from "./addresses";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { refuseUsed } from "./uses";

const routeToken = "azure-native:network:Route";

/** What may stand where a range may: Azure's names for its own services. */
const isPrefix = (text: string) =>
    isUnknown(text) || isRange(text) || /^[A-Z][A-Za-z]+(\.[A-Za-z0-9]+)*$/.test(text);

export const routeTable = namedType({
    token: "azure-native:network:RouteTable",
    api: "2024-05-01",
    type: "Microsoft.Network/routeTables",
    inputs: {
        disableBgpRoutePropagation: flag,
        id: text,
        location,
        resourceGroupName,
        routeTableName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        routes: list(
            object({
                addressPrefix: text,
                etag: text,
                id: text,
                name: text,
                nextHopIpAddress: text,
                nextHopType: required(
                    choice(
                        "VirtualNetworkGateway",
                        "VnetLocal",
                        "Internet",
                        "VirtualAppliance",
                        "None",
                    ),
                ),
                provisioningState: text,
                type: text,
            }),
        ),
        tags,
    },
    names: ["routeTableName"],
    hidden: ["id"],
    check: (inputs) =>
        items(inputs, "routes").flatMap((route, i) =>
            isObject(route) ? checkRoute(route, `routes[${i}].`) : [],
        ),
    outputs: ({ inputs, id, once, each }) => ({
        routes: items(inputs, "routes"),
        disableBgpRoutePropagation: inputs.disableBgpRoutePropagation ?? false,
        subnets: [],
        resourceGuid: once("resourceGuid", () => guid("resource", id.toLowerCase())),
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ inputs }) => refuseTwins(items(inputs, "routes")),
    beforeUpdate: ({ inputs }) => refuseTwins(items(inputs, "routes")),
    beforeDelete: (change) => refuseUsed(change, "InUseRouteTableCannotBeDeleted"),
    deletion: ({ store, id }) => ({
        remove: store.under(id).filter(({ type }) => type === routeToken),
    }),
});

export const route = namedType({
    token: "azure-native:network:Route",
    api: "2024-05-01",
    type: "Microsoft.Network/routeTables/routes",
    inputs: {
        addressPrefix: text,
        id: text,
        name: text,
        nextHopIpAddress: text,
        nextHopType: required(
            choice("VirtualNetworkGateway", "VnetLocal", "Internet", "VirtualAppliance", "None"),
        ),
        resourceGroupName,
        routeName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        routeTableName: required(fixed(text)),
        type: text,
    },
    names: ["routeTableName", "routeName"],
    hidden: ["id", "type"],
    check: (inputs) => checkRoute(inputs, ""),
    outputs: ({ id, each }) => ({
        hasBgpOverride: false,
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeCreate: refuseTakenPrefix,
    beforeUpdate: refuseTakenPrefix,
});

function checkRoute(route: Values, path: string) {
    const failures = [];
    const [prefix, hop] = [str(route, "addressPrefix"), str(route, "nextHopType").toLowerCase()];
    if (prefix !== "" && !isPrefix(prefix)) {
        failures.push({
            property: `${path}addressPrefix`,
            reason: `"${prefix}" is no CIDR range or service tag`,
        });
    }
    const needsAddress = hop === "virtualappliance";
    if (needsAddress && route.nextHopIpAddress === undefined) {
        failures.push({
            property: `${path}nextHopIpAddress`,
            reason: "missing, VirtualAppliance needs it",
        });
    }
    if (!needsAddress && !isUnknown(route.nextHopType) && route.nextHopIpAddress !== undefined) {
        failures.push({
            property: `${path}nextHopIpAddress`,
            reason: "is for VirtualAppliance only",
        });
    }
    return failures;
}

/** A table leads each range one way. */
function refuseTwins(routes: readonly unknown[]): void {
    const seen = new Map<string, string>();
    for (const one of routes.filter(isObject)) {
        const prefix = str(one, "addressPrefix").toLowerCase();
        const name = str(one, "name") || str(one, "routeName");
        const twin = seen.get(prefix);
        if (twin !== undefined) {
            throw armError(
                400,
                "RouteConflict",
                `Route ${name} conflicts with route ${twin}. Routes cannot have the same address prefix.`,
            );
        }
        seen.set(prefix, name);
    }
}

function refuseTakenPrefix({ store, id, inputs }: Write): void {
    const table = requireResource(store, parentId(id), "ParentResourceNotFound", "The route table");
    const others = store.under(table.id).filter((one) => one.type === routeToken && one.id !== id);
    refuseTwins([...items(table.inputs, "routes"), ...others.map((one) => one.inputs), inputs]);
}
