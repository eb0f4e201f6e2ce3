import { providerNoStaticCredentials } from "../../../../policies/rules/identity/provider-no-static-credentials";
import { exemption, testRule, unknownValue, type CaseResource } from "../../../support/ruleCases";

const served = (type: string, providerProps: Record<string, unknown>): CaseResource => ({
    type,
    props: {},
    providerProps,
});
const bucket = "aws:s3/bucket:Bucket";
const repository = "github:index/repository:Repository";
const secret = "wJalrXUtnFEMI";

testRule(providerNoStaticCredentials, {
    denied: [
        {
            title: "a token of GitHub",
            resources: [served(repository, { owner: "acme", token: secret })],
            says: ["property  token", "seen      (not shown"],
            hides: [secret],
        },
        {
            title: "a key of AWS, once for all that it serves",
            resources: [
                served(bucket, { region: "eu-west-1", accessKey: "AKIA", secretKey: secret }),
                { ...served(bucket, { accessKey: "AKIA", secretKey: secret }), name: "two" },
            ],
            answers: 2,
            hides: [secret],
        },
        {
            title: "a secret of Azure beside a key that is not known",
            resources: [
                served("azure-native:keyvault:Vault", {
                    clientSecret: secret,
                    clientCertificatePassword: unknownValue,
                }),
            ],
            hides: [secret],
        },
        {
            title: "a secret of Entra",
            resources: [served("azuread:index/application:Application", { clientSecret: secret })],
            hides: [secret],
        },
        {
            title: "a key that begins like a token of GitHub",
            resources: [served(bucket, { secretKey: `ghs_${secret}` })],
            hides: [secret],
        },
        {
            title: "a token of Azure DevOps",
            resources: [served("azuredevops:index/git:Git", { personalAccessToken: secret })],
            hides: [secret],
        },
    ],
    allowed: [
        {
            title: "a provider that takes a role",
            resources: [served(bucket, { region: "eu-west-1", accessKey: "" })],
        },
        {
            title: "a token that a job of GitHub Actions was given",
            resources: [
                served(repository, { owner: "acme", token: "ghs_16C7e42F292c6912E7710c8" }),
            ],
        },
        { title: "no provider", resources: [{ type: bucket, props: {} }] },
        {
            title: "a provider of something else",
            resources: [served("random:index/randomId:RandomId", { token: "x" })],
        },
        {
            title: "a provider that begins an estate",
            resources: [served(bucket, { accessKey: "AKIA" })],
            config: { bootstrap: ["default"] },
        },
    ],
    undecidable: [
        {
            title: "a key that is not known yet",
            resources: [served(bucket, { secretKey: unknownValue })],
        },
    ],
    exempt: [
        {
            title: "a provider with a dated exemption",
            resources: [served(repository, { token: secret })],
            config: { exemptions: [exemption({ resource: "default" })] },
            hides: [secret],
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            resources: [served("azure-native:keyvault/v20230701:Vault", { clientSecret: secret })],
        },
    ],
});
