import { read, readText, type Known } from "../known";
import type { Resource } from "../resource";
import { readTrustPolicy, type TrustPolicy } from "../trustPolicy";

/** IAM roles; in aws-native the document's property has a longer name. */
export const awsRoleTypes = ["aws:iam:Role", "aws-native:iam:Role"] as const;

export interface AwsRole {
    readonly name: Known<string>;
    /** Name of the property the trust policy comes from. */
    readonly trustProperty: string;
    readonly trust: TrustPolicy;
}

/** @throws TypeError when the trust policy is no policy document */
export function awsRole({ type, props }: Resource): AwsRole {
    const native = type === "aws-native:iam:Role";
    const trustProperty = native ? "assumeRolePolicyDocument" : "assumeRolePolicy";
    return {
        name: readText(props, native ? "roleName" : "name"),
        trustProperty,
        trust: readTrustPolicy(read(props, trustProperty), trustProperty),
    };
}
