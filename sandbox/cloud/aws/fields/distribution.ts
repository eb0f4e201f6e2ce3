import { fixed, flag, list, number, object, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const distributionFields: TypeFields = {
    token: "aws:cloudfront/distribution:Distribution",
    global: true,
    tagged: true,
    fields: {
        aliases: list(text),
        anycastIpListId: text,
        cacheTagConfig: object({ headerName: required(text) }),
        comment: text,
        connectionFunctionAssociation: object({ id: required(text) }),
        continuousDeploymentPolicyId: text,
        customErrorResponses: list(
            object({
                errorCachingMinTtl: number,
                errorCode: required(number),
                responseCode: number,
                responsePagePath: text,
            }),
        ),
        defaultCacheBehavior: required(
            object({
                allowedMethods: required(list(text)),
                cachePolicyId: text,
                cachedMethods: required(list(text)),
                compress: flag,
                defaultTtl: number,
                fieldLevelEncryptionId: text,
                forwardedValues: object({
                    cookies: required(
                        object({ forward: required(text), whitelistedNames: list(text) }),
                    ),
                    headers: list(text),
                    queryString: required(flag),
                    queryStringCacheKeys: list(text),
                }),
                functionAssociations: list(
                    object({ eventType: required(text), functionArn: required(text) }),
                ),
                grpcConfig: object({ enabled: flag }),
                lambdaFunctionAssociations: list(
                    object({
                        eventType: required(text),
                        includeBody: flag,
                        lambdaArn: required(text),
                    }),
                ),
                maxTtl: number,
                minTtl: number,
                originRequestPolicyId: text,
                realtimeLogConfigArn: text,
                responseHeadersPolicyId: text,
                smoothStreaming: flag,
                targetOriginId: required(text),
                trustedKeyGroups: list(text),
                trustedSigners: list(text),
                viewerProtocolPolicy: required(text),
            }),
        ),
        defaultRootObject: text,
        enabled: required(flag),
        httpVersion: text,
        isIpv6Enabled: flag,
        loggingConfig: object({ bucket: text, includeCookies: flag, prefix: text }),
        orderedCacheBehaviors: list(
            object({
                allowedMethods: required(list(text)),
                cachePolicyId: text,
                cachedMethods: required(list(text)),
                compress: flag,
                defaultTtl: number,
                fieldLevelEncryptionId: text,
                forwardedValues: object({
                    cookies: required(
                        object({ forward: required(text), whitelistedNames: list(text) }),
                    ),
                    headers: list(text),
                    queryString: required(flag),
                    queryStringCacheKeys: list(text),
                }),
                functionAssociations: list(
                    object({ eventType: required(text), functionArn: required(text) }),
                ),
                grpcConfig: object({ enabled: flag }),
                lambdaFunctionAssociations: list(
                    object({
                        eventType: required(text),
                        includeBody: flag,
                        lambdaArn: required(text),
                    }),
                ),
                maxTtl: number,
                minTtl: number,
                originRequestPolicyId: text,
                pathPattern: required(text),
                realtimeLogConfigArn: text,
                responseHeadersPolicyId: text,
                smoothStreaming: flag,
                targetOriginId: required(text),
                trustedKeyGroups: list(text),
                trustedSigners: list(text),
                viewerProtocolPolicy: required(text),
            }),
        ),
        originGroups: list(
            object({
                failoverCriteria: required(object({ statusCodes: required(list(number)) })),
                members: required(list(object({ originId: required(text) }))),
                originId: required(text),
            }),
        ),
        origins: required(
            list(
                object({
                    connectionAttempts: number,
                    connectionTimeout: number,
                    customHeaders: list(object({ name: required(text), value: required(text) })),
                    customOriginConfig: object({
                        httpPort: required(number),
                        httpsPort: required(number),
                        ipAddressType: text,
                        originKeepaliveTimeout: number,
                        originMtlsConfig: object({ clientCertificateArn: required(text) }),
                        originProtocolPolicy: required(text),
                        originReadTimeout: number,
                        originSslProtocols: required(list(text)),
                    }),
                    domainName: required(text),
                    originAccessControlId: text,
                    originId: required(text),
                    originPath: text,
                    originShield: object({ enabled: required(flag), originShieldRegion: text }),
                    responseCompletionTimeout: number,
                    s3OriginConfig: object({ originAccessIdentity: required(text) }),
                    vpcOriginConfig: object({
                        originKeepaliveTimeout: number,
                        originReadTimeout: number,
                        ownerAccountId: text,
                        vpcOriginId: required(text),
                    }),
                }),
            ),
        ),
        priceClass: text,
        restrictions: required(
            object({
                geoRestriction: required(
                    object({ locations: list(text), restrictionType: required(text) }),
                ),
            }),
        ),
        retainOnDelete: flag,
        staging: fixed(flag),
        viewerCertificate: required(
            object({
                acmCertificateArn: text,
                cloudfrontDefaultCertificate: flag,
                iamCertificateId: text,
                minimumProtocolVersion: text,
                sslSupportMethod: text,
            }),
        ),
        viewerMtlsConfig: object({
            mode: text,
            trustStoreConfig: object({
                advertiseTrustStoreCaNames: flag,
                ignoreCertificateExpiry: flag,
                trustStoreId: required(text),
            }),
        }),
        waitForDeployment: flag,
        webAclId: text,
    },
};
