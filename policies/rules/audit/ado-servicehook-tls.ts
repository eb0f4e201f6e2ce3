import { map } from "../../../model/known";
import { serviceHook, serviceHookType } from "../../../model/views/devOpsHook";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

/** Headers are kept in the open; a password for the receiver has a property of its own. */
const secretHeader = /^(proxy-)?authorization$|^cookie$|api[-_]?key|[-_]key$|token|secret/i;
const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;
/** An https address that names nobody: what stands before an @ is kept, and shown, in the open. */
const soundAddress = /^https:\/\/[^/?#@]*([/?#]|$)/i;

/**
 * Stops hooks that tell everybody on the way what happens in a project, or tell it to somebody else.
 *
 * Blind spot: who receives it, and whether they ask for the password.
 */
export const adoServicehookTls = defineRule({
    id: "ado-servicehook-tls",
    code: "I03",
    title: "Service hooks of Azure DevOps talk to the receiver they mean, encrypted",
    attack:
        "Somebody on the way answers in the receiver's place: over http, or with any certificate where any " +
        "is taken. They read what happens in the project and the receiver's password, and withhold what gives them away.",
    blindSpot: "Does not see who the receiver is, nor whether it asks for the password.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "give an https address whose certificate is checked, and the password as basicAuthPassword (AzureDevOpsProject: audit)",
        code: `url: "https://events.example.com/azure-devops",
acceptUntrustedCerts: false`,
    },
    controls: ["owasp:cicd-sec-7", "owasp:cicd-sec-8", "owasp:cicd-sec-10", "mcsb:LT-3"],
    tags: ["azure-devops", "audit", "webhook"],
    types: [serviceHookType],
    settings: {},
    examples: {
        denied: `new ServicehookWebhookTfs("pushes", {
    projectId: project.id,
    url: "http://events.example.com/azure-devops",
    gitPush: {},
});`,
        allowed: `new ServicehookWebhookTfs("pushes", {
    projectId: project.id,
    url: "https://events.example.com/azure-devops",
    basicAuthUsername: "azure-devops",
    basicAuthPassword: password,
    gitPush: {},
});`,
    },
    judge(resource) {
        const { url, acceptsAnyCertificate, headers } = serviceHook(resource);
        const open = map(headers, (names) => names.filter((name) => secretHeader.test(name)));
        return judgeDemands([
            {
                property: "url",
                seen: map(url, withoutSecrets),
                met: map(url, (address) => soundAddress.test(address)),
                wanted: "an address that begins with https:// and holds no name or password",
            },
            {
                property: "acceptUntrustedCerts",
                seen: acceptsAnyCertificate,
                met: map(acceptsAnyCertificate, (accepts) => !accepts),
                wanted: "false",
            },
            {
                property: "httpHeaders",
                seen: map(open, (names) => `the headers ${names.join(", ")}`),
                met: map(open, ({ length }) => length === 0),
                wanted: "basicAuthUsername and basicAuthPassword in place of a header with a secret",
            },
        ]);
    },
});

/** Any part of an address but its scheme may be a secret. */
function withoutSecrets(address: string): string {
    const known = scheme.exec(address)?.[0];
    if (known === undefined) return "an address without a scheme";
    return `${known}${/^[^/?#]*@/.test(address.slice(known.length)) ? "…@…" : "…"}`;
}
