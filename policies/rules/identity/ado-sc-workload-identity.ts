import { conclude, type Finding } from "../../../model/finding";
import { map, readText } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import {
    azureConnectionTypes,
    devOpsConnection,
    genericConnectionType,
} from "../../../model/views/devOpsConnection";
import { defineRule } from "../../lib/defineRule";

const federation = "WorkloadIdentityFederation";

/**
 * Stops service connections to Azure that hold a secret, or that are whatever identity an agent has. The
 * provider makes the former when nothing is said.
 *
 * Blind spot: secrets the identity has beside the connection.
 */
export const adoScWorkloadIdentity = defineRule({
    id: "ado-sc-workload-identity",
    code: "J01",
    title: "Service connections to Azure sign in by workload identity, without a secret",
    attack:
        "A service connection keeps a client secret for years. A step that runs with it, or whoever " +
        "administers it, takes the secret away and signs in from anywhere, past every check.",
    blindSpot:
        "Does not see secrets that the identity has beside the connection, nor connections that were made by hand.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set serviceEndpointAuthenticationScheme to WorkloadIdentityFederation and give no key (AzureServiceConnection does)",
        code: `serviceEndpointAuthenticationScheme: "${federation}",
credentials: { serviceprincipalid: identity.clientId }`,
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-3"],
    tags: ["azure-devops", "azure", "identity", "oidc"],
    types: [...azureConnectionTypes, genericConnectionType],
    settings: {},
    examples: {
        denied: `new ServiceEndpointAzureRM("production", {
    projectId: project.id,
    serviceEndpointName: "production",
    credentials: { serviceprincipalid: clientId, serviceprincipalkey: clientSecret },
    // …
});`,
        allowed: `new ServiceEndpointAzureRM("production", {
    projectId: project.id,
    serviceEndpointName: "production",
    serviceEndpointAuthenticationScheme: "${federation}",
    credentials: { serviceprincipalid: identity.clientId },
    // …
});`,
    },
    judge(resource) {
        if (resource.type === genericConnectionType && !isToAzure(resource)) return conclude([]);
        const { scheme, secrets } = devOpsConnection(resource);
        const generic = resource.type === genericConnectionType;
        const property = generic ? "authorizationScheme" : "serviceEndpointAuthenticationScheme";
        const other = scheme.state === "known" && scheme.value !== federation;
        // What a generic connection is given is its identity's name, too: the scheme tells.
        const given = generic ? [] : secrets;
        return conclude(
            [
                ...(other || scheme.state === "absent"
                    ? [{ property, seen: scheme, wanted: federation }]
                    : []),
                ...given
                    .filter(({ value }) => value.state === "known")
                    .map(({ path, value }): Finding => {
                        const seen = map(value, () => "a secret");
                        return { property: path, seen, wanted: "nothing" };
                    }),
            ],
            [
                ...(scheme.state === "unknown" ? [property] : []),
                ...given.filter(({ value }) => value.state === "unknown").map(({ path }) => path),
            ],
        );
    },
});

/** A kind that is not known yet may be any; another rule judges what such a connection holds. */
function isToAzure({ props }: Resource): boolean {
    const kind = readText(props, "type");
    return kind.state === "known" && /^azurerm$/i.test(kind.value);
}
