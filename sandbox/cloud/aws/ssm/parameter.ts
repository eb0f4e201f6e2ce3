import type { Failure } from "../../check";
import { isUnknown, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { parameterFields } from "../fields/ssm";
import { keyReference } from "../kms/references";
import { exactlyOne, nameOf } from "../naming";

/** source: Systems Manager User Guide, "Managing parameter tiers"; date: 2026-11-21 */
const bytes = { standard: 4096, advanced: 8192 } as const;

function valueOf(inputs: Values): string {
    return str(inputs, "value") || str(inputs, "insecureValue") || str(inputs, "valueWo");
}

function checkParameter(inputs: Values): Failure[] {
    const name = str(inputs, "name");
    const isReserved = /^\/?(aws|ssm)/i.test(name);
    const isNested = name.includes("/") && !name.startsWith("/");
    const depth = name.split("/").length - 1;
    return [
        ...exactlyOne(inputs, ["value", "insecureValue", "valueWo"]),
        ...(inputs.keyId !== undefined && !isUnknown(inputs.type) && inputs.type !== "SecureString"
            ? [{ property: "keyId", reason: "is only for type SecureString" }]
            : []),
        ...(inputs.insecureValue !== undefined && inputs.type === "SecureString"
            ? [{ property: "insecureValue", reason: "must not be given with type SecureString" }]
            : []),
        ...(isUnknown(name) || !(isReserved || isNested || depth > 15)
            ? []
            : [
                  {
                      property: "name",
                      reason: `"${name}" must not begin with aws or ssm, must begin with / when it has one, and has 15 levels at most`,
                  },
              ]),
    ];
}

export const parameter = awsType({
    of: parameterFields,
    operation: "SSM: PutParameter",
    name: nameOf(/^[\w./-]{1,1011}$/, "1 to 1011 letters, digits and _ . / -"),
    defaults: { dataType: "text", tier: "Standard" },
    silent: ["valueWo", "overwrite"],
    references: [keyReference(["keyId"], "InvalidKeyId")],
    taken: {
        http: 400,
        code: "ParameterAlreadyExists",
        says: "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
    },
    check: checkParameter,
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        isUnknown(name)
            ? name
            : text`arn:aws:ssm:${region}:${accountId}:parameter${name.startsWith("/") ? "" : "/"}${name}`,
    outputs: ({ inputs, old }) => ({
        hasValueWo: inputs.valueWo !== undefined,
        insecureValue: inputs.insecureValue ?? "",
        value: inputs.value ?? inputs.insecureValue ?? "",
        keyId: inputs.keyId ?? (inputs.type === "SecureString" ? "alias/aws/ssm" : ""),
        version: (num(old?.outputs, "version") ?? 0) + 1,
    }),
    beforeWrite: ({ inputs }) => {
        const operation = "SSM: PutParameter";
        const value = valueOf(inputs);
        const most =
            str(inputs, "tier") === "Advanced" || str(inputs, "tier") === "Intelligent-Tiering"
                ? bytes.advanced
                : bytes.standard;
        if (Buffer.byteLength(value) > most) {
            const message = `The value has more than ${most} bytes, the most of its tier.`;
            throw awsError(400, operation, "ValidationException", message);
        }
        const pattern = str(inputs, "allowedPattern");
        if (pattern !== "" && !new RegExp(`^(?:${pattern})$`).test(value)) {
            const message = `Parameter value, cannot be validated against allowedPattern: ${pattern}`;
            throw awsError(400, operation, "ParameterPatternMismatchException", message);
        }
    },
});
