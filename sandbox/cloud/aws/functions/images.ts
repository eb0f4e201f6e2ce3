import { hex } from "../../identifiers";
import type { CloudFunction } from "../../resourceType";
import { flag, list, map, required, text, type Fields } from "../../shape";
import { items, str } from "../../values";
import { accountOf } from "../account";
import { awsError } from "../errors";
import { lookUp } from "../references";
import { filters } from "./account";

const parameterToken = "aws:ssm/parameter:Parameter";

/** The image a search finds: there is always one, and an equal search finds it again. */
const getAmi: CloudFunction = (args, scope) => {
    const { region } = accountOf(scope, args);
    if (items(args, "owners").length === 0 && args.allowUnsafeFilter !== true) {
        const message = "most_recent image searches must name owners: anybody can publish an image";
        throw awsError(400, "EC2: DescribeImages", "InvalidParameterValue", message);
    }
    const wanted = (name: string) => {
        const at = items(args, "filters").findIndex(
            (_, i) => str(args, "filters", i, "name") === name,
        );
        return str(args, "filters", at, "values", 0);
    };
    const id = `ami-${hex(17, "image", region, JSON.stringify([args.owners, args.filters, args.nameRegex]))}`;
    const owner = str(args, "owners", 0);
    return {
        ...args,
        architecture: wanted("architecture") || "x86_64",
        arn: `arn:aws:ec2:${region}::image/${id}`,
        blockDeviceMappings: [],
        bootMode: "uefi-preferred",
        creationDate: "2026-11-01T00:00:00.000Z",
        deprecationTime: "2028-11-01T00:00:00.000Z",
        description: "Image of the emulated cloud",
        enaSupport: true,
        hypervisor: "xen",
        id,
        imageId: id,
        imageLocation: `${owner}/${wanted("name") || "image"}`,
        imageOwnerAlias: owner,
        imageType: "machine",
        imdsSupport: "v2.0",
        kernelId: "",
        lastLaunchedTime: "",
        name: wanted("name").replaceAll("*", "2026"),
        ownerId: /^\d{12}$/.test(owner) ? owner : hex(12, "owner", owner).replaceAll(/[a-f]/g, "7"),
        platform: "",
        platformDetails: "Linux/UNIX",
        productCodes: [],
        public: true,
        ramdiskId: "",
        region,
        rootDeviceName: "/dev/xvda",
        rootDeviceType: "ebs",
        rootSnapshotId: `snap-${hex(17, "snapshot", id)}`,
        sriovNetSupport: "simple",
        state: "available",
        stateReason: {},
        tags: args.tags ?? {},
        tpmSupport: "",
        usageOperation: "RunInstances",
        virtualizationType: "hvm",
    };
};

/** AWS's own parameters name images; all others must stand. */
const getParameter: CloudFunction = (args, scope, store) => {
    const place = accountOf(scope, args);
    const name = str(args, "name");
    const found = lookUp(store, place, [parameterToken], name);
    const isPublic = name.startsWith("/aws/service/");
    if (found === undefined && !isPublic) {
        const message = `couldn't find resource: SSM parameter ${name}`;
        throw awsError(400, "SSM: GetParameter", "ParameterNotFound", message);
    }
    const image = `ami-${hex(17, "public", place.region, name)}`;
    const isSecure = str(found?.inputs, "type") === "SecureString";
    const value = found === undefined ? image : str(found.outputs, "value");
    return {
        ...args,
        arn: str(found?.outputs, "arn") || `arn:aws:ssm:${place.region}::parameter${name}`,
        id: name,
        insecureValue: isSecure ? "" : value,
        name,
        region: place.region,
        type: str(found?.inputs, "type") || "String",
        value,
        version: found?.outputs.version ?? 1,
    };
};

export const imageFunctions: readonly [string, { args: Fields; run: CloudFunction }][] = [
    [
        "aws:ec2/getAmi:getAmi",
        {
            args: {
                allowUnsafeFilter: flag,
                executableUsers: list(text),
                filters,
                includeDeprecated: flag,
                mostRecent: flag,
                nameRegex: text,
                owners: list(text),
                region: text,
                tags: map(text),
                uefiData: text,
            },
            run: getAmi,
        },
    ],
    [
        "aws:ssm/getParameter:getParameter",
        { args: { name: required(text), region: text, withDecryption: flag }, run: getParameter },
    ],
];
