import { allowed, denied, undecidable } from "../../../model/finding";
import { absent, known, readText } from "../../../model/known";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/** What each type is, and the property that says whose it is. */
const keys: Readonly<Record<string, { readonly what: string; readonly of?: string }>> = {
    "aws-native:iam:AccessKey": { what: "an access key", of: "userName" },
    "aws-native:iam:User": { what: "an IAM user", of: "userName" },
    "aws:iam:AccessKey": { what: "an access key", of: "user" },
    "aws:iam:ServiceSpecificCredential": { what: "a password for one service", of: "userName" },
    "aws:iam:User": { what: "an IAM user", of: "name" },
    "aws:iam:UserLoginProfile": { what: "a password for the console", of: "user" },
    "azuread:index:ApplicationPassword": { what: "a password of an application" },
    "azuread:index:ServicePrincipalPassword": { what: "a password of a service principal" },
};

/** Type tokens of azuread from memory, 2026-11-21: the package is not installed here. */
export const noLongLivedIdentityKeys = defineRule({
    id: "no-long-lived-identity-keys",
    code: "B13",
    title: "No identity has a key or a password that does not end by itself",
    attack: "A key in a variable, a laptop or an old build log opens the cloud for as long as nobody turns it off, from anywhere, without a second factor. It is the most common way in.",
    blindSpot: "Keys made by hand, and certificates of applications, are not seen.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "medium",
    remediation: {
        change: "let pipelines sign in by OIDC (AwsFederatedRole, AzureFederatedIdentity) and people through the directory, and remove the key",
        code: 'new AwsFederatedRole("deploy", { repository: "acme/web", environment: "production", ... });',
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "owasp:cicd-sec-2", "mcsb:IM-3"],
    tags: ["aws", "azure", "identity"],
    types: Object.keys(keys).sort(),
    settings: {
        breakGlass: texts("Names of IAM users for emergencies, which are accepted.", []),
    },
    examples: {
        denied: 'new AccessKey("deploy", { user: deployer.name });',
        allowed: 'new Role("deploy", { assumeRolePolicy: trustInGitHub });',
    },
    judge({ type, props }, { config }) {
        const { what = type, of } = keys[type] ?? {};
        const name = of === undefined ? absent : readText(props, of);
        if (name.state === "known" && config.breakGlass.includes(name.value)) return allowed;
        // Whoever it is: without names that are accepted it is one too many.
        if (name.state === "unknown" && config.breakGlass.length > 0) {
            return undecidable([of ?? type]);
        }
        const wanted = "a federated identity in its place";
        return denied({ property: "(resource)", seen: known(what), wanted });
    },
});
