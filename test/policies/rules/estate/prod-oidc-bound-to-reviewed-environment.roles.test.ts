import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { prodOidcBoundToReviewedEnvironment } from "../../../../policies/rules/estate/prod-oidc-bound-to-reviewed-environment";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import { environment, role } from "../../../support/estateCases";
import {
    claims,
    providerType,
    roleFor,
    roleWith,
    soundCredential,
    statement,
} from "../../../support/identityCases";

const production = soundCredential.subject;

/** A component that declares trust, and its role, whose trust policy is not known yet. */
function declared(props: PropertyTree): StackResource[] {
    return [
        { name: "identity", type: "gatehouse:index:AwsFederatedRole", props },
        { name: "provider", type: providerType, props: {} },
        role(
            { assumeRolePolicy: UNKNOWN },
            { parent: "identity", propertyDependencies: { assumeRolePolicy: ["provider"] } },
        ),
    ];
}

const place = { repository: "acme/web", environment: "production" };
const vstoken = "https://vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a";

describeStackRule(prodOidcBoundToReviewedEnvironment, {
    denied: [
        {
            name: "a role that trusts an environment that does not exist",
            resources: [role(roleFor(production))],
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.sub"],
            says: "open door",
        },
        {
            name: "one unreviewed environment among the subjects of a role",
            resources: [
                role(roleFor([production, "repo:acme/api:environment:production"])),
                environment(),
            ],
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.sub"],
            says: "acme/api",
        },
        {
            name: "a role that names repository and environment by claims",
            resources: [
                role(
                    roleWith(
                        statement(
                            claims({
                                StringEquals: { repository: "acme/web", environment: "production" },
                            }),
                        ),
                    ),
                ),
                environment({ reviewers: [] }),
            ],
            findings: ["gate.reviewers"],
        },
        {
            name: "a role that names the repository by an id that the stack knows",
            resources: [
                role(
                    roleWith(
                        statement(
                            claims({
                                StringEquals: { repository_id: "2", environment: "production" },
                            }),
                        ),
                    ),
                ),
                {
                    name: "repo",
                    type: "github:index/repository:Repository",
                    props: { name: "web", repoId: 2 },
                },
                environment({ canAdminsBypass: true }),
            ],
            findings: ["gate.canAdminsBypass"],
        },
        {
            name: "what the component declares while the trust policy is unknown, when nobody reviews",
            resources: [...declared(place), environment({ reviewers: [] })],
            findings: ["gate.reviewers"],
        },
        {
            name: "what the component declares while the trust policy is unknown, when its environment is missing",
            resources: declared(place),
            findings: ["subject"],
            says: "open door",
        },
    ],
    allowed: [
        {
            name: "a reviewed environment that the component declares while the trust policy is unknown",
            resources: [...declared(place), environment()],
        },
        {
            name: "a service connection that the component declares, which another rule judges",
            resources: declared({
                azureDevOps: { organization: "acme", project: "shop", connection: "aws" },
                issuer: vstoken,
            }),
        },
        {
            name: "a role for a reviewed environment",
            resources: [role(roleFor(production)), environment()],
        },
        {
            name: "a role that no OIDC provider may take",
            resources: [
                role(
                    roleWith({
                        Effect: "Allow",
                        Principal: { Service: "ec2.amazonaws.com" },
                        Action: "sts:AssumeRole",
                    }),
                ),
            ],
        },
    ],
    undecidable: [
        {
            name: "an unknown trust policy computed from GitHub's provider",
            resources: [
                {
                    name: "github",
                    type: providerType,
                    props: { url: "token.actions.githubusercontent.com" },
                },
                role(
                    { assumeRolePolicy: UNKNOWN },
                    { propertyDependencies: { assumeRolePolicy: ["github"] } },
                ),
            ],
            production: true,
        },
        {
            name: "an unknown trust policy that has nothing to do with tokens, which blocks nothing",
            resources: [role({ assumeRolePolicy: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["aws:iam:Role"],
});
