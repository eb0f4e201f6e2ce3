import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import { guid } from "../identifiers";
import type { Shaping, Write } from "../resourceType";
import { defaulting, fixed, matching, object, oneOf, required, secret, text } from "../shape";
import { hasUnknown, isUnknown, items, part, str, UNKNOWN, type Values } from "../values";
import { endpoint } from "./endpointBase";
import { filled, no } from "./fields";
import {
    formOfNewConnections,
    namedFederation,
    opaqueFederation,
    type Federation,
} from "./federation";
import { findProject } from "./organization";

const schemeName = "serviceEndpointAuthenticationScheme";
const schemeField = fixed(
    defaulting(
        oneOf("WorkloadIdentityFederation", "ManagedServiceIdentity", "ServicePrincipal"),
        "ServicePrincipal",
    ),
);

function schemeOf(inputs: Values): string {
    return str(inputs, schemeName) || "ServicePrincipal";
}

/** source: terraform-provider-azuredevops 1.16, resource_serviceendpoint_azurerm.go; date: 2026-11-21 */
const clouds: Readonly<Record<string, string>> = {
    AzureCloud: "https://management.azure.com/",
    AzureChinaCloud: "https://management.chinacloudapi.cn/",
    AzureUSGovernment: "https://management.usgovcloudapi.net/",
    AzureGermanCloud: "https://management.microsoftazure.de",
    AzureStack: "",
};

export const azureEndpoint = endpoint(
    "ServiceEndpointAzureRM",
    {
        azurermManagementGroupId: text,
        azurermManagementGroupName: text,
        azurermSpnTenantid: required(text),
        azurermSubscriptionId: text,
        azurermSubscriptionName: text,
        credentials: object({
            serviceprincipalcertificate: secret(filled),
            serviceprincipalid: required(filled),
            serviceprincipalkey: secret(filled),
        }),
        environment: fixed(defaulting(oneOf(...Object.keys(clouds)), "AzureCloud")),
        features: object({ validate: no }),
        resourceGroup: fixed(text),
        serverUrl: fixed(matching(/^https?:\/\/[^/]+/, "an http or https address")),
        [schemeName]: schemeField,
    },
    {
        scheme: schemeOf,
        // The provider takes the tenant from its environment where the program names none.
        complete: (inputs) => {
            const tenant = process.env.ARM_TENANT_ID ?? "";
            return tenant === "" ? inputs : { azurermSpnTenantid: tenant, ...inputs };
        },
        check: checkAzure,
        outputs: (shaping) => {
            const { inputs } = shaping;
            const address = clouds[str(inputs, "environment") || "AzureCloud"] ?? UNKNOWN;
            return {
                ...federationOutputs(shaping),
                serverUrl: str(inputs, "serverUrl") || address,
                servicePrincipalId: principalOf(shaping),
            };
        },
        beforeCreate: (write) => validate(write, undefined),
        beforeUpdate: (change) => {
            const { outputs } = change.old;
            validate(change, {
                issuer: str(outputs, "workloadIdentityFederationIssuer"),
                subject: str(outputs, "workloadIdentityFederationSubject"),
            });
        },
    },
);

/** Without credentials the service makes the application itself, in the tenant. */
function principalOf({ inputs, once, scope, id }: Shaping): string {
    if (schemeOf(inputs) === "ManagedServiceIdentity") {
        return "";
    }
    return (
        str(inputs, "credentials", "serviceprincipalid") ||
        (hasUnknown(inputs.credentials)
            ? UNKNOWN
            : once("servicePrincipalId", () => guid("azure devops application", scope.owner, id)))
    );
}

/**
 * Issuer and subject come out of the connection: a federated credential that trusts it can only be
 * written afterwards. The form is settled at creation, as the service settles it.
 */
function federationOutputs(shaping: Shaping): Values {
    const { inputs, scope, store, id, old } = shaping;
    const scheme = schemeOf(inputs);
    if (scheme !== "WorkloadIdentityFederation" && !isUnknown(scheme)) {
        return { workloadIdentityFederationIssuer: "", workloadIdentityFederationSubject: "" };
    }
    const before = str(old?.outputs, "workloadIdentityFederationIssuer");
    const named =
        old === undefined ? formOfNewConnections() === "azureDevOps" : before.includes("vstoken");
    const project = str(inputs, "projectId");
    const projectName = str(findProject(store, scope.owner, project)?.inputs, "name") || UNKNOWN;
    const made = named
        ? namedFederation(scope.owner, projectName, str(inputs, "serviceEndpointName"))
        : opaqueFederation(scope.owner, str(inputs, "azurermSpnTenantid"), id);
    const known = isUnknown(scheme) ? { issuer: UNKNOWN, subject: UNKNOWN } : made;
    return {
        workloadIdentityFederationIssuer: known.issuer,
        workloadIdentityFederationSubject: known.subject,
    };
}

