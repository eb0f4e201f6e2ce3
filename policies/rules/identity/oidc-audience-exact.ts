import { conclude, type Finding } from "../../../model/finding";
import { map, type Known } from "../../../model/known";
import type { Reading } from "../../../model/reading";
import { isGitHubIssuer, oidcFacts } from "../../../model/oidcFacts";
import type { Resource } from "../../../model/resource";
import { oidcProvider, oidcProviderTypes } from "../../../model/views/oidcProvider";
import { trustsOf, trustTypes } from "../../../model/views/trust";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Stops the replay of tokens made for somebody else: a job hands a token for service X to service
 * X, and whoever runs X presents it to the cloud.
 *
 * Blind spot: whether other jobs of the same repository ask for tokens with this audience.
 */
export const oidcAudienceExact = defineRule({
    id: "oidc-audience-exact",
    code: "B02",
    title: "Trust asks for exactly the cloud's own token audience",
    attack:
        "A pipeline gives a token to a third party, for example a scanner. If an identity accepts that " +
        "token's audience, the third party logs in to the cloud with it.",
    blindSpot: "Does not see which audiences the jobs of the pipeline ask tokens for.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "give exactly one audience: the cloud's own",
        code: 'audiences: ["api://AzureADTokenExchange"]',
    },
    controls: ["owasp:cicd-sec-2", "mcsb:IM-4"],
    tags: ["identity", "oidc"],
    types: [...trustTypes, ...oidcProviderTypes],
    settings: {
        azureAudiences: texts("Audiences of tokens for Azure, by cloud.", oidcFacts.azureAudiences),
        awsAudiences: texts("Audiences of tokens for AWS, by partition.", oidcFacts.awsAudiences),
    },
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme/web:environment:production",
    audiences: ["https://github.com/acme"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
        allowed: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme@101/web@202:environment:production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
    },
    judge(resource, { config }) {
        const findings: Finding[] = [];
        const undecided: string[] = [];
        const { demands, unknown } = demandsOf(resource);
        for (const { path, audiences, cloud } of demands) {
            const accepted = acceptedBy(cloud, config);
            if (audiences.state === "unknown") undecided.push(path);
            else findings.push(...problems(path, audiences, accepted));
            if (audiences.state === "known") {
                undecided.push(...audiences.value.filter(isUnknown).map((one) => one.path));
            }
        }
        return conclude(findings, [...undecided, ...unknown]);
    },
});

type Cloud = "azure" | "aws" | "either";

interface Demand {
    readonly path: string;
    readonly audiences: Known<readonly Reading<string>[]>;
    readonly cloud: Cloud;
}

function demandsOf(resource: Resource): { demands: Demand[]; unknown: readonly string[] } {
    if (oidcProviderTypes.some((type) => type === resource.type)) {
        const { clientIds, clientIdProperty: path, url } = oidcProvider(resource);
        const audiences = map(clientIds, (ids) =>
            ids.map((value, i) => ({ path: `${path}[${i}]`, value })),
        );
        return { demands: [{ path, audiences, cloud: awsAudienceOf(url) }], unknown: [] };
    }
    const { trusts, unknown } = trustsOf(resource);
    const demands = trusts.map(({ cloud, audiences, audiencePath, issuer }) => ({
        path: audiencePath,
        audiences,
        cloud: cloud === "azure" ? cloud : awsAudienceOf(issuer),
    }));
    return { demands, unknown };
}

/** Azure DevOps gives its tokens Azure's audience, for AWS too. */
function awsAudienceOf(issuer: Known<string>): Cloud {
    if (issuer.state !== "known") return "either";
    if (isGitHubIssuer(issuer.value)) return "aws";
    return /^https:\/\/(vstoken\.dev\.azure|login\.microsoftonline)\./.test(issuer.value)
        ? "azure"
        : "either";
}

interface Accepted {
    readonly azureAudiences: readonly string[];
    readonly awsAudiences: readonly string[];
}

function acceptedBy(cloud: Cloud, { azureAudiences, awsAudiences }: Accepted): readonly string[] {
    if (cloud === "either") return [...awsAudiences, ...azureAudiences];
    return cloud === "azure" ? azureAudiences : awsAudiences;
}

function isUnknown({ value }: Reading<string>): boolean {
    return value.state === "unknown";
}

function problems(
    path: string,
    audiences: Known<readonly Reading<string>[]>,
    accepted: readonly string[],
): Finding[] {
    const wanted = `exactly one of ${accepted.join(", ")}`;
    const listed = audiences.state === "known" ? audiences.value : [];
    const wrong = listed.filter(
        ({ value }) =>
            value.state === "absent" ||
            (value.state === "known" && !accepted.includes(value.value)),
    );
    if (wrong.length > 0) {
        return wrong.map((one) => ({
            id: `audience ${one.value.state === "known" ? one.value.value : "missing"}`,
            property: one.path,
            seen: one.value,
            wanted,
        }));
    }
    if (listed.length === 1) return [];
    const seen = map(audiences, (list) => `${list.length} audiences`);
    return [{ id: "one audience", property: path, seen, wanted }];
}
