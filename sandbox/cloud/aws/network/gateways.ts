import { hex } from "../../identifiers";
import { str, text } from "../../values";
import { awsError } from "../errors";
import { eipFields, internetGatewayFields, natGatewayFields } from "../fields/ec2";
import { referred, usersOf } from "../references";
import { ec2, ec2Reference, ec2Type } from "./ec2";

const ofVpc = ec2Reference("vpc", ["vpcId"]);

export const internetGateway = ec2Type("igw-", "internet-gateway", {
    of: internetGatewayFields,
    operation: "EC2: AttachInternetGateway",
    references: [ofVpc],
    outputs: ({ accountId }) => ({ ownerId: accountId }),
    beforeWrite: (write) => {
        const network = referred(write, [ofVpc])[0]?.target;
        const other = write.store
            .under(network === undefined ? "" : usersOf(network))
            .find(({ type, id }) => type === ec2.internetGateway && id !== write.id);
        if (other !== undefined) {
            const message = `Network ${network?.id ?? ""} already has an internet gateway attached`;
            throw awsError(
                400,
                "EC2: AttachInternetGateway",
                "Resource.AlreadyAssociated",
                message,
            );
        }
    },
});

/** Addresses of a range that is kept for documentation. */
function publicAddress(serial: number): string {
    return `203.0.113.${(serial % 254) + 1}`;
}

export const elasticIp = ec2Type("eipalloc-", "elastic-ip", {
    of: eipFields,
    operation: "EC2: AllocateAddress",
    defaults: { domain: "vpc", publicIpv4Pool: "amazon" },
    outputs: ({ id, region, inputs, once, store }) => {
        const address = once("publicIp", () => publicAddress(store.next("aws addresses", 0, 1)));
        return {
            allocationId: id,
            associationId: "",
            carrierIp: "",
            customerOwnedIp: "",
            networkBorderGroup: inputs.networkBorderGroup ?? region,
            networkInterface: inputs.networkInterface ?? "",
            instance: inputs.instance ?? "",
            privateDns: "",
            privateIp: "",
            ptrRecord: "",
            publicDns: text`ec2-${address.replaceAll(".", "-")}.${region}.compute.amazonaws.com`,
            publicIp: address,
        };
    },
    held: {
        by: [ec2.natGateway],
        operation: "EC2: ReleaseAddress",
        http: 400,
        code: "InvalidIPAddress.InUse",
        says: "Address % is in use.",
    },
});

const ofAddress = ec2Reference("address", ["allocationId"]);

export const natGateway = ec2Type("nat-", undefined, {
    of: natGatewayFields,
    operation: "EC2: CreateNatGateway",
    references: [
        ec2Reference("subnet", ["subnetId"]),
        ofAddress,
        ec2Reference("address", ["secondaryAllocationIds", "*"]),
        ofVpc,
    ],
    defaults: { connectivityType: "public", availabilityMode: "zonal" },
    check: (inputs) => {
        const isRegional = inputs.availabilityMode === "regional";
        const isPublic =
            inputs.connectivityType === undefined || inputs.connectivityType === "public";
        const wanted = isRegional
            ? ["vpcId"]
            : isPublic
              ? ["subnetId", "allocationId"]
              : ["subnetId"];
        const isModeKnown =
            inputs.availabilityMode === undefined ||
            isRegional ||
            inputs.availabilityMode === "zonal";
        return wanted
            .filter((name) => isModeKnown && inputs[name] === undefined)
            .map((property) => ({
                property,
                reason: "missing required property of this kind of gateway",
            }));
    },
    outputs: ({ inputs, once, store, preview, id }) => {
        const address = preview
            ? undefined
            : store.list(ec2.address).find((one) => one.id === str(inputs, "allocationId"));
        const made = (property: string, prefix: string) =>
            once(property, () => `${prefix}${hex(17, property, id)}`);
        return {
            associationId: made("associationId", "eipassoc-"),
            autoProvisionZones: "disabled",
            autoScalingIps: "disabled",
            availabilityZoneAddresses: inputs.availabilityZoneAddresses ?? [],
            networkInterfaceId: made("networkInterfaceId", "eni-"),
            privateIp:
                inputs.privateIp ??
                once(
                    "privateIp",
                    () => `10.0.0.${(Number.parseInt(hex(2, "nat", id), 16) % 250) + 4}`,
                ),
            publicIp: once("publicIp", () => str(address?.outputs, "publicIp")),
            regionalNatGatewayAddresses: [],
            regionalNatGatewayAutoMode: "disabled",
            routeTableId: "",
            secondaryAllocationIds: inputs.secondaryAllocationIds ?? [],
            secondaryPrivateIpAddressCount: inputs.secondaryPrivateIpAddressCount ?? 0,
            secondaryPrivateIpAddresses: inputs.secondaryPrivateIpAddresses ?? [],
        };
    },
    beforeCreate: (write) => {
        const address = referred(write, [ofAddress])[0]?.target;
        const taken = address !== undefined && write.store.under(usersOf(address)).length > 0;
        if (taken) {
            const message = `Elastic IP address [${address.id}] is already associated`;
            throw awsError(400, "EC2: CreateNatGateway", "Resource.AlreadyAssociated", message);
        }
    },
});
