import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { adoScAwsOidc } from "../../../../policies/rules/identity/ado-sc-aws-oidc";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function connection(props: PropertyTree): Judged {
    return {
        type: devOpsToken("ServiceEndpointAws"),
        props: { projectId: "shop", serviceEndpointName: "images", ...props },
    };
}

/** The same as a connection of a kind that a property names. */
function generic(authorizationParameters: PropertyValue, type: PropertyValue = "AWS"): Judged {
    const props = { projectId: "shop", name: "images", authorizationScheme: "UsernamePassword" };
    return {
        type: devOpsToken("ServiceendpointGenericV2"),
        props: { ...props, type, authorizationParameters },
    };
}

const keys = { accessKeyId: "key-id", secretAccessKey: "hush" };

describeRule(adoScAwsOidc, {
    denied: [
        { name: "what the agent's machine may do", ...connection({}), findings: ["useOidc"] },
        {
            name: "an access key",
            ...connection(keys),
            findings: ["accessKeyId", "secretAccessKey", "useOidc"],
        },
        {
            name: "a session's token beside the job's",
            ...connection({ useOidc: true, sessionToken: "hush" }),
            findings: ["sessionToken"],
        },
        {
            name: "an access key of a connection whose kind a property names",
            ...generic({ username: "key-id", password: "hush", region: "eu-west-1" }),
            findings: [
                "authorizationParameters.password",
                "authorizationParameters.useOIDC",
                "authorizationParameters.username",
            ],
            hides: ["hush"],
        },
    ],
    allowed: [
        {
            name: "the job's token of a connection whose kind a property names",
            ...generic({ useOIDC: "true", assumeRoleArn: "arn:aws:iam::1:role/images" }),
        },
        { name: "a connection to something else", ...generic({ password: "hush" }, "jira") },
        {
            name: "the job's token",
            ...connection({ useOidc: true, roleToAssume: "arn:aws:iam::1:role/images" }),
        },
        { name: "keys that are empty", ...connection({ useOidc: true, accessKeyId: "" }) },
    ],
    undecidable: [
        { name: "a kind that is not known yet", ...generic({ username: "key-id" }, UNKNOWN) },
        { name: "parameters that are not known yet", ...generic(UNKNOWN) },
        { name: "a way in that is not known yet", ...connection({ useOidc: UNKNOWN }) },
        {
            name: "a key that is not known yet",
            ...connection({ useOidc: true, accessKeyId: UNKNOWN }),
        },
    ],
    tokens: ["azuredevops:index:ServiceEndpointAws"],
});
