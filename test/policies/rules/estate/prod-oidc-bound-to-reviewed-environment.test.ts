import { UNKNOWN } from "../../../../model/known";
import { prodOidcBoundToReviewedEnvironment } from "../../../../policies/rules/estate/prod-oidc-bound-to-reviewed-environment";
import { describeStackRule } from "../../../support/describeStackRule";
import { deploymentPolicyType, environmentType } from "../../../support/environmentCases";
import { credential, environment } from "../../../support/estateCases";

const gateFindings = [
    "gate.canAdminsBypass",
    "gate.deploymentBranchPolicy",
    "gate.preventSelfReview",
    "gate.reviewers",
];

describeStackRule(prodOidcBoundToReviewedEnvironment, {
    denied: [
        {
            name: "an environment that does not exist",
            resources: [credential()],
            findings: ["subject"],
            says: "open door",
        },
        {
            name: "an environment under another name, and says which the stack protects",
            resources: [credential(), environment({ environment: "prod" })],
            findings: ["subject"],
            says: "protects prod instead",
        },
        {
            name: "an environment of another repository",
            resources: [credential(), environment({ repository: "api" })],
            findings: ["subject"],
            says: "open door",
        },
        {
            name: "an environment without any gate, each lack by itself",
            resources: [
                credential(),
                {
                    name: "gate",
                    type: environmentType,
                    props: { repository: "web", environment: "production" },
                },
            ],
            findings: gateFindings,
        },
        {
            name: "an environment without reviewers",
            resources: [credential(), environment({ reviewers: [] })],
            findings: ["gate.reviewers"],
        },
        {
            name: "self-review",
            resources: [credential(), environment({ preventSelfReview: false })],
            findings: ["gate.preventSelfReview"],
        },
        {
            name: "admin bypass",
            resources: [credential(), environment({ canAdminsBypass: null })],
            findings: ["gate.canAdminsBypass"],
        },
        {
            name: "deployments from every branch",
            resources: [credential(), environment({ deploymentBranchPolicy: null })],
            findings: ["gate.deploymentBranchPolicy"],
        },
        {
            name: "deployments from every branch by pattern",
            resources: [
                credential(),
                environment(),
                {
                    name: "any",
                    type: deploymentPolicyType,
                    props: { repository: "web", environment: "production", branchPattern: "*" },
                },
            ],
            findings: ["gate.branchPattern"],
        },
        {
            name: "any environment of a stack tagged as production",
            resources: [credential({ subject: "repo:acme/web:environment:blue" })],
            stackTags: { "gatehouse:tier": "production" },
            findings: ["subject"],
        },
        {
            name: "a gate that is known to be weak although another part is unknown",
            resources: [credential(), environment({ reviewers: UNKNOWN, canAdminsBypass: true })],
            findings: ["gate.canAdminsBypass"],
        },
    ],
    allowed: [
        { name: "a reviewed environment", resources: [credential(), environment()] },
        {
            name: "a reviewed environment whatever the case of its names",
            resources: [
                credential(),
                environment({ repository: "Web", environment: "Production" }),
            ],
        },
        {
            name: "a reviewed environment whose teams are not known yet",
            resources: [credential(), environment({ reviewers: [{ teams: [UNKNOWN] }] })],
        },
        {
            name: "a repository whose name comes from its resource",
            resources: [
                {
                    name: "repo",
                    type: "github:index/repository:Repository",
                    props: { name: "web" },
                },
                {
                    ...environment({ repository: UNKNOWN }),
                    propertyDependencies: { repository: ["repo"] },
                },
                credential(),
            ],
        },
        {
            name: "an environment whose outputs are not known yet but whose inputs are",
            resources: [
                {
                    ...environment({ reviewers: UNKNOWN, environment: UNKNOWN }),
                    inputs: environment().props,
                },
                credential(),
            ],
        },
        {
            name: "an environment of another stack that the settings vouch for",
            resources: [credential()],
            config: { external: ["Acme/web:production"] },
        },
        {
            name: "staging, which nobody need review",
            resources: [credential({ subject: "repo:acme/web:environment:staging" })],
        },
        {
            name: "a branch, which another rule judges",
            resources: [credential({ subject: "repo:acme/web:ref:refs/heads/main" })],
        },
    ],
    undecidable: [
        {
            name: "reviewers that are not known yet",
            resources: [credential(), environment({ reviewers: UNKNOWN })],
            production: true,
        },
        {
            name: "an environment that may turn out to be the one",
            resources: [credential(), environment({ environment: UNKNOWN })],
            production: true,
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azure-native_managedidentity_v20241130:managedidentity/v20241130:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    ],
});
