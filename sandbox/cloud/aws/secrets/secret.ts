import { hex } from "../../identifiers";
import { storeKey } from "../../store/record";
import { isUnknown, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { secretFields } from "../fields/secretsmanager";
import { keyReference } from "../kms/references";
import { nameOf } from "../naming";
import { requireResourcePolicy } from "../policy/rules";

export const secretToken = "aws:secretsmanager/secret:Secret";
/** Secrets that wait for their end; they keep their name. */
export const deletedSecretType = "aws:secretsmanager:DeletedSecret";

const nameClaim = (accountId: string, region: string, name: string) =>
    `secret name ${accountId}/${region}/${name}`;

function recoveryDays(inputs: Values): number {
    return num(inputs, "recoveryWindowInDays") ?? 30;
}

export const secret = awsType({
    of: secretFields,
    operation: "Secrets Manager: CreateSecret",
    name: nameOf(/^[\w/+=.@-]{1,512}$/, "1 to 512 letters, digits and / _ + = . @ -", {
        prefix: "namePrefix",
    }),
    defaults: { description: "", forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    references: [keyReference(["kmsKeyId"], "InvalidParameterException")],
    check: (inputs) => {
        const days = num(inputs, "recoveryWindowInDays");
        return days === undefined ||
            days === 0 ||
            (Number.isInteger(days) && days >= 7 && days <= 30)
            ? []
            : [{ property: "recoveryWindowInDays", reason: `${days} must be 0 or 7 to 30` }];
    },
    // The service adds a hyphen and six characters, so that a new secret of the name is not the old one.
    id: ({ accountId, region, name, once, store }) =>
        isUnknown(name)
            ? name
            : once("arn", () => {
                  const end = hex(6, "secret", name, String(store.next("aws", 0, 1)));
                  return text`arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${end}`;
              }),
    arn: ({ id }) => id,
    outputs: ({ inputs }) => ({ policy: inputs.policy ?? "", replicas: inputs.replicas ?? [] }),
    claims: ({ id, outputs }) => {
        const [, , , region = "", accountId = ""] = id.split(":");
        return [nameClaim(accountId, region, str(outputs, "name"))];
    },
    names: ({ outputs }) => [str(outputs, "name")],
    beforeWrite: ({ inputs }) => {
        if (str(inputs, "policy") !== "") {
            requireResourcePolicy("Secrets Manager: PutResourcePolicy", str(inputs, "policy"));
        }
    },
    beforeCreate: ({ store, inputs, accountId, region }) => {
        const name = str(inputs, "name");
        const holder = name === "" ? undefined : store.holder(nameClaim(accountId, region, name));
        const operation = "Secrets Manager: CreateSecret";
        if (holder?.type === deletedSecretType) {
            const message =
                "You can't create this secret because a secret with this name is already scheduled for deletion.";
            throw awsError(400, operation, "InvalidRequestException", message);
        }
        if (holder !== undefined) {
            const message = `The operation failed because the secret ${name} already exists.`;
            throw awsError(400, operation, "ResourceExistsException", message);
        }
    },
    leave: ({ old, accountId, region }) =>
        recoveryDays(old.inputs) === 0
            ? []
            : [
                  {
                      ...old,
                      key: storeKey(deletedSecretType, old.id, `${accountId}/${region}`),
                      type: deletedSecretType,
                      claims: [nameClaim(accountId, region, str(old.outputs, "name"))],
                      parents: [],
                  },
              ],
});
