import type { Failure } from "../../check";
import { hex } from "../../identifiers";
import { isObject, isUnknown, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { functionFields, lambdaAliasFields } from "../fields/deploy";
import { codeSigningConfigFields, lambdaPermissionFields } from "../fields/deployMore";
import { serviceRole } from "../iam/names";
import { keyReference } from "../kms/references";
import { atMostOne, nameOf } from "../naming";
import { ec2Reference } from "../network/ec2";
import { refer, referred } from "../references";
import { profileVersionToken } from "../trust/tokens";
import { functionToken } from "./tokens";

const invalid = "InvalidParameterValueException";
const signingToken = "aws:lambda/codeSigningConfig:CodeSigningConfig";
const identifier = nameOf(/^[\w-]{1,64}$/, "1 to 64 letters, digits and - _");

function checkFunction(inputs: Values): Failure[] {
    const sources = ["code", "imageUri", "s3Bucket"];
    const given = sources.filter((name) => inputs[name] !== undefined);
    const isImage = inputs.packageType === "Image";
    const isKnown = !isUnknown(inputs.packageType);
    const missing = (name: string) => isKnown && !isImage && inputs[name] === undefined;
    return [
        ...(given.length === 0
            ? [{ property: "code", reason: `exactly one of ${sources.join(", ")} must be given` }]
            : atMostOne(inputs, sources)),
        ...["handler", "runtime"].filter(missing).map((property) => ({
            property,
            reason: "missing required property of package type Zip",
        })),
        ...(isImage && inputs.imageUri === undefined
            ? [{ property: "imageUri", reason: "missing required property of package type Image" }]
            : []),
    ];
}

export const lambdaFunction = awsType({
    of: functionFields,
    operation: "Lambda: CreateFunction",
    name: identifier,
    taken: { code: "ResourceConflictException", says: "Function already exist: %" },
    defaults: {
        memorySize: 128,
        packageType: "Zip",
        publish: false,
        reservedConcurrentExecutions: -1,
        skipDestroy: false,
        timeout: 3,
    },
    references: [
        serviceRole(["role"], invalid),
        keyReference(["kmsKeyArn"], invalid),
        refer(
            ["codeSigningConfigArn"],
            signingToken,
            "CodeSigningConfigNotFoundException",
            "The code signing configuration % does not exist",
            { http: 404 },
        ),
        ec2Reference("subnet", ["vpcConfig", "subnetIds", "*"]),
        ec2Reference("securityGroup", ["vpcConfig", "securityGroupIds", "*"]),
    ],
    check: checkFunction,
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:lambda:${region}:${accountId}:function:${name}`,
    outputs: ({ inputs, arn, region, each, old, preview }) => {
        const published = Number(str(old?.outputs, "version")) || 0;
        const next = inputs.publish === true ? String(published + (preview ? 0 : 1)) : "$LATEST";
        const version = preview && inputs.publish === true ? each(() => next) : next;
        const invoke = (of: string) =>
            text`arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${of}/invocations`;
        const qualified = text`${arn}:${version}`;
        return {
            architectures: inputs.architectures ?? ["x86_64"],
            codeSha256:
                inputs.codeSha256 ??
                each(() =>
                    Buffer.from(
                        hex(64, "code", JSON.stringify(inputs.code ?? null)),
                        "hex",
                    ).toString("base64"),
                ),
            ephemeralStorage: inputs.ephemeralStorage ?? { size: 512 },
            invokeArn: invoke(arn),
            lastModified: each(() => new Date().toISOString()),
            loggingConfig: inputs.loggingConfig ?? {
                logFormat: "Text",
                logGroup: text`/aws/lambda/${str(inputs, "name")}`,
            },
            qualifiedArn: qualified,
            qualifiedInvokeArn: invoke(qualified),
            responseStreamingInvokeArn: text`arn:aws:apigateway:${region}:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations`,
            signingJobArn: "",
            signingProfileVersionArn: "",
            sourceCodeHash: inputs.sourceCodeHash ?? "",
            sourceCodeSize: each(() => 1024),
            tracingConfig: inputs.tracingConfig ?? { mode: "PassThrough" },
            version,
        };
    },
    names: ({ outputs }) => [str(outputs, "qualifiedArn")],
});

const ofFunction = (property: string) =>
    refer([property], functionToken, "ResourceNotFoundException", "Function not found: %", {
        http: 404,
        owner: true,
    });

export const lambdaAlias = awsType({
    of: lambdaAliasFields,
    operation: "Lambda: CreateAlias",
    name: nameOf(/^(?!\d+$)[\w-]{1,128}$/, "1 to 128 letters, digits and - _, not a number"),
    taken: { code: "ResourceConflictException", says: "Alias already exists: %" },
    references: [ofFunction("functionName")],
    check: (inputs) => {
        const weights = inputs.routingConfig;
        const own = str(inputs, "functionVersion");
        const given =
            isObject(weights) && isObject(weights.additionalVersionWeights)
                ? weights.additionalVersionWeights
                : {};
        return [
            ...(isUnknown(own) || /^(\$LATEST|\d+)$/.test(own)
                ? []
                : [{ property: "functionVersion", reason: `"${own}" must be a version` }]),
            ...(own === "$LATEST" && Object.keys(given).length > 0
                ? [{ property: "routingConfig", reason: "$LATEST cannot share traffic" }]
                : []),
            ...Object.entries(given).flatMap(([version, weight]) =>
                typeof weight === "number" && (weight < 0 || weight > 1)
                    ? [
                          {
                              property: `routingConfig.additionalVersionWeights["${version}"]`,
                              reason: `${weight} must be 0 to 1`,
                          },
                      ]
                    : [],
            ),
        ];
    },
    id: ({ region, accountId, inputs, name }) => {
        const of = str(inputs, "functionName");
        const last = isUnknown(of) ? of : (of.split(":").pop() ?? "");
        return text`arn:aws:lambda:${region}:${accountId}:function:${last}:${name}`;
    },
    arn: ({ id }) => id,
    outputs: ({ region, id }) => ({
        invokeArn: text`arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${id}/invocations`,
    }),
    beforeWrite: (write) => {
        const found = referred(write, [ofFunction("functionName")])[0]?.target;
        const [wanted, latest] = [
            Number(str(write.inputs, "functionVersion")),
            Number(str(found?.outputs, "version")),
        ];
        if (Number.isInteger(wanted) && (Number.isNaN(latest) || wanted > latest)) {
            const message = `Function not found: ${str(found?.outputs, "arn")}:${wanted}`;
            throw awsError(404, "Lambda: CreateAlias", "ResourceNotFoundException", message);
        }
    },
});

export const lambdaPermission = awsType({
    of: lambdaPermissionFields,
    operation: "Lambda: AddPermission",
    within: "function",
    taken: {
        of: "statementId",
        code: "ResourceConflictException",
        says: "The statement id (%) provided already exists.",
    },
    references: [ofFunction("function")],
    check: (inputs) => atMostOne(inputs, ["statementId", "statementIdPrefix"]),
    id: ({ inputs, once, store }) =>
        str(inputs, "statementId") ||
        once(
            "statementId",
            () =>
                `${str(inputs, "statementIdPrefix") || "terraform-"}${hex(26, "statement", String(store.next("aws", 0, 1)))}`,
        ),
    outputs: ({ id, inputs }) => ({
        statementId: id,
        statementIdPrefix: inputs.statementIdPrefix ?? "",
    }),
});

export const codeSigningConfig = awsType({
    of: codeSigningConfigFields,
    operation: "Lambda: CreateCodeSigningConfig",
    references: [
        refer(
            ["allowedPublishers", "signingProfileVersionArns", "*"],
            profileVersionToken,
            invalid,
            "The signing profile version % does not exist",
        ),
    ],
    id: ({ region, accountId, once, store }) =>
        once(
            "id",
            () =>
                `arn:aws:lambda:${region}:${accountId}:code-signing-config:csc-${hex(17, "signing", String(store.next("aws", 0, 1)))}`,
        ),
    arn: ({ id }) => id,
    outputs: ({ id, inputs, each }) => ({
        configId: isUnknown(id) ? id : (id.split(":").pop() ?? ""),
        lastModified: each(() => new Date().toISOString()),
        policies: inputs.policies ?? { untrustedArtifactOnDeployment: "Warn" },
    }),
    held: {
        by: [functionToken],
        operation: "Lambda: DeleteCodeSigningConfig",
        code: "ResourceConflictException",
        says: "The code signing configuration % is in use",
    },
});
