import { UNKNOWN, type PropertyValue } from "../../../../model/known";
import { oidcSubjectImmutableIds } from "../../../../policies/rules/identity/oidc-subject-immutable-ids";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    claims,
    credentialType,
    roleFor,
    roleType,
    roleWith,
    soundCredential,
    statement,
} from "../../../support/identityCases";

function credential(subject: PropertyValue): Judged {
    return { type: credentialType, props: { ...soundCredential, subject } };
}

const organizationIssuer = "https://vstoken.dev.azure.com/7c9e6679-7425-40de-944b-e07fc1f90ae7";
const connection = "sc://acme/shop/azure";

const byName = "repo:acme/web:environment:production";
const created = (...repositories: string[]) => ({ repositoriesCreatedAfter: repositories });

describeRule(oidcSubjectImmutableIds, {
    denied: [
        {
            name: "names alone, for a repository known to be new",
            ...credential(byName),
            config: created("Acme/Web"),
            findings: ["subject"],
        },
        {
            name: "names alone, where all of an owner's repositories are new",
            ...credential(byName),
            config: created("acme/*"),
            findings: ["subject"],
        },
        {
            name: "names alone, where all repositories are new",
            ...credential(byName),
            config: created("*"),
            findings: ["subject"],
        },
        {
            name: "names alone, with a warning while nothing says the repository is new",
            ...credential(byName),
            config: created("acme/api", "other/*"),
            findings: ["subject"],
            advisory: true,
        },
        {
            name: "a service connection by its names, with a warning",
            type: credentialType,
            props: { ...soundCredential, issuer: organizationIssuer, subject: connection },
            findings: ["subject"],
            advisory: true,
        },
        {
            name: "the owner's id without the repository's",
            ...credential("repo:acme@1/web:environment:production"),
            config: created("acme/web"),
            findings: ["subject"],
        },
        {
            name: "a role that trusts names alone",
            type: roleType,
            props: roleFor(byName),
            config: created("acme/web"),
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.sub"],
        },
        {
            name: "a role whose condition on repository_id is a pattern",
            type: roleType,
            props: roleWith(
                statement(
                    claims({ StringEquals: { sub: byName }, StringLike: { repository_id: "*" } }),
                ),
            ),
            config: created("acme/web"),
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.sub"],
        },
    ],
    allowed: [
        { name: "both ids", type: credentialType, props: soundCredential, config: created("*") },
        {
            name: "ids as claims of a customised subject",
            ...credential("repository_owner_id:1:repository_id:2:environment:production"),
            config: created("*"),
        },
        {
            name: "a role that names the repository's id in a condition",
            type: roleType,
            props: roleWith(
                statement(claims({ StringEquals: { sub: byName, repository_id: "2" } })),
            ),
            config: created("*"),
        },
        {
            name: "a service connection of Azure DevOps, whoever signs for it",
            ...credential(connection),
            config: created("*"),
        },
        {
            name: "a service connection by its id",
            type: credentialType,
            props: {
                ...soundCredential,
                issuer: "https://login.microsoftonline.com/5c0d4e2a-7f6b-4a1d-9b3e-2f8a6c1d7e90/v2.0",
                subject:
                    "/eid1/c/pub/t/Kk4NXGt_/a/EzXaSSEr/sc/7c9e6679-7425-40de-944b-e07fc1f90ae7/0f8fad5b-d9cb-469f-a165-70867728950e",
            },
        },
        {
            name: "a role that trusts a service connection: AWS has no other form",
            type: roleType,
            props: roleWith(
                statement(
                    {
                        StringEquals: {
                            "vstoken.dev.azure.com/7c9e6679-7425-40de-944b-e07fc1f90ae7:sub":
                                connection,
                        },
                    },
                    "vstoken.dev.azure.com/7c9e6679-7425-40de-944b-e07fc1f90ae7",
                ),
            ),
        },
        {
            name: "data-resident GitHub, which has no such subjects",
            type: credentialType,
            props: {
                ...soundCredential,
                issuer: "https://token.actions.acme.ghe.com",
                subject: byName,
            },
            config: created("*"),
        },
        {
            name: "a pattern in place of a name, which another rule judges",
            ...credential("repo:acme/*"),
            config: created("*"),
        },
    ],
    undecidable: [
        { name: "a subject that is not known yet", ...credential(UNKNOWN) },
        {
            name: "a trust policy that is not known yet",
            type: roleType,
            props: { assumeRolePolicy: UNKNOWN },
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azure-native_managedidentity_v20241130:managedidentity/v20241130:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    ],
});
