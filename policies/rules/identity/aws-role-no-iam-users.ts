import { conclude, type Finding } from "../../../model/finding";
import { is, known, read } from "../../../model/known";
import { readStatements, type PolicyStatement } from "../../../model/policyDocument";
import { awsRoleTypes } from "../../../model/views/awsRole";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

export const awsRoleNoIamUsers = defineRule({
    id: "aws-role-no-iam-users",
    code: "C12",
    title: "No IAM user stands ready to take a role",
    attack: "An IAM user has a password or a key that does not end by itself. Whoever finds it takes the role the user may take, at any hour, and no directory knows that the person has left.",
    blindSpot:
        "Judges the role's own trust: whole accounts it trusts may have users as well. Does not see which users there are.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "let people come through the directory (a SAML or OIDC provider) instead of as IAM users (Roles: leave allowBreakGlassMembers out, and aws.breakGlassPrincipalArns with it)",
        code: 'Principal: { Federated: samlProviderArn }, Action: "sts:AssumeRoleWithSAML"',
    },
    controls: ["owasp:cicd-sec-2", "mcsb:IM-1", "mcsb:PA-1"],
    tags: ["aws", "identity"],
    types: awsRoleTypes,
    settings: {
        accepted: texts("ARNs of users that may take a role, such as one for emergencies.", []),
    },
    examples: {
        denied: 'Principal: { AWS: "arn:aws:iam::123456789012:user/ada" }, Action: "sts:AssumeRole"',
        allowed: 'Principal: { Federated: samlProviderArn }, Action: "sts:AssumeRoleWithSAML"',
    },
    judge({ type, props }, { config }) {
        const path =
            type === "aws-native:iam:Role" ? "assumeRolePolicyDocument" : "assumeRolePolicy";
        const { statements, unknown } = readStatements(read(props, path), path);
        const open = statements.filter(({ effect }) => !is(effect, "deny"));
        return conclude(
            open
                .filter(({ effect }) => is(effect, "allow"))
                .flatMap((one) => findings(one, config.accepted)),
            [...unknown, ...open.filter(isOpen).map((one) => one.path)],
        );
    },
});

function findings({ path, principals }: PolicyStatement, accepted: readonly string[]): Finding[] {
    return principals.flatMap((principal) => {
        if (principal.state !== "known") return [];
        const arn = principal.value;
        const isUser = /^arn:[^:]+:iam::\d{12}:user\//.test(arn) && !accepted.includes(arn);
        const finding = {
            id: arn,
            property: path,
            seen: known(arn),
            wanted: "people from a directory, or a role",
        };
        return isUser ? [finding] : [];
    });
}

function isOpen({ effect, principals }: PolicyStatement): boolean {
    return effect.state === "unknown" || principals.some(({ state }) => state === "unknown");
}
