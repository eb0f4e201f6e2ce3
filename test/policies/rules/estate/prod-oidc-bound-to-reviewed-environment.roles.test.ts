import { UNKNOWN } from "../../../../model/known";
import { prodOidcBoundToReviewedEnvironment } from "../../../../policies/rules/estate/prod-oidc-bound-to-reviewed-environment";
import { describeStackRule } from "../../../support/describeStackRule";
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
    ],
    allowed: [
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