/**
 * With `features.validate` the service signs in at once. A new connection fails: nothing can trust
 * it yet. One that stands needs a credential with exactly its issuer and subject.
 */
function validate({ inputs, store }: Write, standing: Federation | undefined): void {
    const scheme = schemeOf(inputs);
    if (inputs.features === undefined || part(inputs, "features").validate !== true) {
        return;
    }
    if (scheme !== "WorkloadIdentityFederation") {
        return;
    }
    const client = str(inputs, "credentials", "serviceprincipalid");
    const identities = store
        .list("azure-native:managedidentity:UserAssignedIdentity")
        .filter(({ outputs }) => str(outputs, "clientId") === client);
    const trusted = identities
        .flatMap(({ id }) => store.under(id))
        .some(
            (one) =>
                str(one.inputs, "issuer") === standing?.issuer &&
                str(one.inputs, "subject") === standing.subject &&
                items(one.inputs, "audiences").includes("api://AzureADTokenExchange"),
        );
    if (!trusted) {
        const message = `Failed to query service connection API: AADSTS70025: The client '${client}' has no configured federated identity credentials that match this connection. Leave features.validate off until the credential stands.`;
        throw azureDevOpsError(400, message);
    }
}

function checkAzure(inputs: Values): Failure[] {
    const failures: Failure[] = [];
    const fail = (property: string, reason: string) => failures.push({ property, reason });
    const given = (name: string) => inputs[name] !== undefined;
    const groups = ["azurermManagementGroupId", "azurermManagementGroupName"];
    const [groupId = "", groupName = ""] = groups;
    if (!["azurermSubscriptionId", "azurermSubscriptionName", ...groups].some(given)) {
        fail(
            "azurermSubscriptionId",
            "give subscription id and name, or management group id and name",
        );
    }
    if (given(groupId) !== given(groupName)) {
        fail(given(groupId) ? groupName : groupId, "a management group needs id and name");
    }
    for (const name of groups.filter(given)) {
        for (const other of ["azurermSubscriptionId", "resourceGroup"].filter(given)) {
            fail(name, `conflicts with ${other}`);
        }
    }
    if (given("resourceGroup") && given("credentials")) {
        fail("resourceGroup", "conflicts with credentials");
    }
    const secrets = ["serviceprincipalkey", "serviceprincipalcertificate"];
    const held = secrets.filter((name) => part(inputs, "credentials")[name] !== undefined);
    if (held.length > 1) {
        fail(
            "credentials.serviceprincipalkey",
            "conflicts with credentials.serviceprincipalcertificate",
        );
    }
    if (str(inputs, "environment") === "AzureStack" && !given("serverUrl")) {
        fail("serverUrl", "missing: AzureStack has no address of its own");
    }
    return failures;
}

/** A registry's connection: the service makes the application and its role itself. */
export const registryEndpoint = endpoint(
    "ServiceEndpointAzureEcr",
    {
        azurecrName: required(fixed(filled)),
        azurecrSpnTenantid: required(filled),
        azurecrSubscriptionId: required(fixed(filled)),
        azurecrSubscriptionName: required(fixed(filled)),
        credentials: object({ serviceprincipalid: required(fixed(filled)) }),
        resourceGroup: fixed(text),
        [schemeName]: schemeField,
    },
    {
        scheme: schemeOf,
        check: (inputs) => {
            const scheme = schemeOf(inputs);
            if (scheme === "ManagedServiceIdentity") {
                return [
                    { property: schemeName, reason: "ManagedServiceIdentity is not supported" },
                ];
            }
            return scheme === "ServicePrincipal" && inputs.credentials !== undefined
                ? [{ property: "credentials", reason: "only with WorkloadIdentityFederation" }]
                : [];
        },
        outputs: (shaping) => {
            const principal = principalOf(shaping);
            const made = (what: string) =>
                shaping.once(what, () =>
                    guid("azure devops", what, shaping.scope.owner, shaping.id),
                );
            return {
                ...federationOutputs({
                    ...shaping,
                    inputs: {
                        ...shaping.inputs,
                        azurermSpnTenantid: shaping.inputs.azurecrSpnTenantid ?? UNKNOWN,
                    },
                }),
                appObjectId: made("appObjectId"),
                azSpnRoleAssignmentId: made("azSpnRoleAssignmentId"),
                azSpnRolePermissions: "",
                servicePrincipalId: principal,
                spnObjectId: made("spnObjectId"),
            };
        },
    },
);
