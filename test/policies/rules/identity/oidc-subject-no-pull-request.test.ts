import { UNKNOWN, type PropertyValue } from "../../../../model/known";
import { oidcSubjectNoPullRequest } from "../../../../policies/rules/identity/oidc-subject-no-pull-request";
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

const ofPullRequest = "repo:acme@1/web@2:pull_request";
const exact = soundCredential.subject;

describeRule(oidcSubjectNoPullRequest, {
    denied: [
        { name: "pull requests, by ids", ...credential(ofPullRequest), findings: ["subject"] },
        {
            name: "pull requests, by name",
            ...credential("repo:acme/web:pull_request"),
            findings: ["subject"],
        },
        {
            name: "the merge ref of a pull request",
            ...credential("repo:acme/web:ref:refs/pull/7/merge"),
            findings: ["subject"],
        },
        {
            name: "a customised subject with the event",
            ...credential("repo:acme/web:event_name:pull_request"),
            findings: ["subject"],
        },
        {
            name: "a role that trusts pull requests among others",
            type: roleType,
            props: roleFor([exact, ofPullRequest]),
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.sub"],
        },
        {
            name: "a role that trusts the event by its claim",
            type: roleType,
            props: roleWith(
                statement(
                    claims({ StringEquals: { repository_id: "2", event_name: "pull_request" } }),
                ),
            ),
            findings: ["assumeRolePolicy.Statement[0].Condition.StringEquals.event_name"],
        },
        {
            name: "an identity that is not the listed one",
            ...credential(ofPullRequest),
            config: { planIdentities: ["id-web-plan"] },
            findings: ["subject"],
        },
    ],
    allowed: [
        { name: "an environment", type: credentialType, props: soundCredential },
        {
            name: "an environment called pull_request",
            ...credential("repo:acme/web:environment:pull_request"),
        },
        {
            name: "a branch, which another rule judges",
            ...credential("repo:acme/web:ref:refs/heads/main"),
        },
        {
            name: "a listed plan identity",
            type: credentialType,
            props: { ...soundCredential, subject: ofPullRequest, resourceName: "id-web-plan" },
            config: { planIdentities: ["id-web-plan"] },
        },
        {
            name: "a listed plan role",
            type: roleType,
            props: roleFor(ofPullRequest),
            config: { planIdentities: ["deploy"] },
        },
        { name: "a role for an environment", type: roleType, props: roleFor(exact) },
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
