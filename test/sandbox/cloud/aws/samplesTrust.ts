import type { Sample } from "../everything";
import { account, arn, deployArn, policy } from "./support";

/** Certificates, packages and sites. */
export const trustSamples: readonly Sample[] = [
    {
        type: "aws:acm/certificate:Certificate",
        inputs: { domainName: "acme.example", validationMethod: "DNS" },
        id: /:certificate\/[0-9a-f-]{36}$/,
        later: ["arn", "domainValidationOptions"],
        update: { tags: { a: "b" } },
        replace: { domainName: "other.example" },
    },
    {
        type: "aws:acmpca/certificateAuthority:CertificateAuthority",
        inputs: {
            type: "ROOT",
            certificateAuthorityConfiguration: {
                keyAlgorithm: "EC_secp384r1",
                signingAlgorithm: "SHA384WITHECDSA",
                subject: { commonName: "acme" },
            },
        },
        id: /:certificate-authority\/[0-9a-f-]{36}$/,
        later: ["certificateSigningRequest"],
        update: { enabled: false },
        replace: { type: "SUBORDINATE" },
    },
    {
        type: "aws:acmpca/certificate:Certificate",
        inputs: {
            certificateAuthorityArn: "{aws:acmpca/certificateAuthority:CertificateAuthority}",
            certificateSigningRequest: "pem",
            signingAlgorithm: "SHA384WITHECDSA",
            validity: { type: "DAYS", value: "5" },
        },
        id: /\/certificate\/[0-9a-f]{32}$/,
        later: ["certificate"],
        replace: { certificateSigningRequest: "other" },
    },
    {
        type: "aws:acmpca/permission:Permission",
        inputs: {
            certificateAuthorityArn: "{aws:acmpca/certificateAuthority:CertificateAuthority}",
            principal: "acm.amazonaws.com",
            actions: ["IssueCertificate"],
        },
        id: "{aws:acmpca/certificateAuthority:CertificateAuthority},acm.amazonaws.com,123456789012",
        replace: { actions: ["GetCertificate"] },
    },
    {
        type: "aws:acmpca/policy:Policy",
        inputs: {
            resourceArn: "{aws:acmpca/certificateAuthority:CertificateAuthority}",
            policy: policy({
                Effect: "Allow",
                Principal: { AWS: account },
                Action: "acm-pca:IssueCertificate",
                Resource: "*",
            }),
        },
        id: "{aws:acmpca/certificateAuthority:CertificateAuthority}",
        replace: { resourceArn: "other" },
    },
    {
        type: "aws:rolesanywhere/trustAnchor:TrustAnchor",
        inputs: {
            name: "machines",
            source: {
                sourceType: "AWS_ACM_PCA",
                sourceData: { acmPcaArn: "{aws:acmpca/certificateAuthority:CertificateAuthority}" },
            },
        },
        id: /^[0-9a-f-]{36}$/,
        later: ["arn"],
        update: { enabled: false },
    },
    {
        type: "aws:rolesanywhere/profile:Profile",
        inputs: { name: "machines", roleArns: [deployArn], enabled: true },
        id: /^[0-9a-f-]{36}$/,
        later: ["arn"],
        update: { durationSeconds: 900 },
    },
    {
        type: "aws:codeartifact/domain:Domain",
        inputs: { domain: "acme" },
        id: arn("codeartifact", "domain/acme"),
        later: ["createdTime"],
        update: { tags: { a: "b" } },
        replace: { domain: "other" },
    },
    {
        type: "aws:codeartifact/repository:Repository",
        inputs: {
            domain: "acme",
            repository: "npm",
            externalConnections: { externalConnectionName: "public:npmjs" },
        },
        id: arn("codeartifact", "repository/acme/npm"),
        update: { description: "x" },
        replace: { repository: "other" },
    },
    {
        type: "aws:codeartifact/domainPermissions:DomainPermissions",
        inputs: {
            domain: "acme",
            policyDocument: policy({
                Effect: "Allow",
                Principal: { AWS: account },
                Action: "codeartifact:CreateRepository",
                Resource: "*",
            }),
        },
        id: arn("codeartifact", "domain/acme"),
        later: ["policyRevision"],
        replace: { domain: "other" },
    },
    {
        type: "aws:cloudfront/originAccessControl:OriginAccessControl",
        inputs: {
            name: "site",
            originAccessControlOriginType: "s3",
            signingBehavior: "always",
            signingProtocol: "sigv4",
        },
        id: /^E[0-9A-F]{13}$/,
        later: ["etag"],
        update: { signingBehavior: "never" },
    },
    {
        type: "aws:cloudfront/distribution:Distribution",
        inputs: {
            enabled: true,
            origins: [
                {
                    originId: "site",
                    domainName: "acme-state.s3.eu-west-1.amazonaws.com",
                    originAccessControlId:
                        "{aws:cloudfront/originAccessControl:OriginAccessControl}",
                },
            ],
            defaultCacheBehavior: {
                targetOriginId: "site",
                viewerProtocolPolicy: "redirect-to-https",
                allowedMethods: ["GET", "HEAD"],
                cachedMethods: ["GET", "HEAD"],
            },
            restrictions: { geoRestriction: { restrictionType: "none" } },
            viewerCertificate: { cloudfrontDefaultCertificate: true },
        },
        id: /^E[0-9A-F]{13}$/,
        later: ["domainName"],
        update: { comment: "x" },
        replace: { staging: true },
    },
    {
        type: "aws:imagebuilder/imagePipeline:ImagePipeline",
        inputs: {
            name: "runner",
            imageRecipeArn: "arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/runner/1.0.0",
            infrastructureConfigurationArn:
                "arn:aws:imagebuilder:eu-west-1:123456789012:infrastructure-configuration/runner",
        },
        id: arn("imagebuilder", "image-pipeline/runner"),
        later: ["dateCreated"],
        update: { status: "DISABLED" },
        replace: { name: "other" },
    },
];
