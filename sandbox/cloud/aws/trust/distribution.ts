import type { Failure } from "../../check";
import { hex } from "../../identifiers";
import { isUnknown, items, str, text } from "../../values";
import { awsType } from "../awsType";
import { distributionFields } from "../fields/distribution";
import { imagePipelineFields, originAccessControlFields } from "../fields/trustMore";
import { nameOf, type Making } from "../naming";
import { refer } from "../references";

const controlToken = "aws:cloudfront/originAccessControl:OriginAccessControl";
const distributionToken = "aws:cloudfront/distribution:Distribution";

/** Ids of CloudFront: "E" and thirteen capital letters and digits. */
const cloudFrontId = ({ once, store }: Making) =>
    once("id", () => `E${hex(13, "cloudfront", String(store.next("aws", 0, 1))).toUpperCase()}`);

export const originAccessControl = awsType({
    of: originAccessControlFields,
    operation: "CloudFront: CreateOriginAccessControl",
    name: nameOf(/^[^]{1,64}$/, "1 to 64 characters"),
    id: cloudFrontId,
    arn: ({ accountId, id }) => text`arn:aws:cloudfront::${accountId}:origin-access-control/${id}`,
    outputs: ({ inputs, each, id }) => ({
        description: inputs.description ?? "Managed by Pulumi",
        etag: each(() => hex(14, "etag", id, JSON.stringify(inputs)).toUpperCase()),
    }),
    held: {
        by: [distributionToken],
        operation: "CloudFront: DeleteOriginAccessControl",
        code: "OriginAccessControlInUse",
        says: "Cannot delete the origin access control because it's in use by one or more resources.",
    },
});

export const distribution = awsType({
    of: distributionFields,
    operation: "CloudFront: CreateDistribution",
    defaults: {
        httpVersion: "http2",
        priceClass: "PriceClass_All",
        retainOnDelete: false,
        staging: false,
        waitForDeployment: true,
    },
    references: [
        refer(
            ["origins", "*", "originAccessControlId"],
            controlToken,
            "NoSuchOriginAccessControl",
            "The origin access control % does not exist.",
            { http: 404 },
        ),
    ],
    check: (inputs): Failure[] => {
        const ids = items(inputs, "origins").map((_, i) => str(inputs, "origins", i, "originId"));
        const target = str(inputs, "defaultCacheBehavior", "targetOriginId");
        const isKnown =
            ids.length > 0 && ![target, ...ids].some((id) => id === "" || isUnknown(id));
        return isKnown && !ids.includes(target) && inputs.originGroups === undefined
            ? [
                  {
                      property: "defaultCacheBehavior.targetOriginId",
                      reason: `"${target}" is no origin of this distribution`,
                  },
              ]
            : [];
    },
    id: cloudFrontId,
    arn: ({ accountId, id }) => text`arn:aws:cloudfront::${accountId}:distribution/${id}`,
    outputs: ({ inputs, id, each, once }) => ({
        callerReference: once("callerReference", () => `terraform-${hex(26, "caller", id)}`),
        continuousDeploymentPolicyId: inputs.continuousDeploymentPolicyId ?? "",
        domainName: once("domainName", () => `d${hex(13, "domain", id)}.cloudfront.net`),
        etag: each(() => hex(14, "etag", id, JSON.stringify(inputs)).toUpperCase()),
        // CloudFront's own zone. source: Route 53 API reference, AliasTarget; date: 2026-11-21
        hostedZoneId: "Z2FDTNDATAQYW2",
        inProgressValidationBatches: 0,
        lastModifiedTime: each(() => new Date().toISOString()),
        loggingV1Enabled: inputs.loggingConfig !== undefined,
        status: "Deployed",
        trustedKeyGroups: [{ enabled: false, items: [] }],
        trustedSigners: [{ enabled: false, items: [] }],
    }),
});

export const imagePipeline = awsType({
    of: imagePipelineFields,
    operation: "imagebuilder: CreateImagePipeline",
    name: nameOf(/^[A-Za-z0-9][\w -]{1,127}$/, "2 to 128 letters, digits, spaces and - _"),
    taken: {
        http: 400,
        code: "ResourceAlreadyExistsException",
        says: "Image pipeline % already exists",
    },
    defaults: { enhancedImageMetadataEnabled: true, status: "ENABLED" },
    check: (inputs) => {
        const given = ["containerRecipeArn", "imageRecipeArn"].filter(
            (name) => inputs[name] !== undefined,
        );
        return given.length === 1
            ? []
            : [
                  {
                      property: given[1] ?? "imageRecipeArn",
                      reason: "exactly one of containerRecipeArn, imageRecipeArn must be given",
                  },
              ];
    },
    id: ({ region, accountId, name }) =>
        text`arn:aws:imagebuilder:${region}:${accountId}:image-pipeline/${name}`,
    arn: ({ id }) => id,
    outputs: ({ inputs, once, each }) => ({
        dateCreated: once("dateCreated", () => new Date().toISOString()),
        dateLastRun: "",
        dateNextRun: "",
        dateUpdated: each(() => new Date().toISOString()),
        imageScanningConfiguration: inputs.imageScanningConfiguration ?? {
            imageScanningEnabled: false,
        },
        imageTestsConfiguration: inputs.imageTestsConfiguration ?? {
            imageTestsEnabled: true,
            timeoutMinutes: 720,
        },
        platform: "Linux",
    }),
});
