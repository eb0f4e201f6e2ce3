import { conclude, type Judgement } from "../../../model/finding";
import { is, known, map, read, type Known } from "../../../model/known";
import type { Provider } from "../../../model/resource";
import { defineStackRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Settings of a provider that are credentials which do not end by themselves.
 *
 * source: configuration reference of each provider, from memory; date: 2026-11-21
 */
const credentials: Readonly<Record<string, readonly string[]>> = {
    "pulumi:providers:aws": ["accessKey", "secretKey"],
    "pulumi:providers:aws-native": ["accessKey", "secretKey"],
    "pulumi:providers:azure": ["clientSecret", "clientCertificatePassword"],
    "pulumi:providers:azure-native": ["clientSecret", "clientCertificatePassword"],
    "pulumi:providers:azuread": ["clientSecret", "clientCertificatePassword"],
    "pulumi:providers:azuredevops": ["personalAccessToken", "clientSecret"],
    "pulumi:providers:github": ["token"],
};

export const providerNoStaticCredentials = defineStackRule({
    id: "provider-no-static-credentials",
    code: "A16",
    title: "Providers sign in with what ends by itself",
    attack: "A key in the configuration of a stack goes wherever that goes: into state, into copies of the repository, onto every laptop that runs a preview. It opens the cloud with the rights of the whole deployment, for as long as nobody turns it off.",
    blindSpot:
        "Sees the configuration of providers, not the environment they run in: a key in a variable of the pipeline passes, but for GITHUB_TOKEN, which the SDK copies into a provider that the program makes. Does not see what a token that begins like an installation's may do.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "let the pipeline sign in by OIDC, and GitHub's provider as an app (appAuth) or by an installation's token, and remove the setting, or for GitHub a personal token in GITHUB_TOKEN",
        code: 'new azure.Provider("estate", { useOidc: true, clientId, tenantId, subscriptionId });',
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-3"],
    tags: ["identity", "providers"],
    types: "any",
    settings: {
        bootstrap: texts(
            "Names of providers that may have one, for the first deployment of an estate.",
            [],
        ),
    },
    examples: {
        denied: 'new aws.Provider("estate", { accessKey, secretKey });',
        allowed:
            'new aws.Provider("estate", { assumeRoleWithWebIdentity: { roleArn, webIdentityTokenFile } });',
    },
    judge(stack, { config }) {
        const providers = new Map<string, Provider>();
        for (const { provider } of stack.resources) {
            if (provider) providers.set(provider.urn, provider);
        }
        return [...providers.values()]
            .filter(({ name }) => !config.bootstrap.includes(name))
            .map(judgeProvider);
    },
});

/**
 * What a GitHub App's installation or a job signs in with: the provider takes it from the environment
 * as well, and it ends within a day. No other provider knows such a token. source: GitHub Docs, "About authentication to GitHub", token
 * formats, from memory; date: 2026-11-21
 */
function isShortLived(value: unknown): boolean {
    return typeof value === "string" && value.startsWith("ghs_");
}

const gitHub = "pulumi:providers:github";

function judgeProvider({ type, urn, props }: Provider): Judgement {
    const readings = (credentials[type] ?? []).map((path) => ({
        path,
        // The value is a secret: that it is set, and of which kind, is all that matters.
        isSet: map(
            read(props, path),
            (value) => value !== "" && !(type === gitHub && isShortLived(value)),
        ),
    }));
    const withState = (wanted: (isSet: Known<boolean>) => boolean) =>
        readings.filter(({ isSet }) => wanted(isSet)).map(({ path }) => path);
    const findings = withState((isSet) => is(isSet, true)).map((property) => ({
        property,
        seen: known("set"),
        wanted: "nothing",
    }));
    return {
        urn,
        verdict: conclude(
            findings,
            withState(({ state }) => state === "unknown"),
        ),
    };
}
