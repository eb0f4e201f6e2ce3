import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Creation } from "../../support/prodEstate";

interface Order {
    readonly title: string;
    readonly first: RegExp;
    readonly then: RegExp;
}

/**
 * What has to stand before what, as "Kind name". What the first parentheses of both hold has to be the
 * same, so that each is compared with its own.
 */
const orders: readonly Order[] = [
    {
        title: "files before the rulesets that would refuse them",
        first: /^RepositoryFile estate-([\w-]+?)-(?:codeowners|dependabot|workflow)/,
        then: /^RepositoryRuleset estate-([\w-]+?)-(?:branch|push)-rules/,
    },
    {
        title: "files before the workflows an organisation requires",
        first: /^RepositoryFile (estate)-/,
        then: /^OrganizationRuleset (estate)-organization-actions-/,
    },
    {
        title: "teams before the environments they review",
        first: /^Team (estate)-/,
        then: /^RepositoryEnvironment (estate)-.*production/,
    },
    {
        title: "access before the environments whose reviewers need it",
        first: /^RepositoryCollaborators estate-([\w-]+)-access/,
        then: /^RepositoryEnvironment estate-([\w-]+)\/production/,
    },
    {
        title: "what limits an environment to branches before the identity that trusts it",
        first: /^RepositoryEnvironmentDeploymentPolicy estate-([\w-]+\/\w+)-branch/,
        then: /^FederatedIdentityCredential estate-([\w-]+\/\w+)-/,
    },
    {
        title: "settings of the organisation before its repositories",
        first: /^OrganizationSettings (estate)-/,
        then: /^Repository (estate)-/,
    },
    {
        title: "rules of the organisation, which leave its repositories out, before these",
        first: /^OrganizationRuleset (estate)-organization-(?:default-branches|tags)/,
        then: /^Repository (estate)-/,
    },
    {
        title: "the project before its repositories, and groups before their permissions",
        first: /^(?:Project|Group) (estate)-project-(?:project|group)/,
        then: /^GitPermissions (estate)-(?!project|packages)[\w-]+-git/,
    },
    {
        title: "a service connection before the credential that trusts it",
        first: /^ServiceEndpointAzureRM estate-([\w-]+\/\w+)-connection/,
        then: /^FederatedIdentityCredential estate-([\w-]+\/\w+)-/,
    },
    {
        title: "the checks of a connection before the credential that trusts it",
        first: /^Check\w+ estate-([\w-]+\/\w+)-(?:branches|approval|lock)$/,
        then: /^FederatedIdentityCredential estate-([\w-]+\/\w+)-/,
    },
    {
        title: "checks of a connection to AWS before the role that trusts it",
        first: /^(?:ServiceEndpointAws|Check\w+) estate-([\w-]+\/[\w-]+?)-(?:connection|branches|approval|lock)$/,
        then: /^Role estate-([\w-]+\/[\w-]+?)-trust-role$/,
    },
    {
        title: "the issuer and the toolkit before connections to AWS, and policies before both",
        first: /^(?:OpenIdConnectProvider|Extension|BranchPolicyMinReviewers) (estate)-(?:azure-devops|aws|settlement)-/,
        then: /^(?:ServiceEndpointAws) (estate)-settlement/,
    },
    {
        title: "policies of a repository before its connections are trusted",
        first: /^BranchPolicy\w+ estate-([\w-]+?)-(?:reviews|leads|pipeline-owners|gate|comments)/,
        then: /^FederatedIdentityCredential estate-([\w-]+)\/\w+-/,
    },
    {
        title: "checks before the pipelines they let in",
        first: /^Check\w+ estate-([\w-]+\/\w+(?:-gate)?)-(?:branches|approval|lock)$/,
        then: /^PipelineAuthorization estate-([\w-]+\/\w+(?:-gate)?)-pipeline/,
    },
];

/** On an organisation with nothing in it: what each step of a first deployment relies on. */
export function provesOrder(creations: () => readonly Creation[]): void {
    describe("a first deployment on an empty organisation makes", () => {
        for (const { title, first, then } of orders) {
            it(title, () => {
                const made = creations().map(({ kind, name }) => `${kind} ${name}`);
                const at = (pattern: RegExp) =>
                    made.flatMap((text, i) => {
                        const of = pattern.exec(text)?.[1];
                        return of === undefined ? [] : [{ of, i, text }];
                    });
                const pairs = at(first).flatMap((early) =>
                    at(then)
                        .filter(({ of }) => of === early.of)
                        .map((late) => [early, late] as const),
                );
                assert.ok(pairs.length > 1, "nothing to compare");
                for (const [early, late] of pairs) {
                    assert.ok(early.i < late.i, `${late.text} was made before ${early.text}`);
                }
            });
        }
    });
}
