import { z } from "zod";
import { segment, understood } from "../answers";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { str, type Values } from "../values";
import { hostDefaults } from "./defaults";
import { organizationWide, repositoryName } from "./shapes";

const defaults = { useImmutableSubject: true };
const template = z.object({
    use_default: z.boolean().optional(),
    include_claim_keys: z.array(z.string()).optional(),
    use_immutable_subject: z.boolean().optional(),
    sub_claim_prefix: z.string().optional(),
});

/** source: OpenAPI description of GitHub's REST interface 23.0.1, custom OIDC sub claim; date: 2026-11-21 */
export const gitHubImmutableSubject: HostResource = {
    name: "GitHubImmutableSubject",
    schema: z.strictObject({
        repository: repositoryName.optional(),
        useImmutableSubject: z.boolean().optional(),
    }),
    fixed: ["repository"],
    defaults,
    computed: { subjectPrefix: "string" },
    id: (inputs) => str(inputs, "repository") || organizationWide,
    create: async (on, inputs) => {
        const id = str(inputs, "repository") || organizationWide;
        return { id, computed: await write(on, id, inputs.useImmutableSubject !== false) };
    },
    read: async (on, id, inputs) => {
        const found = await templateOf(on, id);
        if (found === undefined) return undefined;
        const live = {
            useImmutableSubject: found.use_immutable_subject ?? false,
            ...(id === organizationWide ? {} : { repository: id }),
        };
        return {
            inputs: liveInputs(inputs, live, defaults),
            computed: { subjectPrefix: found.sub_claim_prefix ?? "" },
        };
    },
    update: (on, id, inputs) => write(on, id, inputs.useImmutableSubject !== false),
    delete: async (on, id) => {
        if (id === organizationWide) {
            await put(on, id, false);
            return;
        }
        const path = `/repos/${segment(on.githubOwner)}/${segment(id)}`;
        const answer = await on.github.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return;
        const { created_at: created } = understood(
            z.object({ created_at: z.string() }),
            path,
            answer,
        );
        const isNew = Date.parse(created) >= Date.parse(hostDefaults.immutableSubjectsSince);
        await put(on, id, isNew);
    },
};

function pathOf({ githubOwner }: Hosts, id: string): string {
    const place =
        id === organizationWide
            ? `/orgs/${segment(githubOwner)}`
            : `/repos/${segment(githubOwner)}/${segment(id)}`;
    return `${place}/actions/oidc/customization/sub`;
}

async function templateOf(on: Hosts, id: string) {
    const path = pathOf(on, id);
    const answer = await on.github.ask("GET", path, { expects: [404] });
    return answer.status === 404 ? undefined : understood(template, path, answer);
}

/** The rest of the template goes back as it came: it belongs to somebody else. */
async function put(on: Hosts, id: string, wanted: boolean): Promise<void> {
    const stands = await templateOf(on, id);
    const keys = stands?.include_claim_keys ?? [];
    const isDefault = stands?.use_default ?? true;
    const own = id === organizationWide ? {} : { use_default: isDefault };
    const sendsKeys = keys.length > 0 && (id === organizationWide || !isDefault);
    const body = {
        ...own,
        ...(sendsKeys ? { include_claim_keys: keys } : {}),
        use_immutable_subject: wanted,
    };
    await on.github.ask("PUT", pathOf(on, id), { body });
}

/** @throws Error where GitHub answers success and does not do it, as a version without the switch would. */
async function write(on: Hosts, id: string, wanted: boolean): Promise<Values> {
    await put(on, id, wanted);
    const found = await templateOf(on, id);
    if (found?.use_immutable_subject !== wanted) {
        const now = String(found?.use_immutable_subject);
        throw new Error(
            `PUT ${pathOf(on, id)}: GitHub accepted use_immutable_subject ${wanted} but says ${now} now`,
        );
    }
    return { subjectPrefix: found.sub_claim_prefix ?? "" };
}
