import { UNKNOWN } from "../../../../model/known";
import { noLongLivedIdentityKeys } from "../../../../policies/rules/identity/no-long-lived-identity-keys";
import { describeRule } from "../../../support/describeRule";

const keyType = "aws:iam/accessKey:AccessKey";
const findings = ["(resource)"];
const config = { breakGlass: ["emergency-1"] };

describeRule(noLongLivedIdentityKeys, {
    denied: [
        { name: "an access key", type: keyType, props: { user: "deploy" }, findings },
        { name: "whose it is, known or not", type: keyType, props: { user: UNKNOWN }, findings },
        { name: "a user", type: "aws:iam/user:User", props: { name: "ada" }, findings, config },
        {
            name: "a password for the console",
            type: "aws:iam/userLoginProfile:UserLoginProfile",
            props: { user: "ada" },
            findings,
            config,
        },
        {
            name: "a password for one service",
            type: "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
            props: { userName: "ada", serviceName: "codecommit.amazonaws.com" },
            findings,
            config,
        },
        {
            name: "a password of an application",
            type: "azuread:index/applicationPassword:ApplicationPassword",
            props: {},
            findings,
        },
    ],
    allowed: [
        {
            name: "a user for emergencies",
            type: "aws:iam/user:User",
            props: { name: "emergency-1" },
            config,
        },
        { name: "its key", type: keyType, props: { user: "emergency-1" }, config },
        { name: "a role", type: "aws:iam/role:Role", props: {} },
    ],
    undecidable: [
        {
            name: "a key that may be the one for emergencies",
            type: keyType,
            props: { user: UNKNOWN },
            config,
        },
    ],
    tokens: ["aws:iam:AccessKey"],
});
