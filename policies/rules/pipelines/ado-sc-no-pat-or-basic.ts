import { allowed, conclude, type Finding } from "../../../model/finding";
import { is, known } from "../../../model/known";
import {
    awsConnectionType,
    azureConnectionTypes,
    connectionTypes,
    devOpsConnection,
    genericConnectionType,
} from "../../../model/views/devOpsConnection";
import { defineRule } from "../../lib/defineRule";

const otherRules: readonly string[] = [...azureConnectionTypes, awsConnectionType];

/** GitHub has an App for connections, and knows no other that needs nobody's own token. */
const github = /:ServiceEndpointGitHub(Enterprise)?$/;

/**
 * Stops somebody's own token of GitHub in a service connection, and warns of passwords and tokens in
 * connections of other kinds, many of which know nothing else.
 *
 * A connection that uses GitHub's App cannot be made by the provider, only taken over: import it.
 *
 * Blind spot: how long a token lasts and what it may do.
 */
export const adoScNoPatOrBasic = defineRule({
    id: "ado-sc-no-pat-or-basic",
    code: "J03",
    title: "Service connections hold nobody's own token",
    attack:
        "A service connection holds the personal token of somebody who may push everywhere. A step that " +
        "runs with it prints the token, which goes on working after its owner has left.",
    blindSpot:
        "Does not see how long a token lasts nor what it may do. Kinds of connection other than GitHub's are " +
        "only warned of: many know nothing but a password or a token.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "import a connection that uses GitHub's App, or sign in by OAuth; elsewhere give the token an end and few rights, and an exemption until then",
        code: 'authOauth: { oauthConfigurationId: "11111111-2222-3333-4444-555555555555" }',
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-8"],
    tags: ["azure-devops", "pipeline", "secret"],
    types: connectionTypes.filter((type) => !otherRules.includes(type)),
    settings: {},
    examples: {
        denied: `new ServiceEndpointGitHub("github", {
    projectId: project.id,
    serviceEndpointName: "github",
    authPersonal: { personalAccessToken: token },
});`,
        allowed: `new ServiceEndpointGitHub("github", {
    projectId: project.id,
    serviceEndpointName: "github",
    authOauth: { oauthConfigurationId: configuration },
});`,
    },
    judge(resource) {
        const { kind, scheme, secrets } = devOpsConnection(resource);
        const generic = resource.type === genericConnectionType;
        if (is(kind, "aws")) return allowed;
        if (generic && scheme.state === "known" && withoutSecret.test(scheme.value)) {
            return conclude([]);
        }
        // What GitHub's OAuth gave is kept as well, and is nobody's own token.
        const ownToken = scheme.state === "known" && !/^oauth/i.test(scheme.value);
        const toGitHub = kind.state === "known" && /^github(enterprise)?$/.test(kind.value);
        const advisory = !(github.test(resource.type) || (toGitHub && ownToken));
        return conclude(
            secrets
                .filter(({ value }) => value.state === "known")
                .map(({ path }): Finding => {
                    return {
                        property: path,
                        seen: known("a secret that the connection keeps"),
                        wanted: "a way in without one, or one that ends soon",
                        ...(advisory ? { advisory } : {}),
                    };
                }),
            secrets.filter(({ value }) => value.state === "unknown").map(({ path }) => path),
        );
    },
});

const withoutSecret =
    /^(WorkloadIdentityFederation|ManagedServiceIdentity|None|InstallationToken)$/i;
