import { allowed, conclude, undecidable } from "../../../model/finding";
import { is, map } from "../../../model/known";
import {
    awsConnectionType,
    devOpsConnection,
    genericConnectionType,
} from "../../../model/views/devOpsConnection";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops service connections to AWS that hold an access key. Without one they have to present the token
 * of a job, or they sign in with whatever the agent's machine may do.
 *
 * Blind spot: what the role they take on trusts besides.
 */
export const adoScAwsOidc = defineRule({
    id: "ado-sc-aws-oidc",
    code: "J02",
    title: "Service connections to AWS present the job's token, and hold no key",
    attack:
        "A service connection keeps an access key of AWS. A step that runs with it, or whoever administers " +
        "it, takes the key away and uses it from anywhere, until somebody changes it.",
    blindSpot: "Does not see what else the role trusts, nor connections that were made by hand.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set useOidc with roleToAssume, and give no key (AwsServiceConnection does)",
        code: `useOidc: true,
roleToAssume: role.arn`,
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "mcsb:IM-3"],
    tags: ["azure-devops", "aws", "identity", "oidc"],
    types: [awsConnectionType, genericConnectionType],
    settings: {},
    examples: {
        denied: `new ServiceEndpointAws("images", {
    projectId: project.id,
    serviceEndpointName: "images",
    accessKeyId: keyId,
    secretAccessKey: key,
});`,
        allowed: `new ServiceEndpointAws("images", {
    projectId: project.id,
    serviceEndpointName: "images",
    useOidc: true,
    roleToAssume: role.arn,
});`,
    },
    judge(resource) {
        const { kind, usesTokens, secrets } = devOpsConnection(resource);
        const generic = resource.type === genericConnectionType;
        if (generic && kind.state === "unknown") return undecidable(["type"]);
        if (generic && !is(kind, "aws")) return allowed;
        const tokens = generic ? "authorizationParameters.useOIDC" : "useOidc";
        const held = secrets.filter(({ value }) => value.state === "known");
        return conclude(
            [
                ...(is(usesTokens, false)
                    ? [{ property: tokens, seen: usesTokens, wanted: "true" }]
                    : []),
                ...held.map(({ path, value }) => ({
                    property: path,
                    seen: map(value, () => "a key"),
                    wanted: "nothing",
                })),
            ],
            [
                ...(usesTokens.state === "unknown" ? [tokens] : []),
                ...secrets.filter(({ value }) => value.state === "unknown").map(({ path }) => path),
            ],
        );
    },
});
