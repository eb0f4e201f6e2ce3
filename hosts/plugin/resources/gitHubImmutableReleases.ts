import { z } from "zod";
import { segment, understood } from "../answers";
import type { Failure } from "../configuration";
import { liveInputs, type HostResource, type Standing } from "../hostResource";
import type { Hosts } from "../hosts";
import { str, type Values } from "../values";
import { exactlyOne, noneOf, organizationWide, repositoryName } from "./shapes";

const ofRepository = z.object({ enabled: z.boolean(), enforced_by_owner: z.boolean() });
const ofOrganization = z.object({ enforced_repositories: z.string() });
const page = z.object({ repositories: z.array(z.object({ id: z.number() })) });
const perPage = 100;

/** source: OpenAPI description of GitHub's REST interface 23.0.1, immutable releases; date: 2026-11-21 */
export const gitHubImmutableReleases: HostResource = {
    name: "GitHubImmutableReleases",
    schema: z.strictObject({
        repository: repositoryName.optional(),
        enabled: z.boolean().optional(),
        enforcedRepositories: z.enum(["all", "none", "selected"]).optional(),
        selectedRepositoryIds: z.array(z.int()).optional(),
    }),
    fixed: ["repository"],
    defaults: {},
    computed: { enforcedByOwner: "boolean" },
    rules: checkForm,
    id: (inputs) => str(inputs, "repository") || organizationWide,
    create: async (on, inputs) => ({
        id: str(inputs, "repository") || organizationWide,
        computed: await write(on, inputs),
    }),
    read: (on, id, inputs) =>
        id === organizationWide ? readOrganization(on, inputs) : readRepository(on, id, inputs),
    update: (on, _id, inputs) => write(on, inputs),
    delete: async (on, id) => {
        if (id === organizationWide) {
            const body = { enforced_repositories: "none" };
            await on.github.ask("PUT", policyOf(on), { body });
        } else {
            // 409: the organisation enforces it, so that it stays on.
            await on.github.ask("DELETE", switchOf(on, id), { expects: [404, 409] });
        }
    },
};

function checkForm(inputs: Values): Failure[] {
    const { repository, enforcedRepositories, selectedRepositoryIds } = inputs;
    const failures = exactlyOne(inputs, ["repository", "enforcedRepositories"]);
    if (failures.length > 0) return failures;
    if (repository !== undefined) {
        return noneOf(inputs, ["selectedRepositoryIds"], "is for an organisation");
    }
    failures.push(...noneOf(inputs, ["enabled"], "is for a repository"));
    if (enforcedRepositories === "all" || enforcedRepositories === "none") {
        const reason = 'is for enforcedRepositories "selected" only';
        failures.push(...noneOf(inputs, ["selectedRepositoryIds"], reason));
    } else if (enforcedRepositories === "selected" && selectedRepositoryIds === undefined) {
        const reason = 'missing, enforcedRepositories "selected" needs it';
        failures.push({ property: "selectedRepositoryIds", reason });
    }
    return failures;
}

function switchOf({ githubOwner }: Hosts, repository: string): string {
    return `/repos/${segment(githubOwner)}/${segment(repository)}/immutable-releases`;
}

function policyOf({ githubOwner }: Hosts): string {
    return `/orgs/${segment(githubOwner)}/settings/immutable-releases`;
}

async function write(on: Hosts, inputs: Values): Promise<Values> {
    const repository = str(inputs, "repository");
    if (repository === "") {
        const body = {
            enforced_repositories: inputs.enforcedRepositories,
            ...(inputs.selectedRepositoryIds === undefined
                ? {}
                : { selected_repository_ids: inputs.selectedRepositoryIds }),
        };
        await on.github.ask("PUT", policyOf(on), { body });
        return { enforcedByOwner: false };
    }
    await on.github.ask(inputs.enabled === false ? "DELETE" : "PUT", switchOf(on, repository));
    return (await readRepository(on, repository, inputs))?.computed ?? {};
}

/** GitHub answers 404 for "off" and for a repository that is gone. */
async function readRepository(
    on: Hosts,
    id: string,
    inputs: Values,
): Promise<Standing | undefined> {
    const path = switchOf(on, id);
    const answer = await on.github.ask("GET", path, { expects: [404] });
    if (answer.status === 404) {
        const place = `/repos/${segment(on.githubOwner)}/${segment(id)}`;
        const { status } = await on.github.ask("GET", place, { expects: [404] });
        if (status === 404) return undefined;
    }
    const found =
        answer.status === 404
            ? { enabled: false, enforced_by_owner: false }
            : understood(ofRepository, path, answer);
    const live = { repository: id, enabled: found.enabled };
    return {
        inputs: liveInputs(inputs, live, { enabled: true }),
        computed: { enforcedByOwner: found.enforced_by_owner },
    };
}

async function readOrganization(on: Hosts, inputs: Values): Promise<Standing | undefined> {
    const path = policyOf(on);
    const answer = await on.github.ask("GET", path, { expects: [404] });
    if (answer.status === 404) return undefined;
    const policy = understood(ofOrganization, path, answer).enforced_repositories;
    const ids: number[] = [];
    for (let number = 1; policy === "selected"; number++) {
        const asked = `${path}/repositories?per_page=${perPage}&page=${number}`;
        const { repositories } = understood(page, asked, await on.github.ask("GET", asked));
        ids.push(...repositories.map(({ id }) => id));
        if (repositories.length < perPage) break;
    }
    const wanted = inputs.selectedRepositoryIds;
    const isSame =
        Array.isArray(wanted) &&
        wanted.length === ids.length &&
        wanted.every((id) => typeof id === "number" && ids.includes(id));
    const live = {
        enforcedRepositories: policy,
        // Order means nothing: the program's stays where the set is the same.
        ...(policy === "selected" ? { selectedRepositoryIds: isSame ? wanted : ids } : {}),
    };
    return {
        inputs: { ...liveInputs(inputs, live, {}), ...live },
        computed: { enforcedByOwner: false },
    };
}
