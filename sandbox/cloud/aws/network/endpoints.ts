import { hex } from "../../identifiers";
import { items, str, text, type Values } from "../../values";
import { awsError } from "../errors";
import { vpcEndpointFields } from "../fields/ec2More";
import { requireResourcePolicy } from "../policy/rules";
import { referred, usersOf } from "../references";
import { ec2, ec2Reference, ec2Type } from "./ec2";

const ofVpc = ec2Reference("vpc", ["vpcId"]);
const gatewayServices = ["s3", "dynamodb"];

const kindOf = (inputs: Values) => str(inputs, "vpcEndpointType") || "Gateway";
/** "com.amazonaws.eu-west-1.ecr.api" -> "ecr.api". */
const serviceOf = (inputs: Values) => str(inputs, "serviceName").split(".").slice(3).join(".");

const anyPolicy = JSON.stringify({
    Version: "2008-10-17",
    Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

export const vpcEndpoint = ec2Type("vpce-", "vpc-endpoint", {
    of: vpcEndpointFields,
    operation: "EC2: CreateVpcEndpoint",
    defaults: { vpcEndpointType: "Gateway", privateDnsEnabled: false },
    silent: ["autoAccept"],
    references: [
        ofVpc,
        ec2Reference("subnet", ["subnetIds", "*"]),
        ec2Reference("securityGroup", ["securityGroupIds", "*"]),
        ec2Reference("routeTable", ["routeTableIds", "*"]),
    ],
    outputs: ({ id, inputs, once, accountId, region }) => {
        const isInterface = kindOf(inputs) === "Interface";
        const service = serviceOf(inputs);
        const subnets = items(inputs, "subnetIds").length;
        return {
            cidrBlocks: [],
            dnsEntries: isInterface
                ? [
                      {
                          dnsName: text`${id}-${hex(8, "dns", service)}.${service}.${region}.vpce.amazonaws.com`,
                          hostedZoneId: `Z${hex(13, "zone", region).toUpperCase()}`,
                      },
                  ]
                : [],
            ipAddressType: inputs.ipAddressType ?? (isInterface ? "ipv4" : ""),
            networkInterfaceIds: Array.from({ length: isInterface ? subnets : 0 }, (_, i) =>
                once(
                    `networkInterfaceIds[${i}]`,
                    () => `eni-${hex(17, "endpoint", id, String(i))}`,
                ),
            ),
            ownerId: accountId,
            policy: inputs.policy ?? anyPolicy,
            prefixListId: isInterface
                ? ""
                : once("prefixListId", () => `pl-${hex(8, service, region)}`),
            requesterManaged: false,
            routeTableIds: inputs.routeTableIds ?? [],
            securityGroupIds: inputs.securityGroupIds ?? [],
            serviceName: inputs.serviceName ?? "",
            serviceRegion: inputs.serviceRegion ?? region,
            state: "available",
            subnetConfigurations: inputs.subnetConfigurations ?? [],
            subnetIds: inputs.subnetIds ?? [],
        };
    },
    check: (inputs) => {
        const named = ["serviceName", "resourceConfigurationArn", "serviceNetworkArn"];
        const given = named.filter((name) => inputs[name] !== undefined);
        return given.length === 1
            ? []
            : [
                  {
                      property: given[1] ?? "serviceName",
                      reason: `exactly one of ${named.join(", ")} must be given`,
                  },
              ];
    },
    beforeWrite: (write) => {
        const { inputs, region } = write;
        const service = str(inputs, "serviceName");
        const where = str(inputs, "serviceRegion") || region;
        const isKnown =
            service === "" ||
            service.startsWith(`com.amazonaws.${where}.`) ||
            /^(com\.amazonaws\.vpce|aws\.(sagemaker|api))\./.test(service);
        if (!isKnown) {
            throw refusal(
                "InvalidServiceName",
                `The Vpc Endpoint Service '${service}' does not exist`,
            );
        }
        if (
            kindOf(inputs) === "Gateway" &&
            service !== "" &&
            !gatewayServices.includes(serviceOf(inputs))
        ) {
            throw refusal(
                "InvalidParameter",
                `Endpoint type (Gateway) does not match available service types ([Interface]).`,
            );
        }
        if (kindOf(inputs) === "Interface" && items(inputs, "routeTableIds").length > 0) {
            throw refusal(
                "InvalidParameter",
                "Route table IDs are only supported for Gateway type VPC Endpoint.",
            );
        }
        if (kindOf(inputs) === "Gateway" && items(inputs, "subnetIds").length > 0) {
            throw refusal(
                "InvalidParameter",
                "Subnet IDs are only supported for Interface and Gateway Load Balancer type VPC Endpoints.",
            );
        }
        if (str(inputs, "policy") !== "") {
            requireResourcePolicy("EC2: CreateVpcEndpoint", str(inputs, "policy"));
        }
        requireZones(write);
        requirePrivateDns(write);
    },
});

function refusal(code: string, message: string) {
    return awsError(400, "EC2: CreateVpcEndpoint", code, message);
}

type Checked = Parameters<typeof referred>[0] & { readonly id: string };

/** One subnet of each zone. */
function requireZones(write: Checked): void {
    const subnets = referred(write, [ec2Reference("subnet", ["subnetIds", "*"])]);
    const zones = subnets.map(({ target }) => str(target.outputs, "availabilityZone"));
    if (new Set(zones).size < zones.length) {
        throw refusal(
            "DuplicateSubnetsInSameZone",
            "Found another VPC endpoint subnet in the availability zone of the subnets given.",
        );
    }
}

function requirePrivateDns(write: Checked): void {
    const { inputs, store, id } = write;
    const network = referred(write, [ofVpc])[0]?.target;
    if (inputs.privateDnsEnabled !== true || network === undefined) {
        return;
    }
    const { enableDnsSupport, enableDnsHostnames } = network.outputs;
    if (enableDnsSupport !== true || enableDnsHostnames !== true) {
        throw refusal(
            "InvalidParameter",
            `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${network.id}`,
        );
    }
    const service = str(inputs, "serviceName");
    const other = store
        .under(usersOf(network))
        .find(
            (one) =>
                one.type === ec2.endpoint &&
                one.id !== id &&
                one.inputs.privateDnsEnabled === true &&
                str(one.inputs, "serviceName") === service,
        );
    if (other !== undefined) {
        throw refusal(
            "InvalidParameter",
            `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${service} in the VPC ${network.id}`,
        );
    }
}
