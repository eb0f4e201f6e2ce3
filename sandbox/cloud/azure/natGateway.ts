import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, integer, list, matching, object, text } from "../shape";
import { str, type Values } from "../values";
import { location, reference, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { otherUser, referencesAt, refuseUsed, requireUsed, uses } from "./uses";

const used = (inputs: Values) => referencesAt(inputs, ["publicIpAddresses"], ["publicIpPrefixes"]);

export const natGateway = namedType({
    token: "azure-native:network:NatGateway",
    api: "2024-05-01",
    type: "Microsoft.Network/natGateways",
    inputs: {
        id: text,
        idleTimeoutInMinutes: integer(4, 120),
        location,
        natGatewayName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        publicIpAddresses: list(reference),
        publicIpPrefixes: list(reference),
        resourceGroupName,
        sku: object({ name: choice("Standard") }),
        tags,
        zones: list(text, { max: 1 }),
    },
    names: ["natGatewayName"],
    hidden: ["id"],
    settled: [["zones"], ["sku"]],
    outputs: ({ inputs, id, once, each }) => ({
        idleTimeoutInMinutes: inputs.idleTimeoutInMinutes ?? 4,
        subnets: [],
        resourceGuid: once("resourceGuid", () => guid("resource", id.toLowerCase())),
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    parents: ({ inputs }) => uses(used(inputs)),
    beforeCreate: checkAddresses,
    beforeUpdate: checkAddresses,
    beforeDelete: (change) => refuseUsed(change, "InUseNatGatewayCannotBeDeleted"),
});

/** A gateway takes Standard addresses that nothing else has. */
function checkAddresses(write: Write): void {
    const { store, inputs } = write;
    requireUsed(write, used(inputs));
    for (const id of used(inputs)) {
        const address = store.holder(id);
        if (!/^standard$/i.test(str(address?.outputs, "sku", "name"))) {
            const message = `NAT gateway ${write.id} cannot use ${id}: its SKU is not Standard.`;
            throw armError(400, "NatGatewayReferencesNonStandardSkuPublicIp", message);
        }
        const other = otherUser(write, id);
        if (other !== undefined) {
            const message = `Resource ${id} is already used by ${other.id}.`;
            throw armError(400, "PublicIPAddressInUse", message);
        }
    }
}
