import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoScWorkloadIdentity } from "../../../../policies/rules/identity/ado-sc-workload-identity";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const federated = { serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation" };

function connection(props: PropertyTree, type = "ServiceEndpointAzureRM"): Judged {
    return {
        type: devOpsToken(type),
        props: { projectId: "shop", serviceEndpointName: "production", ...props },
    };
}

function generic(props: PropertyTree): Judged {
    return connection({ type: "azurerm", ...props }, "ServiceendpointGenericV2");
}

const scheme = "serviceEndpointAuthenticationScheme";

describeRule(adoScWorkloadIdentity, {
    denied: [
        {
            name: "a service principal, which is the default",
            ...connection({}),
            findings: [scheme],
        },
        {
            name: "whatever identity the agent has",
            ...connection({ [scheme]: "ManagedServiceIdentity" }),
            findings: [scheme],
        },
        {
            name: "a key beside the federation",
            ...connection({
                ...federated,
                credentials: { serviceprincipalid: "me", serviceprincipalkey: "hush" },
            }),
            findings: ["credentials.serviceprincipalkey"],
        },
        {
            name: "a service principal with a certificate",
            ...connection({
                [scheme]: "ServicePrincipal",
                credentials: { serviceprincipalid: "me", serviceprincipalcertificate: "hush" },
            }),
            findings: ["credentials.serviceprincipalcertificate", scheme],
        },
        {
            name: "a registry reached with a secret",
            ...connection({}, "ServiceEndpointAzureEcr"),
            findings: [scheme],
        },
        {
            name: "a generic connection to Azure with a secret",
            ...generic({ authorizationScheme: "ServicePrincipal" }),
            findings: ["authorizationScheme"],
        },
    ],
    allowed: [
        {
            name: "workload identity",
            ...connection({ ...federated, credentials: { serviceprincipalid: UNKNOWN } }),
        },
        {
            name: "a registry by workload identity",
            ...connection(federated, "ServiceEndpointAzureEcr"),
        },
        {
            name: "a generic connection by workload identity",
            ...generic({
                authorizationScheme: "WorkloadIdentityFederation",
                authorizationParameters: { serviceprincipalid: "me" },
            }),
        },
        {
            name: "a generic connection to something else",
            ...generic({ type: "sonarqube", authorizationScheme: "Token" }),
        },
    ],
    undecidable: [
        { name: "a scheme that is not known yet", ...connection({ [scheme]: UNKNOWN }) },
        {
            name: "a key that is not known yet",
            ...connection({ ...federated, credentials: { serviceprincipalkey: UNKNOWN } }),
        },
    ],
    tokens: ["azuredevops:index:ServiceEndpointAzureRM"],
});
