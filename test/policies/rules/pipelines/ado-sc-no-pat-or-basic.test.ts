import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoScNoPatOrBasic } from "../../../../policies/rules/pipelines/ado-sc-no-pat-or-basic";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function connection(type: string, props: PropertyTree): Judged {
    return {
        type: devOpsToken(type),
        props: { projectId: "shop", serviceEndpointName: "source", ...props },
    };
}

const token = { personalAccessToken: "hush" };

describeRule(adoScNoPatOrBasic, {
    denied: [
        {
            name: "somebody's token of GitHub",
            ...connection("ServiceEndpointGitHub", { authPersonal: token }),
            findings: ["authPersonal.personalAccessToken"],
        },
        {
            name: "somebody's token of an enterprise's GitHub",
            ...connection("ServiceEndpointGitHubEnterprise", { authPersonal: token }),
            findings: ["authPersonal.personalAccessToken"],
        },
        {
            name: "somebody's token of GitHub, of a connection whose kind a property names",
            ...connection("ServiceendpointGenericV2", {
                type: "GitHub",
                authorizationScheme: "PersonalAccessToken",
                authorizationParameters: { accessToken: "hush" },
            }),
            findings: ["authorizationParameters"],
        },
        {
            name: "what GitHub's OAuth gave",
            ...connection("ServiceendpointGenericV2", {
                type: "github",
                authorizationScheme: "OAuth",
                authorizationParameters: { accessToken: "hush" },
            }),
            findings: ["authorizationParameters"],
            advisory: true,
        },
        {
            name: "a password",
            ...connection("ServiceEndpointGeneric", { username: "me", password: "hush" }),
            findings: ["password"],
            advisory: true,
        },
        {
            name: "a token of a registry",
            ...connection("ServiceEndpointNpm", { accessToken: "hush" }),
            findings: ["accessToken"],
            advisory: true,
        },
        {
            name: "a key and its password",
            ...connection("ServiceEndpointSsh", { password: "hush", privateKey: "hush" }),
            findings: ["password", "privateKey"],
            advisory: true,
        },
        {
            name: "parameters of a connection of any kind",
            ...connection("ServiceendpointGenericV2", {
                authorizationScheme: "Token",
                authorizationParameters: { apitoken: "hush" },
            }),
            findings: ["authorizationParameters"],
            advisory: true,
        },
    ],
    allowed: [
        {
            name: "GitHub by OAuth",
            ...connection("ServiceEndpointGitHub", { authOauth: { oauthConfigurationId: "1" } }),
        },
        {
            name: "an address that asks for nothing",
            ...connection("ServiceEndpointGeneric", { serverUrl: "https://x.test", password: "" }),
        },
        {
            name: "keys of AWS, which another rule judges",
            ...connection("ServiceendpointGenericV2", {
                type: "AWS",
                authorizationScheme: "UsernamePassword",
                authorizationParameters: { username: "key-id", password: "hush" },
            }),
        },
        {
            name: "a connection of any kind without a secret",
            ...connection("ServiceendpointGenericV2", {
                authorizationScheme: "WorkloadIdentityFederation",
                authorizationParameters: { serviceprincipalid: "me" },
            }),
        },
    ],
    undecidable: [
        {
            name: "a token that is not known yet",
            ...connection("ServiceEndpointGitHub", {
                authPersonal: { personalAccessToken: UNKNOWN },
            }),
        },
    ],
    tokens: ["azuredevops:index:ServiceEndpointGitHub"],
});
