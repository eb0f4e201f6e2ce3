import { hex } from "../../identifiers";
import type { CloudFunction } from "../../resourceType";
import { map, required, text, type Fields } from "../../shape";
import { str, type Values } from "../../values";
import { accountOf } from "../account";
import { awsError } from "../errors";
import { providerToken, roleToken } from "../iam/tokens";
import { aliasToken } from "../kms/references";
import { lookUp } from "../references";
import { ec2 } from "../network/ec2";
import { filters } from "./account";

const getProvider: CloudFunction = (args, scope, store) => {
    const place = accountOf(scope);
    const address = str(args, "url").replace(/^https:\/\//, "");
    const arn = str(args, "arn") || `arn:aws:iam::${place.accountId}:oidc-provider/${address}`;
    const found = lookUp(store, place, [providerToken], arn);
    if (found === undefined) {
        const message = `OpenIDConnect Provider not found for arn ${arn}`;
        throw awsError(404, "IAM: GetOpenIDConnectProvider", "NoSuchEntity", message);
    }
    return { tags: {}, ...found.outputs, id: arn };
};

const getRole: CloudFunction = (args, scope, store) => {
    const name = str(args, "name");
    const found = lookUp(store, accountOf(scope), [roleToken], name);
    if (found === undefined) {
        const message = `The role with name ${name} cannot be found.`;
        throw awsError(404, "IAM: GetRole", "NoSuchEntity", message);
    }
    const base: Values = { description: "", permissionsBoundary: "", tags: {} };
    return { ...base, ...found.outputs, id: found.id, roleLastUseds: [] };
};

const getAlias: CloudFunction = (args, scope, store) => {
    const place = accountOf(scope, args);
    const name = str(args, "name");
    const found = lookUp(store, place, [aliasToken], name);
    const isOwn = name.startsWith("alias/aws/");
    if (found === undefined && !isOwn) {
        throw awsError(400, "KMS: DescribeKey", "NotFoundException", `Alias ${name} is not found.`);
    }
    const key = hex(32, "aws key", place.accountId, place.region, name).replace(
        /^(.{8})(.{4})(.{4})(.{4})/,
        "$1-$2-$3-$4-",
    );
    const arn = `arn:aws:kms:${place.region}:${place.accountId}`;
    const target = str(found?.outputs, "targetKeyArn") || `${arn}:key/${key}`;
    return {
        arn: `${arn}:${name}`,
        id: `${arn}:${name}`,
        name,
        region: place.region,
        targetKeyArn: target,
        targetKeyId: target.split("/").pop() ?? "",
    };
};

/** The account's lists, and those AWS keeps of its own services. */
const getPrefixList: CloudFunction = (args, scope, store) => {
    const place = accountOf(scope, args);
    const name = str(args, "name") || str(args, "filters", 0, "values", 0);
    const wanted = str(args, "id");
    const own = store
        .list(ec2.prefixList)
        .find(
            ({ id, outputs }) => id === wanted || (wanted === "" && str(outputs, "name") === name),
        );
    if (own !== undefined) {
        return {
            tags: {},
            ...own.outputs,
            ...(args.filters === undefined ? {} : { filters: args.filters }),
            id: own.id,
        };
    }
    const service = /^com\.amazonaws\.(?:[\w-]+)\.(.+)$/.exec(name)?.[1];
    if (service === undefined) {
        throw awsError(
            400,
            "EC2: DescribeManagedPrefixLists",
            "InvalidPrefixListID.NotFound",
            "no matching prefix list found; the criteria specified may not match any prefix lists in the current region",
        );
    }
    const id = `pl-${hex(8, service, place.region)}`;
    return {
        ...args,
        addressFamily: "IPv4",
        arn: `arn:aws:ec2:${place.region}:aws:prefix-list/${id}`,
        entries: [],
        id,
        maxEntries: 0,
        name,
        ownerId: "AWS",
        region: place.region,
        tags: {},
        version: 0,
    };
};

export const lookUpFunctions: readonly [string, { args: Fields; run: CloudFunction }][] = [
    [
        "aws:iam/getOpenIdConnectProvider:getOpenIdConnectProvider",
        { args: { arn: text, tags: map(text), url: text }, run: getProvider },
    ],
    ["aws:iam/getRole:getRole", { args: { name: required(text), tags: map(text) }, run: getRole }],
    ["aws:kms/getAlias:getAlias", { args: { name: required(text), region: text }, run: getAlias }],
    [
        "aws:ec2/getManagedPrefixList:getManagedPrefixList",
        {
            args: { filters, id: text, name: text, region: text, tags: map(text) },
            run: getPrefixList,
        },
    ],
];
