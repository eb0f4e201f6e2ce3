import { ConnectionIndex, trustedConnectionTypes } from "../../../model/connectionIndex";
import { allowed, conclude, denied, type Verdict } from "../../../model/finding";
import { is, known, type Known } from "../../../model/known";
import { azureDevOpsIssuer, issuerFits, oidcFacts } from "../../../model/oidcFacts";
import type { Resource, Stack } from "../../../model/resource";
import { parseSubject } from "../../../model/subjects";
import {
    federatedCredential,
    federatedCredentialTypes,
} from "../../../model/views/federatedCredential";
import { planned } from "../../../model/environmentIndex";
import { defineStackRule, type JudgeContext } from "../../lib/defineRule";
import { isElsewhere } from "../../lib/elsewhere";
import { isProduction, productionSettings } from "../../lib/production";
import { texts } from "../../lib/settings";

const settings = {
    ...productionSettings,
    external: texts(
        "Service connections that another stack manages: as organization/project/connection, or their ids.",
        [],
    ),
};

/**
 * Stops trust in a service connection that nobody here guards: one that was deleted leaves its name to
 * whoever makes the next, and one that was mistyped has no checks. The subject has to come from a
 * connection of the stack, or to name one.
 *
 * Another stack, or somebody by hand, may have made the connection: of one that is like none of this
 * stack there is only a warning, until `external` lists those of others.
 *
 * Blind spot: roles of AWS, which know connections by name only; connections of other stacks are believed.
 */
export const adoTrustMatchesConnection = defineStackRule({
    id: "ado-trust-matches-connection",
    code: "S03",
    title: "Trust in a service connection is trust in one the stack makes",
    attack:
        "A credential names a service connection that does not exist, or no longer does. Whoever may make " +
        "connections in the project makes it, without any check, and signs in as the identity.",
    blindSpot:
        "Connections of other stacks are believed as the settings list them, and only warned of while the settings list none. Says nothing of roles of AWS.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "take the subject from the connection's output workloadIdentityFederationSubject (AzureServiceConnection does), or list the connection in external",
        code: `issuer: connection.workloadIdentityFederationIssuer,
subject: connection.workloadIdentityFederationSubject`,
    },
    controls: ["owasp:cicd-sec-2", "ncsc:1", "mcsb:IM-3"],
    tags: ["azure-devops", "identity", "oidc"],
    types: federatedCredentialTypes,
    settings,
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666",
    subject: "sc://acme/Shop/a-connection-of-nobody",
    // …
});`,
        allowed: `const connection = new ServiceEndpointAzureRM("production", { /* … */ });
new FederatedIdentityCredential("deploy", {
    issuer: connection.workloadIdentityFederationIssuer,
    subject: connection.workloadIdentityFederationSubject,
    // …
});`,
    },
    judge(stack, context) {
        const inputsOf = (urn: string) => context.declarationOf(urn);
        const index = new ConnectionIndex(stack, inputsOf);
        return stack.ofType(...federatedCredentialTypes).map((resource) => ({
            urn: resource.urn,
            verdict: judgeCredential(planned(resource, inputsOf(resource.urn)), {
                stack,
                context,
                index,
            }),
        }));
    },
});

interface Scene {
    readonly stack: Stack;
    readonly context: JudgeContext<typeof settings>;
    readonly index: ConnectionIndex;
}

function judgeCredential(resource: Resource, scene: Scene): Verdict {
    const { issuer, subject, identity } = federatedCredential(resource);
    const production = is(isProduction(identity, scene.context), true);
    if (subject.state === "unknown") return judgeSources(resource, issuer, scene, production);
    return subject.state === "known" ? judgeSubject(subject.value, scene, production) : allowed;
}

/** While the subject is not known: whether issuer and subject come from one connection. */
function judgeSources(
    resource: Resource,
    issuer: Known<string>,
    { stack }: Scene,
    production: boolean,
): Verdict {
    const [subjects, issuers] = ["subject", "issuer"].map((property) =>
        stack.sourcesOf(resource, property, ...trustedConnectionTypes).map(({ urn }) => urn),
    );
    const [own, ...others] = subjects ?? [];
    if (own === undefined) {
        if (issuers?.length === 0 && issuer.state === "unknown") {
            return conclude([], ["issuer", "subject"], production);
        }
        const ofConnections = issuer.state === "known" && signsForConnections(issuer.value);
        return ofConnections ? conclude([], ["subject"], production) : allowed;
    }
    if (others.length > 0) return conclude([], ["subject"], production);
    const apart = issuers?.length === 1 && issuers[0] !== own;
    return apart
        ? denied({
              property: "issuer",
              seen: known(`of ${issuers[0]?.split("::").at(-1) ?? ""}`),
              wanted: `the issuer of ${own.split("::").at(-1) ?? ""}, whose subject is trusted`,
          })
        : allowed;
}

/** Azure DevOps itself, or Entra, which signs for others as well. */
function signsForConnections(issuer: string): boolean {
    const entra = oidcFacts.issuers.filter((form) => form.startsWith("https://login."));
    return issuerFits(issuer, [azureDevOpsIssuer, ...entra]);
}

function judgeSubject(text: string, { context, index }: Scene, production: boolean): Verdict {
    const subject = parseSubject(text);
    if (subject.kind !== "connection" && subject.kind !== "entra") return allowed;
    const named =
        subject.kind === "entra"
            ? subject.connectionId
            : `${subject.organization}/${subject.project}/${subject.connection}`;
    const lookup = index.find(subject);
    if (isElsewhere(context.config.external)(named) || lookup === "found") return allowed;
    if (lookup === "undecided") return conclude([], ["connections of the stack"], production);
    const ownOnly = context.config.external.length > 0 || index.hasAlike(subject);
    return denied({
        ...(ownOnly ? {} : { advisory: true }),
        id: `connection ${named}`,
        property: "subject",
        seen: known(text),
        wanted: "the subject of a service connection of this stack, or of one in external",
    });
}
