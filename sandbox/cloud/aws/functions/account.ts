import type { CloudFunction } from "../../resourceType";
import { flag, list, object, required, text, type Fields } from "../../shape";
import { items, str } from "../../values";
import { accountOf } from "../account";
import { zonesOf } from "../regions";

/** Who runs the program, in the emulated account. */
const deployer = "deployer";

const getCallerIdentity: CloudFunction = (_args, scope) => {
    const { accountId } = accountOf(scope);
    return {
        accountId,
        arn: `arn:aws:iam::${accountId}:user/${deployer}`,
        id: accountId,
        userId: "AIDAEMULATEDDEPLOYER2",
    };
};

const getRegion: CloudFunction = (args, scope) => {
    const named = str(args, "region") || str(args, "name");
    const region = named || accountOf(scope).region;
    return {
        description: region,
        endpoint: `ec2.${region}.amazonaws.com`,
        id: region,
        name: region,
        region,
    };
};

const getPartition: CloudFunction = () => ({
    dnsSuffix: "amazonaws.com",
    id: "aws",
    partition: "aws",
    reverseDnsPrefix: "com.amazonaws",
});

const getAvailabilityZones: CloudFunction = (args, scope) => {
    const { region } = accountOf(scope, args);
    const zones = zonesOf(region).filter(
        ({ name, id }) =>
            !items(args, "excludeNames").includes(name) &&
            !items(args, "excludeZoneIds").includes(id),
    );
    return {
        ...args,
        groupNames: [region],
        id: region,
        names: zones.map(({ name }) => name),
        region,
        zoneIds: zones.map(({ id }) => id),
    };
};

const getDefaultTags: CloudFunction = (_args, scope) => ({
    id: "",
    tags: accountOf(scope).defaultTags,
});

export const filters = list(object({ name: required(text), values: required(list(text)) }));

export const accountFunctions: readonly [string, { args: Fields; run: CloudFunction }][] = [
    [
        "aws:index/getCallerIdentity:getCallerIdentity",
        { args: { id: text }, run: getCallerIdentity },
    ],
    [
        "aws:index/getRegion:getRegion",
        { args: { endpoint: text, id: text, name: text, region: text }, run: getRegion },
    ],
    ["aws:index/getPartition:getPartition", { args: { id: text }, run: getPartition }],
    [
        "aws:index/getAvailabilityZones:getAvailabilityZones",
        {
            args: {
                allAvailabilityZones: flag,
                excludeNames: list(text),
                excludeZoneIds: list(text),
                filters,
                region: text,
                state: text,
            },
            run: getAvailabilityZones,
        },
    ],
    ["aws:index/getDefaultTags:getDefaultTags", { args: { id: text }, run: getDefaultTags }],
];
