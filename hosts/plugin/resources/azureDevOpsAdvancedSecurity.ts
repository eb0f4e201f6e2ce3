import { z } from "zod";
import { segment, understood } from "../answers";
import type { Failure } from "../configuration";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { pick, str, type Values } from "../values";
import { given, guid, mayBe, noneOf, oneAtLeast } from "./shapes";

type Plans = Readonly<Record<string, readonly string[]>>;

/**
 * Plans and the features each of them brings: of a repository, and of what a project creates.
 * source: MicrosoftDocs/vsts-rest-api-specs, advancedSecurity 7.2 management; date: 2026-11-21
 */
const ofRepository: Plans = {
    secretProtectionEnabled: ["blockPushes"],
    codeSecurityEnabled: ["codeQLEnabled", "dependencyScanningInjectionEnabled"],
};
const ofProject: Plans = {
    enableSecretProtectionOnCreate: ["enableBlockPushesOnCreate"],
    enableCodeSecurityOnCreate: [
        "enableCodeQLOnCreate",
        "enableDependencyScanningInjectionOnCreate",
    ],
};
const namesIn = (plans: Plans) =>
    Object.entries(plans).flatMap(([plan, features]) => [plan, ...features]);
const secretNames = ["secretProtectionEnabled", "blockPushes"];
const codeNames = namesIn(ofRepository).filter((name) => !secretNames.includes(name));

const flags = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, z.boolean().nullish()]));
const answerForm = z.object({
    secretProtectionFeatures: z.object(flags(secretNames)).nullish(),
    codeSecurityFeatures: z.object(flags(codeNames)).nullish(),
    enablementOnCreateSettings: z.object(flags(namesIn(ofProject))).nullish(),
});

export const azureDevOpsAdvancedSecurity: HostResource = {
    name: "AzureDevOpsAdvancedSecurity",
    schema: z.strictObject({
        projectId: guid,
        repositoryId: guid.optional(),
        ...Object.fromEntries(
            [...namesIn(ofRepository), ...namesIn(ofProject)].map((name) => [
                name,
                z.boolean().optional(),
            ]),
        ),
    }),
    fixed: ["projectId", "repositoryId"],
    computed: {},
    rules: checkForm,
    id: idOf,
    create: async (on, inputs) => {
        await write(on, idOf(inputs), inputs);
        return { id: idOf(inputs), computed: {} };
    },
    read: async (on, id, inputs) => {
        const path = pathOf(id, "includeAllProperties=true&");
        const answer = await on.devOpsSecurity.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return undefined;
        const found = understood(answerForm, path, answer);
        const [projectId = "", repositoryId] = id.split("/");
        const all =
            repositoryId === undefined
                ? found.enablementOnCreateSettings
                : { ...found.secretProtectionFeatures, ...found.codeSecurityFeatures };
        const live: Values = { projectId, ...(repositoryId === undefined ? {} : { repositoryId }) };
        for (const [name, value] of Object.entries(all ?? {})) live[name] = value ?? false;
        return { inputs: liveInputs(inputs, live, {}), computed: {} };
    },
    update: async (on, id, inputs) => {
        await write(on, id, inputs);
        return {};
    },
    delete: async (on, id, inputs) => {
        const managed = given(inputs, [...namesIn(ofRepository), ...namesIn(ofProject)]);
        const off = Object.fromEntries(managed.map((name) => [name, false]));
        await write(on, id, off, [404]);
    },
};

function checkForm(inputs: Values): Failure[] {
    const isProject = inputs.repositoryId === undefined;
    const [own, other] = isProject ? [ofProject, ofRepository] : [ofRepository, ofProject];
    const place = isProject ? "a repository" : "a project";
    const failures = noneOf(inputs, namesIn(other), `is for ${place}`);
    for (const [plan, features] of Object.entries(own)) {
        if (!mayBe(inputs[plan], true)) {
            const on = given(inputs, features).filter((name) => inputs[name] !== false);
            failures.push(...noneOf(inputs, on, `needs ${plan} to be true`));
        }
    }
    return [...failures, ...oneAtLeast(inputs, namesIn(own))];
}

function idOf(inputs: Values): string {
    const project = str(inputs, "projectId");
    return inputs.repositoryId === undefined
        ? project
        : `${project}/${str(inputs, "repositoryId")}`;
}

function pathOf(id: string, query = ""): string {
    const [project = "", repository] = id.split("/");
    const place = repository === undefined ? "" : `/repositories/${segment(repository)}`;
    return `/${segment(project)}/_apis/management${place}/enablement?${query}api-version=7.2-preview.3`;
}

async function write(on: Hosts, id: string, inputs: Values, expects: number[] = []): Promise<void> {
    const [secrets, code] = [pick(inputs, secretNames), pick(inputs, codeNames)];
    const body = id.includes("/")
        ? {
              ...(Object.keys(secrets).length > 0 ? { secretProtectionFeatures: secrets } : {}),
              ...(Object.keys(code).length > 0 ? { codeSecurityFeatures: code } : {}),
          }
        : { enablementOnCreateSettings: pick(inputs, namesIn(ofProject)) };
    await on.devOpsSecurity.ask("PATCH", pathOf(id), { body, expects });
}
