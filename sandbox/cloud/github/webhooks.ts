import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { flag, list, matching, object, oneOf, required, secret, text, type Fields } from "../shape";
import { items, str, text as joined } from "../values";
import { repositoryName, restType, type RestType } from "./rest";

const hookFields: Fields = {
    active: flag,
    configuration: object({
        contentType: oneOf("form", "json"),
        insecureSsl: flag,
        secret: secret(text),
        url: required(matching(/^https?:\/\//, "an http or https address")),
    }),
    events: required(list(text, { min: 1 })),
};

/** source: GitHub's REST reference, "Repository webhooks": at most 20 on one event; date: 2026-11-21 */
const hooksAtMost = 20;

function hookType(token: string, inputs: Fields, place: (write: Write) => string): RestType {
    const listed = (write: Write) => `webhooks of ${place(write)}`;
    return {
        token,
        inputs,
        creates: true,
        defaults: { active: true },
        id: (_inputs, _scope, { once, store }) =>
            String(once("hookId", () => store.next("github webhook", 400_000_000, 1))),
        outputs: ({ inputs: given, scope, store, id }) => ({
            url: joined`https://api.github.com/${place({ inputs: given, scope, store, id })}/hooks/${id}`,
        }),
        parents: (write) => [listed(write)],
        beforeCreate: (write) => {
            const standing = write.store.under(listed(write));
            for (const event of items(write.inputs, "events")) {
                const twins = standing.filter((one) => items(one.inputs, "events").includes(event));
                if (twins.length >= hooksAtMost) {
                    const message = `Validation Failed: The ${JSON.stringify(event)} event cannot have more than ${hooksAtMost} hooks`;
                    throw githubError(422, `POST /${place(write)}/hooks`, message);
                }
            }
        },
    };
}

export const repositoryWebhook = restType(
    hookType(
        "github:index/repositoryWebhook:RepositoryWebhook",
        { ...hookFields, etag: text, repository: repositoryName },
        ({ scope, inputs }) => joined`repos/${scope.owner}/${str(inputs, "repository")}`,
    ),
);

export const organizationWebhook = restType(
    hookType(
        "github:index/organizationWebhook:OrganizationWebhook",
        hookFields,
        ({ scope }) => `orgs/${scope.owner}`,
    ),
);
