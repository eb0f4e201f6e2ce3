import { refer, type Reference } from "../references";

export const bucketToken = "aws:s3/bucket:Bucket";

/** A bucket by its name, or its ARN where the service takes one; "/prefix" behind it does not count. */
export function bucketReference(at: Reference["at"], code = "NoSuchBucket"): Reference {
    return refer(at, bucketToken, code, "The specified bucket does not exist: %", {
        http: 404,
        name: (value) => value.replace(/^arn:aws:s3:::/, "").split("/")[0] ?? "",
    });
}

/** A bucket something is a setting of: it goes with the bucket. */
export const ofBucket: Reference = { ...bucketReference(["bucket"]), owner: true };
