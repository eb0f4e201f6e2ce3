import { items, str, text, type Values } from "../../values";
import type { Change, Write } from "../../resourceType";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { roleFields } from "../fields/iam";
import { uniqueId } from "../naming";
import { requireIdentityPolicy, requireTrustPolicy, policyLimits } from "../policy/rules";
import { belongingsOf, usersOf } from "../references";
import { iamName } from "./names";
import { attachmentToken, inlineToken, profileToken } from "./tokens";
import { checkPath } from "./paths";
import { managedPolicyReference } from "./policy";

export const role = awsType({
    of: roleFields,
    operation: "IAM: CreateRole",
    name: iamName(64),
    defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false },
    taken: { code: "EntityAlreadyExists", says: "Role with name % already exists." },
    references: [
        managedPolicyReference(["permissionsBoundary"]),
        managedPolicyReference(["managedPolicyArns", "*"]),
    ],
    id: ({ name }) => name,
    arn: ({ accountId, inputs, name }) =>
        text`arn:aws:iam::${accountId}:role${str(inputs, "path") || "/"}${name}`,
    outputs: ({ once, store, inputs }) => ({
        createDate: once("createDate", () => new Date().toISOString().replace(/\.\d+/, "")),
        uniqueId: uniqueId("AROA", { once, store }, "uniqueId"),
        inlinePolicies: inputs.inlinePolicies ?? [],
        managedPolicyArns: inputs.managedPolicyArns ?? [],
    }),
    check: checkPath,
    beforeWrite: ({ inputs, old }) => {
        const operation = old === undefined ? "IAM: CreateRole" : "IAM: UpdateAssumeRolePolicy";
        requireTrustPolicy(operation, str(inputs, "assumeRolePolicy"));
        items(inputs, "inlinePolicies").forEach((_, i) => {
            const policy = str(inputs, "inlinePolicies", i, "policy");
            if (policy !== "") {
                requireIdentityPolicy("IAM: PutRolePolicy", policy);
            }
        });
        const attached = items(inputs, "managedPolicyArns").length;
        if (attached > policyLimits.policiesPerRole) {
            throw tooManyPolicies();
        }
    },
    beforeDelete: refuseUsed,
});

export function tooManyPolicies() {
    const message = `Cannot exceed quota for PoliciesPerRole: ${policyLimits.policiesPerRole}`;
    return awsError(409, "IAM: AttachRolePolicy", "LimitExceeded", message);
}

/** IAM keeps a role that still has policies of others or stands in an instance profile. */
function refuseUsed({ store, old }: Pick<Change, "store" | "old">): void {
    const users = store.under(usersOf(old)).map(({ type }) => type);
    const refuse = (message: string) => awsError(409, "IAM: DeleteRole", "DeleteConflict", message);
    const isForced = old.inputs.forceDetachPolicies === true;
    if (users.includes(profileToken)) {
        throw refuse("Cannot delete entity, must remove roles from instance profile first.");
    }
    if (users.includes(attachmentToken) && !isForced) {
        throw refuse("Cannot delete entity, must detach all policies first.");
    }
    if (users.includes(inlineToken) && !isForced) {
        throw refuse("Cannot delete entity, must delete policies first.");
    }
}

/** How many managed policies a role has. */
export function attachedTo(store: Write["store"], role: { key: string; inputs: Values }): number {
    const attachments = store
        .under(belongingsOf(role))
        .filter(({ type }) => type === attachmentToken);
    return attachments.length + items(role.inputs, "managedPolicyArns").length;
}
