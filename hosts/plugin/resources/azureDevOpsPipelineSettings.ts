import { z } from "zod";
import { segment, understood } from "../answers";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { pick, str, type Values } from "../values";
import { guid, oneAtLeast } from "./shapes";

/** source: MicrosoftDocs/vsts-rest-api-specs, build 7.2, PipelineGeneralSettings; date: 2026-11-21 */
const settings = [
    "forkProtectionEnabled",
    "buildsEnabledForForks",
    "enforceJobAuthScopeForForks",
    "enforceNoAccessToSecretsFromForks",
    "isCommentRequiredForPullRequest",
    "requireCommentsForNonTeamMembersOnly",
    "requireCommentsForNonTeamMemberAndNonContributors",
    "disableClassicBuildPipelineCreation",
    "disableClassicReleasePipelineCreation",
    "disableImpliedYAMLCiTrigger",
    "enableShellTasksArgsSanitizing",
    "enableShellTasksArgsSanitizingAudit",
    "auditEnforceSettableVar",
];
const flags = Object.fromEntries(settings.map((name) => [name, z.boolean().optional()]));
const body = z.object(flags);

export const azureDevOpsPipelineSettings: HostResource = {
    name: "AzureDevOpsPipelineSettings",
    schema: z.strictObject({ projectId: guid, ...flags }),
    fixed: ["projectId"],
    computed: {},
    rules: (inputs) => oneAtLeast(inputs, settings),
    id: (inputs) => str(inputs, "projectId"),
    create: async (on, inputs) => {
        await write(on, inputs);
        return { id: str(inputs, "projectId"), computed: {} };
    },
    read: async (on, id, inputs) => {
        const path = pathOf(id);
        const answer = await on.devOps.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return undefined;
        const live = { projectId: id, ...understood(body, path, answer) };
        return { inputs: liveInputs(inputs, live, {}), computed: {} };
    },
    update: async (on, _id, inputs) => {
        await write(on, inputs);
        return {};
    },
    // Azure DevOps documents no value to go back to: organisations of different age begin differently. What
    // is no longer managed stays as it is, rather than being loosened on a guess.
    delete: () => Promise.resolve(),
};

function pathOf(projectId: string): string {
    return `/${segment(projectId)}/_apis/build/generalsettings?api-version=7.2-preview.1`;
}

/** @throws Error naming the settings that a stricter one of the organisation overrides. */
async function write(on: Hosts, inputs: Values): Promise<void> {
    const path = pathOf(str(inputs, "projectId"));
    const wanted = pick(inputs, settings);
    const answer = await on.devOps.ask("PATCH", path, { body: wanted });
    const stands = understood(body, path, answer);
    const other = Object.entries(wanted).filter(
        ([name, value]) => stands[name] !== undefined && stands[name] !== value,
    );
    if (other.length > 0) {
        const list = other.map(
            ([name, value]) =>
                `${name}: asked ${JSON.stringify(value)}, is ${String(stands[name])}`,
        );
        throw new Error(
            `PATCH ${path}: Azure DevOps keeps other values, probably the organisation's: ${list.join("; ")}`,
        );
    }
}
