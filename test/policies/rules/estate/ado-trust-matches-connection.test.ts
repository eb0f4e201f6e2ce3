import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoTrustMatchesConnection } from "../../../../policies/rules/estate/ado-trust-matches-connection";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import { devOpsToken } from "../../../support/devOpsCases";
import { credential } from "../../../support/estateCases";

const organization = "22222222-3333-4444-5555-666666666666";
const id = "33333333-4444-4555-8666-777777777777";
const entra = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";
const old = `https://vstoken.dev.azure.com/${organization}`;
const byId = `/eid1/c/pub/t/abc_-1/a/def_-2/sc/${organization}/${id}`;
const byName = "sc://acme/Shop/production";

function connection(props: PropertyTree = {}, more: Partial<StackResource> = {}): StackResource {
    return {
        name: "connection",
        type: devOpsToken("ServiceEndpointAzureRM"),
        props: {
            serviceEndpointName: "production",
            projectId: "shop",
            workloadIdentityFederationSubject: UNKNOWN,
            ...props,
        },
        ...more,
    };
}

const trust = (issuer: string, subject: string) => credential({ issuer, subject });
const project = { name: "shop", type: devOpsToken("Project"), props: { name: "Shop" } };

/** A credential made of outputs of connections. */
function joined(...names: string[]): StackResource {
    return credential(
        { issuer: entra, subject: UNKNOWN },
        { propertyDependencies: { subject: names } },
    );
}

describeStackRule(adoTrustMatchesConnection, {
    denied: [
        {
            name: "a connection that nobody makes, where the settings list those of others",
            resources: [trust(old, byName)],
            config: { external: ["acme/Shop/staging"] },
            findings: ["subject"],
        },
        {
            name: "a connection that nobody makes, by its id",
            resources: [trust(entra, byId)],
            config: { external: ["acme/Shop/staging"] },
            findings: ["subject"],
        },
        {
            name: "a connection that another stack may make",
            resources: [trust(old, byName)],
            findings: ["subject"],
            advisory: true,
        },
        {
            name: "a connection that another stack may make, by its id",
            resources: [trust(entra, byId), connection()],
            findings: ["subject"],
            advisory: true,
        },
        {
            name: "another connection than the stack makes",
            resources: [trust(old, byName), connection({ serviceEndpointName: "staging" })],
            findings: ["subject"],
        },
        {
            name: "a connection of that name in another project",
            resources: [
                trust(old, byName),
                { ...project, props: { name: "Bank" } },
                connection({}, { propertyDependencies: { projectId: ["shop"] } }),
            ],
            findings: ["subject"],
        },
        {
            name: "the issuer of another connection than the subject's",
            resources: [
                credential(
                    { issuer: UNKNOWN, subject: UNKNOWN },
                    { propertyDependencies: { subject: ["connection"], issuer: ["other"] } },
                ),
                connection(),
                { ...connection(), name: "other" },
            ],
            findings: ["issuer"],
        },
    ],
    allowed: [
        {
            name: "what a connection of the stack says",
            resources: [joined("connection"), connection()],
        },
        {
            name: "what a connection of the stack said when it was made",
            resources: [
                trust(entra, byId),
                connection({ workloadIdentityFederationSubject: byId }),
            ],
        },
        {
            name: "a connection of the stack by its id",
            resources: [trust(entra, byId), connection({ id })],
        },
        {
            name: "a connection of the stack by its name, in its project",
            resources: [
                trust(old, byName),
                project,
                connection({}, { propertyDependencies: { projectId: ["shop"] } }),
            ],
        },
        {
            name: "connections that the settings vouch for",
            resources: [trust(old, byName), { ...trust(entra, byId), name: "two" }],
            config: { external: ["Acme/shop/Production", id.toUpperCase()] },
        },
        { name: "trust in GitHub", resources: [credential()] },
        {
            name: "trust in something else that Entra signs for",
            resources: [trust(entra, "0aa0a0aa-0000-4000-8000-00000000000a")],
        },
    ],
    undecidable: [
        {
            name: "a subject that is not known yet, of an issuer of connections",
            resources: [credential({ issuer: old, subject: UNKNOWN })],
            production: false,
        },
        {
            name: "neither subject nor issuer known, and nothing they come from",
            resources: [credential({ issuer: UNKNOWN, subject: UNKNOWN })],
            production: false,
        },
        {
            name: "a subject that comes from two connections",
            resources: [
                credential(
                    { issuer: entra, subject: UNKNOWN, resourceName: "id-shop-production" },
                    { propertyDependencies: { subject: ["connection", "other"] } },
                ),
                connection(),
                { ...connection(), name: "other" },
            ],
            production: true,
        },
        {
            name: "a connection whose name is not known yet",
            resources: [trust(old, byName), connection({ serviceEndpointName: UNKNOWN })],
            production: false,
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    ],
});
