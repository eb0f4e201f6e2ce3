import { githubError } from "../failures";
import type { CloudFunction } from "../resourceType";
import type { CloudStore } from "../store/store";
import { hasImmutableSubject } from "../hosts/immutableSubject";
import { num, str, type Values } from "../values";
import { accountId } from "./account";
import { repositoryClaim } from "./rest";
import { oidcTemplate } from "./repositorySettings";

/** Endpoints `getRestApi` reads, and what they answer. */
const endpoints: readonly [
    pattern: RegExp,
    body: (store: CloudStore, owner: string, name: string) => Values | undefined,
][] = [
    [/^repos\/([^/]+)\/([^/]+)\/actions\/oidc\/customization\/sub$/, subjectTemplate],
    [
        /^repos\/([^/]+)\/([^/]+)$/,
        (store, owner, name) => {
            const found = store.holder(repositoryClaim(owner, name))?.outputs;
            return found === undefined
                ? undefined
                : {
                      id: num(found, "repoId") ?? 0,
                      node_id: str(found, "nodeId"),
                      name: str(found, "name"),
                      full_name: str(found, "fullName"),
                      visibility: str(found, "visibility"),
                      owner: { login: owner, id: accountId(owner) },
                  };
        },
    ],
    [/^orgs\/([^/]+)$/, (_store, owner) => ({ login: owner, id: accountId(owner) })],
];

/** How a repository's subjects begin: with ids, as those of all new repositories, unless told otherwise. */
function subjectTemplate(store: CloudStore, owner: string, name: string): Values | undefined {
    const found = store.holder(repositoryClaim(owner, name))?.outputs;
    const isImmutable = hasImmutableSubject(store, owner, name);
    const template = store.find(oidcTemplate.token, name, owner)?.inputs;
    return found === undefined
        ? undefined
        : {
              use_default: template?.useDefault ?? true,
              use_immutable_subject: isImmutable,
              include_claim_keys: template?.includeClaimKeys ?? [],
              sub_claim_prefix: isImmutable
                  ? `repo:${owner}@${accountId(owner)}/${str(found, "name")}@${num(found, "repoId") ?? 0}`
                  : `repo:${owner}/${str(found, "name")}`,
          };
}

/** Reads one of GitHub's endpoints; an answer of 404 is one, an endpoint not known here is refused. */
export const getRestApi: CloudFunction = (args, _scope, store) => {
    const endpoint = str(args, "endpoint").replace(/^\//, "");
    for (const [pattern, body] of endpoints) {
        const [found, owner = "", name = ""] = pattern.exec(endpoint) ?? [];
        if (found !== undefined) {
            const answer = body(store, owner, name);
            return {
                endpoint: str(args, "endpoint"),
                id: str(args, "endpoint"),
                code: answer === undefined ? 404 : 200,
                status: answer === undefined ? "404 Not Found" : "200 OK",
                headers: "{}",
                body: JSON.stringify(answer ?? { message: "Not Found" }),
            };
        }
    }
    throw githubError(501, `GET /${endpoint}`, "this endpoint is not emulated");
};
