import type { Failure } from "../../check";
import { isUnknown, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { bucketFields } from "../fields/s3";
import { nameOf } from "../naming";
import { s3HostedZone } from "../regions";

/** Prefixes and ends of names S3 keeps for itself. source: S3 User Guide, "Bucket naming rules"; date: 2026-11-21 */
const reserved = {
    prefixes: ["xn--", "sthree-", "amzn-s3-demo-"],
    ends: ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an"],
};

function checkName(inputs: Values): Failure[] {
    const name = str(inputs, "bucket");
    const isReserved =
        reserved.prefixes.some((one) => name.startsWith(one)) ||
        reserved.ends.some((one) => name.endsWith(one));
    if (isUnknown(name) || (!isReserved && !/\.\.|^\d+(\.\d+){3}$/.test(name))) {
        return [];
    }
    return [{ property: "bucket", reason: `${JSON.stringify(name)} is a name S3 does not give` }];
}

export const bucketClaim = (name: string) => `bucket ${name}`;

/** Names are unique in all of AWS. Settings of their own types stand in this folder's other files. */
export const bucket = awsType({
    of: bucketFields,
    operation: "S3: CreateBucket",
    name: nameOf(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        "3 to 63 small letters, digits, dots and hyphens, with a letter or digit at both ends",
        { property: "bucket", prefix: "bucketPrefix", fit: (name) => name.toLowerCase() },
    ),
    defaults: { forceDestroy: false, objectLockEnabled: false, requestPayer: "BucketOwner" },
    check: checkName,
    id: ({ name }) => name,
    arn: ({ name }) => text`arn:aws:s3:::${name}`,
    outputs: ({ name, region, inputs }) => ({
        bucketDomainName: text`${name}.s3.amazonaws.com`,
        bucketRegion: region,
        bucketRegionalDomainName: text`${name}.s3.${region}.amazonaws.com`,
        hostedZoneId: s3HostedZone(region),
        ...(inputs.website === undefined
            ? { websiteDomain: "", websiteEndpoint: "" }
            : {
                  websiteDomain: `s3-website-${region}.amazonaws.com`,
                  websiteEndpoint: text`${name}.s3-website-${region}.amazonaws.com`,
              }),
    }),
    claims: ({ id }) => [bucketClaim(id)],
    beforeCreate: ({ store, id, accountId }) => {
        const holder = store.holder(bucketClaim(id));
        if (holder === undefined) {
            return;
        }
        const isOwn = holder.key.includes(`|${accountId}/`);
        throw isOwn
            ? awsError(
                  409,
                  "S3: CreateBucket",
                  "BucketAlreadyOwnedByYou",
                  "Your previous request to create the named bucket succeeded and you already own it.",
              )
            : awsError(
                  409,
                  "S3: CreateBucket",
                  "BucketAlreadyExists",
                  "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
              );
    },
});
