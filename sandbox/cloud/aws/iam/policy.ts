import { str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { iamPolicyFields } from "../fields/iam";
import { uniqueId } from "../naming";
import { policyLimits, policySize, requireIdentityPolicy } from "../policy/rules";
import { localName, refer, usersOf, type Reference } from "../references";
import { iamName } from "./names";
import { checkPath } from "./paths";
import { attachmentToken, policyToken, roleToken } from "./tokens";

/** A managed policy of the account, named by its ARN. */
export function managedPolicyReference(at: Reference["at"]): Reference {
    return refer(at, policyToken, "NoSuchEntity", "Policy % does not exist or is not attachable.", {
        http: 404,
    });
}

export const policy = awsType({
    of: iamPolicyFields,
    operation: "IAM: CreatePolicy",
    name: iamName(128),
    defaults: { path: "/" },
    id: ({ accountId, inputs, name }) =>
        text`arn:aws:iam::${accountId}:policy${str(inputs, "path") || "/"}${name}`,
    arn: ({ id }) => id,
    outputs: ({ store, old, once }) => ({
        attachmentCount:
            old === undefined
                ? 0
                : store.under(usersOf(old)).filter(({ type }) => type === attachmentToken).length,
        policyId: uniqueId("ANPA", { once, store }, "policyId"),
    }),
    // Names are unique in an account whatever their path.
    names: ({ id }) => [`name ${lastName(id)}`],
    check: checkPath,
    beforeCreate: (write) => {
        const name = lastName(write.id);
        if (write.store.holder(localName(policyToken, write, true, `name ${name}`)) !== undefined) {
            const message = `A policy called ${name} already exists. Duplicate names are not allowed.`;
            throw awsError(409, "IAM: CreatePolicy", "EntityAlreadyExists", message);
        }
    },
    beforeWrite: ({ inputs }) => {
        const operation = "IAM: CreatePolicy";
        const document = str(inputs, "policy");
        if (policySize(document) > policyLimits.managed) {
            const message = `Cannot exceed quota for PolicySize: ${policyLimits.managed}`;
            throw awsError(409, operation, "LimitExceeded", message);
        }
        requireIdentityPolicy(operation, document);
    },
    held: {
        by: [attachmentToken, roleToken],
        operation: "IAM: DeletePolicy",
        code: "DeleteConflict",
        says: "Cannot delete a policy attached to entities.",
    },
});

function lastName(policyArn: string): string {
    return policyArn.split("/").pop() ?? "";
}
