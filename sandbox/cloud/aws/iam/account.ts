import { isUnknown, str, text } from "../../values";
import { awsType } from "../awsType";
import { accountPasswordPolicyFields, serviceLinkedRoleFields } from "../fields/iam";
import { uniqueId } from "../naming";

/** "autoscaling.amazonaws.com" becomes "AWSServiceRoleForAutoScaling": AWS has its own spelling. */
const serviceNames: Readonly<Record<string, string>> = {
    autoscaling: "AutoScaling",
    "network-firewall": "NetworkFirewall",
    guardduty: "AmazonGuardDuty",
    "access-analyzer": "AccessAnalyzer",
    config: "Config",
    ecs: "ECS",
    ssm: "AmazonSSM",
    securityhub: "SecurityHub",
    inspector2: "AmazonInspector2",
};

function roleName(service: string, suffix: string): string {
    const host = service.split(".")[0] ?? "";
    const name = text`AWSServiceRoleFor${serviceNames[host] ?? host}`;
    return suffix === "" ? name : text`${name}_${suffix}`;
}

export const serviceLinkedRole = awsType({
    of: serviceLinkedRoleFields,
    operation: "IAM: CreateServiceLinkedRole",
    taken: {
        http: 400,
        code: "InvalidInput",
        says: "Service role name % has been taken in this account, please try a different suffix.",
    },
    id: ({ accountId, inputs }) => {
        const service = str(inputs, "awsServiceName");
        const name = roleName(service, str(inputs, "customSuffix"));
        return text`arn:aws:iam::${accountId}:role/aws-service-role/${service}/${name}`;
    },
    arn: ({ id }) => id,
    outputs: ({ inputs, once, store }) => ({
        name: roleName(str(inputs, "awsServiceName"), str(inputs, "customSuffix")),
        path: text`/aws-service-role/${str(inputs, "awsServiceName")}/`,
        createDate: once("createDate", () => new Date().toISOString().replace(/\.\d+/, "")),
        uniqueId: uniqueId("AROA", { once, store }, "uniqueId"),
    }),
    check: (inputs) => {
        const service = str(inputs, "awsServiceName");
        return isUnknown(service) || /^[\w.-]+\.amazonaws\.com$/.test(service)
            ? []
            : [
                  {
                      property: "awsServiceName",
                      reason: `"${service}" must be a service such as autoscaling.amazonaws.com`,
                  },
              ];
    },
});

/** One of an account. */
export const accountPasswordPolicy = awsType({
    of: accountPasswordPolicyFields,
    operation: "IAM: UpdateAccountPasswordPolicy",
    puts: true,
    defaults: {
        allowUsersToChangePassword: true,
        hardExpiry: false,
        maxPasswordAge: 0,
        minimumPasswordLength: 6,
        passwordReusePrevention: 0,
        requireLowercaseCharacters: false,
        requireNumbers: false,
        requireSymbols: false,
        requireUppercaseCharacters: false,
    },
    id: () => "iam-account-password-policy",
    outputs: ({ inputs }) => ({ expirePasswords: Number(inputs.maxPasswordAge ?? 0) > 0 }),
});
