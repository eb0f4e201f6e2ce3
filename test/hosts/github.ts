import type { Handler } from "./loopback";

/** What the loopback GitHub knows. Tests read and change it. */
export interface GitHubState {
    readonly repositories: Map<
        string,
        { visibility: string; created: string; id: number; approval: string; forks: object }
    >;
    readonly reporting: Set<string>;
    readonly immutable: Set<string>;
    policy: { enforced: string; ids: number[] };
    template: Record<string, { use_default?: boolean; keys: string[]; immutable: boolean }>;
    rules: { id: number; app: number }[];
    streams: { id: number; stream_type: string; enabled: boolean; sent: unknown }[];
    orgApproval: string;
    orgForks: object;
}

export function newGitHub(): GitHubState {
    const forks = {
        run_workflows_from_fork_pull_requests: true,
        send_write_tokens_to_workflows: true,
        send_secrets_and_variables: true,
        require_approval_for_fork_pr_workflows: false,
    };
    const approval = "first_time_contributors_new_to_github";
    const repository = { approval, forks, created: "2026-08-01T00:00:00Z" };
    return {
        repositories: new Map([
            ["web", { ...repository, visibility: "private", id: 5 }],
            [
                "open",
                { ...repository, visibility: "public", id: 6, created: "2020-01-01T00:00:00Z" },
            ],
        ]),
        reporting: new Set(),
        immutable: new Set(),
        policy: { enforced: "none", ids: [] },
        template: {},
        rules: [],
        streams: [],
        orgApproval: approval,
        orgForks: forks,
    };
}

const ok = (body?: unknown) => ({ status: body === undefined ? 204 : 200, body });
const notFound = { status: 404, body: { message: "Not Found" } };
const invalid = (message: string) => ({ status: 422, body: { message } });

/** Fields that requests send. */
interface Given {
    readonly approval_policy?: string;
    readonly enforced_repositories?: string;
    readonly selected_repository_ids?: number[];
    readonly use_default?: boolean;
    readonly include_claim_keys?: string[];
    readonly use_immutable_subject?: boolean;
    readonly integration_id?: number;
}

/** Answers as GitHub's REST description says, from the state. */
export function githubHandler(state: GitHubState): Handler {
    return ({ method, path, body }) => {
        const [, place, owner, ...rest] = path.split("?")[0]?.split("/") ?? [];
        const given = (body ?? {}) as Given;
        const isWrite = method === "PUT";
        if (place === "orgs" && owner === "acme") {
            const name = rest.join("/");
            if (name === "actions/permissions/fork-pr-contributor-approval") {
                if (isWrite) state.orgApproval = given.approval_policy ?? "";
                return ok(isWrite ? undefined : { approval_policy: state.orgApproval });
            }
            if (name === "actions/permissions/fork-pr-workflows-private-repos") {
                if (isWrite) state.orgForks = given;
                return ok(isWrite ? undefined : state.orgForks);
            }
            if (name === "actions/oidc/customization/sub") return template("org", given, isWrite);
            if (name === "settings/immutable-releases") {
                if (isWrite) {
                    state.policy = {
                        enforced: given.enforced_repositories ?? "",
                        ids: given.selected_repository_ids ?? [],
                    };
                }
                return ok(isWrite ? undefined : { enforced_repositories: state.policy.enforced });
            }
            if (name === "settings/immutable-releases/repositories") {
                return ok({ repositories: state.policy.ids.map((id) => ({ id })) });
            }
        }
        return place === "repos" && owner === "acme" ? ofRepository() : undefined;

        function template(key: string, wanted: Given, writes: boolean) {
            const now = (state.template[key] ??= { use_default: true, keys: [], immutable: false });
            if (writes) {
                state.template[key] = {
                    use_default: wanted.use_default ?? true,
                    keys: wanted.include_claim_keys ?? [],
                    immutable: wanted.use_immutable_subject ?? false,
                };
                return { status: 201, body: {} };
            }
            return ok({
                ...(key === "org" ? {} : { use_default: now.use_default }),
                include_claim_keys: now.keys,
                use_immutable_subject: now.immutable,
                ...(key === "org"
                    ? {}
                    : {
                          sub_claim_prefix: now.immutable
                              ? `repo:acme@1/${key}@5`
                              : `repo:acme/${key}`,
                      }),
            });
        }

        function ofRepository() {
            const [name = "", ...more] = rest;
            const repository = state.repositories.get(name);
            if (repository === undefined) return notFound;
            const what = more.join("/");
            const isPublic = repository.visibility === "public";
            switch (what) {
                case "":
                    return ok({ name, created_at: repository.created });
                case "actions/permissions/fork-pr-contributor-approval":
                    if (!isPublic) return invalid("not allowed for private repositories.");
                    if (isWrite) repository.approval = given.approval_policy ?? "";
                    return ok(isWrite ? undefined : { approval_policy: repository.approval });
                case "actions/permissions/fork-pr-workflows-private-repos":
                    if (isPublic) return invalid("only applies to internal and private");
                    if (isWrite) repository.forks = given;
                    return ok(isWrite ? undefined : repository.forks);
                case "actions/oidc/customization/sub":
                    return template(name, given, isWrite);
                case "private-vulnerability-reporting":
                    if (!isPublic) return invalid("public repositories only");
                    if (method === "GET") return ok({ enabled: state.reporting.has(name) });
                    if (isWrite) state.reporting.add(name);
                    else state.reporting.delete(name);
                    return ok();
                case "immutable-releases":
                    return releases(name, repository.id);
                default:
                    return rules(more);
            }
        }

        function releases(name: string, id: number) {
            const enforced =
                state.policy.enforced === "all" ||
                (state.policy.enforced === "selected" && state.policy.ids.includes(id));
            if (method === "GET") {
                return state.immutable.has(name) || enforced
                    ? ok({ enabled: true, enforced_by_owner: enforced })
                    : notFound;
            }
            if (method === "DELETE" && enforced) {
                return { status: 409, body: { message: "enforced by the owner" } };
            }
            if (isWrite) state.immutable.add(name);
            else state.immutable.delete(name);
            return ok();
        }

        function rules([, environment, kind, number]: string[]) {
            if (environment !== "production" || kind !== "deployment_protection_rules") {
                return notFound;
            }
            const shown = ({ id, app }: { id: number; app: number }) => ({
                id,
                node_id: "n",
                enabled: true,
                app: { id: app, slug: `app-${app}`, integration_url: "u", node_id: "n" },
            });
            if (method === "POST") {
                const made = { id: 100 + state.rules.length, app: given.integration_id ?? 0 };
                state.rules.push(made);
                return { status: 201, body: shown(made) };
            }
            const found = state.rules.find(({ id }) => id === Number(number));
            if (number === undefined) {
                return ok({ custom_deployment_protection_rules: state.rules.map(shown) });
            }
            if (found === undefined) return notFound;
            if (method !== "DELETE") return ok(shown(found));
            state.rules.splice(state.rules.indexOf(found), 1);
            return ok();
        }
    };
}
