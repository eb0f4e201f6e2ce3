import { ManagedPolicy } from "@pulumi/aws/types/enums/iam";
import { str, text } from "../../values";
import type { Write } from "../../resourceType";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { instanceProfileFields, rolePolicyAttachmentFields, rolePolicyFields } from "../fields/iam";
import { uniqueId } from "../naming";
import { policyLimits, policySize, requireIdentityPolicy } from "../policy/rules";
import { belongingsOf, referred } from "../references";
import { iamName, roleReference } from "./names";
import { checkPath } from "./paths";
import { managedPolicyReference } from "./policy";
import { attachedTo, tooManyPolicies } from "./role";
import { inlineToken } from "./tokens";

const ofRole = roleReference("role", { owner: true });

function roleOf(write: Pick<Write, "store" | "scope" | "inputs">) {
    return referred(write, [ofRole])[0]?.target;
}

/** AWS's own policies, as the SDK lists them. */
const ownPolicies = new Set<string>(Object.values(ManagedPolicy));

export const rolePolicy = awsType({
    of: rolePolicyFields,
    operation: "IAM: PutRolePolicy",
    puts: true,
    name: iamName(128),
    references: [ofRole],
    id: ({ inputs, name }) => text`${str(inputs, "role")}:${name}`,
    beforeWrite: (write) => {
        const operation = "IAM: PutRolePolicy";
        const document = str(write.inputs, "policy");
        requireIdentityPolicy(operation, document);
        const role = roleOf(write);
        const others = write.store
            .under(role === undefined ? "" : belongingsOf(role))
            .filter((one) => one.type === inlineToken && one.id !== write.id)
            .reduce((sum, one) => sum + policySize(str(one.inputs, "policy")), 0);
        if (others + policySize(document) > policyLimits.inlineOfRole) {
            const message = `Maximum policy size of ${policyLimits.inlineOfRole} bytes exceeded for role ${role?.id ?? ""}`;
            throw awsError(409, operation, "LimitExceeded", message);
        }
    },
});

export const rolePolicyAttachment = awsType({
    of: rolePolicyAttachmentFields,
    operation: "IAM: AttachRolePolicy",
    puts: true,
    references: [ofRole, managedPolicyReference(["policyArn"])],
    id: ({ inputs }) => text`${str(inputs, "role")}/${str(inputs, "policyArn")}`,
    beforeCreate: (write) => {
        const policyArn = str(write.inputs, "policyArn");
        if (policyArn.startsWith("arn:aws:iam::aws:") && !ownPolicies.has(policyArn)) {
            const message = `Policy ${policyArn} does not exist or is not attachable.`;
            throw awsError(404, "IAM: AttachRolePolicy", "NoSuchEntity", message);
        }
        const role = roleOf(write);
        if (role !== undefined && attachedTo(write.store, role) >= policyLimits.policiesPerRole) {
            throw tooManyPolicies();
        }
    },
});

export const instanceProfile = awsType({
    of: instanceProfileFields,
    operation: "IAM: CreateInstanceProfile",
    name: iamName(128),
    defaults: { path: "/" },
    taken: { code: "EntityAlreadyExists", says: "Instance Profile % already exists." },
    references: [roleReference("role")],
    id: ({ name }) => name,
    arn: ({ accountId, inputs, name }) =>
        text`arn:aws:iam::${accountId}:instance-profile${str(inputs, "path") || "/"}${name}`,
    outputs: ({ once, store }) => ({
        createDate: once("createDate", () => new Date().toISOString().replace(/\.\d+/, "")),
        uniqueId: uniqueId("AIPA", { once, store }, "uniqueId"),
    }),
    check: checkPath,
});
