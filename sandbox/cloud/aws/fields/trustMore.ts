import { fixed, flag, integer, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const trustAnchorFields: TypeFields = {
    token: "aws:rolesanywhere/trustAnchor:TrustAnchor",
    global: true,
    tagged: true,
    fields: {
        enabled: flag,
        name: text,
        notificationSettings: list(
            object({
                channel: text,
                configuredBy: text,
                enabled: flag,
                event: text,
                threshold: number,
            }),
        ),
        source: required(
            object({
                sourceData: required(object({ acmPcaArn: text, x509CertificateData: text })),
                sourceType: required(
                    oneOf("AWS_ACM_PCA", "CERTIFICATE_BUNDLE", "SELF_SIGNED_REPOSITORY"),
                ),
            }),
        ),
    },
};

export const profileFields: TypeFields = {
    token: "aws:rolesanywhere/profile:Profile",
    global: true,
    tagged: true,
    fields: {
        acceptRoleSessionName: flag,
        durationSeconds: integer(900, 43200),
        enabled: flag,
        managedPolicyArns: list(text),
        name: text,
        requireInstanceProperties: flag,
        roleArns: list(text),
        sessionPolicy: text,
    },
};

export const domainFields: TypeFields = {
    token: "aws:codeartifact/domain:Domain",
    tagged: true,
    fields: { domain: required(fixed(text)), encryptionKey: fixed(text) },
};

export const codeartifactRepositoryFields: TypeFields = {
    token: "aws:codeartifact/repository:Repository",
    tagged: true,
    fields: {
        description: text,
        domain: required(fixed(text)),
        domainOwner: fixed(text),
        externalConnections: object({
            externalConnectionName: required(text),
            packageFormat: text,
            status: text,
        }),
        repository: required(fixed(text)),
        upstreams: list(object({ repositoryName: required(text) })),
    },
};

export const domainPermissionsFields: TypeFields = {
    token: "aws:codeartifact/domainPermissions:DomainPermissions",
    fields: {
        domain: required(fixed(text)),
        domainOwner: fixed(text),
        policyDocument: document,
        policyRevision: text,
    },
};

export const originAccessControlFields: TypeFields = {
    token: "aws:cloudfront/originAccessControl:OriginAccessControl",
    global: true,
    fields: {
        description: text,
        name: text,
        originAccessControlOriginType: required(
            oneOf("s3", "mediastore", "mediapackagev2", "lambda"),
        ),
        signingBehavior: required(oneOf("always", "never", "no-override")),
        signingProtocol: required(oneOf("sigv4")),
    },
};

export const imagePipelineFields: TypeFields = {
    token: "aws:imagebuilder/imagePipeline:ImagePipeline",
    tagged: true,
    fields: {
        containerRecipeArn: text,
        description: text,
        distributionConfigurationArn: text,
        enhancedImageMetadataEnabled: flag,
        executionRole: text,
        imageRecipeArn: text,
        imageScanningConfiguration: object({
            ecrConfiguration: object({ containerTags: list(text), repositoryName: text }),
            imageScanningEnabled: flag,
        }),
        imageTestsConfiguration: object({ imageTestsEnabled: flag, timeoutMinutes: number }),
        infrastructureConfigurationArn: required(text),
        loggingConfiguration: object({ imageLogGroupName: text, pipelineLogGroupName: text }),
        name: fixed(text),
        schedule: object({
            pipelineExecutionStartCondition: text,
            scheduleExpression: required(text),
            timezone: text,
        }),
        status: oneOf("ENABLED", "DISABLED"),
        workflows: list(
            object({
                onFailure: text,
                parallelGroup: text,
                parameters: list(object({ name: required(text), value: required(text) })),
                workflowArn: required(text),
            }),
        ),
    },
};
