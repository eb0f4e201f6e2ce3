import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, list, map, matching, object, required, secret, text } from "../shape";
import { isUnknown, part, str, texts, UNKNOWN, type Values } from "../values";
import { devOpsType, token } from "./devOpsType";
import { description, endpoint, endpointParts } from "./endpointBase";
import { filled, no, projectId, uuid } from "./fields";
import { requireProject } from "./organization";

function conflict(inputs: Values, property: string, others: readonly string[]): Failure[] {
    return others
        .filter((other) => inputs[property] !== undefined && inputs[other] !== undefined)
        .map((other) => ({ property, reason: `conflicts with ${other}` }));
}

function together(inputs: Values, names: readonly [string, string]): Failure[] {
    const missing = names.filter((name) => inputs[name] === undefined);
    const [property = ""] = missing;
    return missing.length === 1
        ? [{ property, reason: `missing: ${names.join(" and ")} belong together` }]
        : [];
}

/** Workload identity: no key at all, the toolkit presents a token signed by Azure DevOps. */
export const awsEndpoint = endpoint(
    "ServiceEndpointAws",
    {
        accessKeyId: text,
        externalId: text,
        roleSessionName: text,
        roleToAssume: text,
        secretAccessKey: secret(text),
        sessionToken: secret(text),
        useOidc: no,
    },
    {
        scheme: () => "UsernamePassword",
        needs: requireToolkit,
        check: (inputs) => together(inputs, ["accessKeyId", "secretAccessKey"]),
    },
);

/** The kind `aws` comes with the AWS toolkit: an organisation without it does not know it. */
function requireToolkit({ store, scope }: Write): void {
    const id = "AmazonWebServices/aws-vsts-tools";
    const toolkit = store.find(token("Extension"), id, scope.owner);
    if (toolkit === undefined || toolkit.outputs.disabled === true) {
        const message = `Unable to find service endpoint type 'aws' using authentication scheme 'UsernamePassword': the extension ${id} is not installed.`;
        throw azureDevOpsError(404, message);
    }
}

export const githubEndpoint = endpoint(
    "ServiceEndpointGitHub",
    {
        authOauth: object({ oauthConfigurationId: required(text) }),
        authPersonal: object({ personalAccessToken: required(secret(filled)) }),
    },
    {
        scheme: (inputs) => {
            const given = (name: string) => inputs[name] !== undefined;
            const personal = given("authPersonal") ? "PersonalAccessToken" : "InstallationToken";
            return given("authOauth") ? "OAuth" : personal;
        },
        check: (inputs) => [
            ...conflict(inputs, "authOauth", ["authPersonal"]),
            // The connection of a GitHub App is made in a browser; it can only be imported.
            ...(inputs.authOauth === undefined && inputs.authPersonal === undefined
                ? [
                      {
                          property: "authPersonal",
                          reason: "give authPersonal or authOauth; a GitHub App's connection cannot be created, only imported",
                      },
                  ]
                : []),
        ],
    },
);

export const genericEndpoint = endpoint(
    "ServiceEndpointGeneric",
    { password: secret(text), serverUrl: required(filled), username: text },
    { scheme: () => "UsernamePassword" },
);

/** Kinds of connection an organisation has without any extension, and how each authenticates. */
const kinds: Readonly<Record<string, readonly string[]>> = {
    aws: ["UsernamePassword"],
    azurerm: ["ServicePrincipal", "ManagedServiceIdentity", "WorkloadIdentityFederation"],
    bitbucket: ["OAuth", "UsernamePassword"],
    dockerregistry: ["UsernamePassword", "ServicePrincipal", "WorkloadIdentityFederation"],
    externalnpmregistry: ["Token", "UsernamePassword"],
    externalnugetfeed: ["Token", "UsernamePassword", "None"],
    generic: ["UsernamePassword"],
    git: ["UsernamePassword"],
    github: ["PersonalAccessToken", "OAuth", "InstallationToken", "Token"],
    jenkins: ["UsernamePassword"],
    kubernetes: ["Kubernetes", "Token", "None"],
    ssh: ["UsernamePassword"],
};

export const genericV2Endpoint = devOpsType("ServiceendpointGenericV2", {
    ...endpointParts("name"),
    autoname: true,
    inputs: {
        authorizationParameters: secret(map(text)),
        authorizationScheme: required(fixed(filled)),
        description,
        name: filled,
        parameters: map(text),
        projectId,
        serverUrl: required({
            ...matching(/^https?:\/\/[^/]+/, "an http or https address"),
            same: (a, b) => a.replace(/\/$/, "") === b.replace(/\/$/, ""),
        }),
        sharedProjectIds: list(uuid),
        type: required(fixed(filled)),
    },
    check: (inputs) => {
        const [type, scheme] = [str(inputs, "type"), str(inputs, "authorizationScheme")];
        const known = kinds[type];
        if (isUnknown(type)) {
            return [];
        }
        if (known === undefined) {
            const reason = `service endpoint type '${type}' is not available; available here: ${Object.keys(kinds).join(", ")}`;
            return [{ property: "type", reason }];
        }
        const reason = `service endpoint type '${type}' does not support authentication scheme '${scheme}'. Supported schemes: ${known.join(", ")}`;
        return isUnknown(scheme) || known.includes(scheme)
            ? []
            : [{ property: "authorizationScheme", reason }];
    },
    outputs: ({ inputs }) => ({
        parameters: isUnknown(inputs.parameters) ? UNKNOWN : part(inputs, "parameters"),
    }),
    needs: (write) => {
        const { inputs, store, scope } = write;
        if (inputs.type === "aws") {
            requireToolkit(write);
        }
        for (const id of texts(inputs, "sharedProjectIds")) {
            requireProject(store, scope.owner, id);
        }
    },
});
