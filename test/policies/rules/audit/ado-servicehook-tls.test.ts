import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoServicehookTls } from "../../../../policies/rules/audit/ado-servicehook-tls";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function hook(props: PropertyTree): Judged {
    const sound = { projectId: "shop", url: "https://events.test/in", acceptUntrustedCerts: false };
    return { type: devOpsToken("ServicehookWebhookTfs"), props: { ...sound, ...props } };
}

describeRule(adoServicehookTls, {
    denied: [
        {
            name: "an address that everybody on the way reads",
            ...hook({ url: "http://events.test/in" }),
            findings: ["url"],
        },
        {
            name: "an address without a scheme, which may hold a secret",
            ...hook({ url: "events.test/in?code=hunter2hunter2" }),
            findings: ["url"],
            hides: ["hunter2"],
        },
        {
            name: "a port for a scheme",
            ...hook({ url: "hunter2hunter2:8080/in" }),
            findings: ["url"],
            hides: ["hunter2"],
        },
        {
            name: "a name and a password in the address",
            ...hook({ url: "https://me:hunter2@events.test/in" }),
            findings: ["url"],
            hides: ["hunter2"],
        },
        {
            name: "any certificate",
            ...hook({ acceptUntrustedCerts: true }),
            findings: ["acceptUntrustedCerts"],
        },
        {
            name: "a password in a header",
            ...hook({ httpHeaders: { Accept: "*/*", Authorization: "hush" } }),
            findings: ["httpHeaders"],
        },
        {
            name: "a key in a header",
            ...hook({ httpHeaders: { "X-Api-Key": "hush" } }),
            findings: ["httpHeaders"],
        },
        {
            name: "a key of Azure Functions in a header",
            ...hook({ httpHeaders: { "x-functions-key": "hush" } }),
            findings: ["httpHeaders"],
        },
        {
            name: "a cookie",
            ...hook({ httpHeaders: { Cookie: "session=hush" } }),
            findings: ["httpHeaders"],
        },
    ],
    allowed: [
        {
            name: "a password where it belongs",
            ...hook({ basicAuthUsername: "me", basicAuthPassword: "hush" }),
        },
        {
            name: "an at sign in the path",
            ...hook({ url: "https://events.test/in/@team" }),
        },
        {
            name: "headers without a secret, and the provider's default",
            ...hook({ acceptUntrustedCerts: null, httpHeaders: { Accept: "*/*" } }),
        },
    ],
    undecidable: [
        { name: "an address that is not known yet", ...hook({ url: UNKNOWN }) },
        { name: "headers that are not known yet", ...hook({ httpHeaders: UNKNOWN }) },
    ],
    tokens: ["azuredevops:index:ServicehookWebhookTfs"],
});
