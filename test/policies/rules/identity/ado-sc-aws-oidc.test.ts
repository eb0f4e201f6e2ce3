import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoScAwsOidc } from "../../../../policies/rules/identity/ado-sc-aws-oidc";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function connection(props: PropertyTree): Judged {
    return {
        type: devOpsToken("ServiceEndpointAws"),
        props: { projectId: "shop", serviceEndpointName: "images", ...props },
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
    ],
    allowed: [
        {
            name: "the job's token",
            ...connection({ useOidc: true, roleToAssume: "arn:aws:iam::1:role/images" }),
        },
        { name: "keys that are empty", ...connection({ useOidc: true, accessKeyId: "" }) },
    ],
    undecidable: [
        { name: "a way in that is not known yet", ...connection({ useOidc: UNKNOWN }) },
        {
            name: "a key that is not known yet",
            ...connection({ useOidc: true, accessKeyId: UNKNOWN }),
        },
    ],
    tokens: ["azuredevops:index:ServiceEndpointAws"],
});
