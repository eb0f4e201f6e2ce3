import { is, map, read, readNumber, readText, withDefault } from "../../../model/known";
import { allowed, conclude } from "../../../model/finding";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { wholeNumber } from "../../lib/settings";

export const awsAgentImdsv2 = defineRule({
    id: "aws-agent-imdsv2",
    code: "D12",
    title: "A machine's metadata service asks for a session token and answers the machine only",
    attack: "A job that can be made to fetch an address (a test server, a package script) fetches the metadata service and has the machine's credentials. A session token stops plain requests, and a hop limit of one stops containers.",
    blindSpot:
        "Does not see the defaults of the account or the image, which may ask for more, launch templates of another stack, nor machines of aws-native.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set metadataOptions.httpTokens to "required" and httpPutResponseHopLimit to 1 (AwsRunnerPool does both)',
        code: 'metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 }',
    },
    controls: ["owasp:cicd-sec-6", "owasp:cicd-sec-5", "mcsb:IM-8"],
    tags: ["aws", "agents"],
    types: [
        "aws:ec2:Instance",
        "aws:ec2:LaunchConfiguration",
        "aws:ec2:LaunchTemplate",
        "aws:ec2:SpotInstanceRequest",
    ],
    settings: {
        maxHops: wholeNumber("Longest way an answer may go, in network hops.", 1, 1, 64),
    },
    examples: {
        denied: 'new LaunchTemplate("agents", { imageId });',
        allowed:
            'new LaunchTemplate("agents", { imageId, metadataOptions: { httpTokens: "required" } });',
    },
    judge({ props }, { config }) {
        const at = (name: string) => `metadataOptions.${name}`;
        const endpoint = map(readText(props, at("httpEndpoint")), (text) => text.toLowerCase());
        if (is(endpoint, "disabled")) return allowed;
        // The options then come from the template, which is judged where it is made.
        const template = read(props, "launchTemplate");
        if (read(props, "metadataOptions").state === "absent" && template.state !== "absent") {
            return conclude([], template.state === "unknown" ? ["launchTemplate"] : []);
        }
        const tokens = readText(props, at("httpTokens"));
        const hops = readNumber(props, at("httpPutResponseHopLimit"));
        const { maxHops } = config;
        return judgeDemands([
            {
                property: at("httpTokens"),
                seen: tokens,
                met: withDefault(
                    map(tokens, (text) => text.toLowerCase() === "required"),
                    false,
                ),
                wanted: '"required"',
            },
            {
                property: at("httpPutResponseHopLimit"),
                seen: hops,
                met: map(withDefault(hops, 1), (count) => count <= maxHops),
                wanted: `${maxHops} at most`,
            },
        ]);
    },
});
