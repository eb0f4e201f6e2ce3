import { projectId, uuid } from "../azuredevops/fields";
import { requireRepository } from "../azuredevops/git";
import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag } from "../shape";
import { str, text as joined, type Values } from "../values";
import { devOpsHostsType, given, oneAtLeast, without } from "./hostsType";

/**
 * Plans, and what each brings with it: in a repository and in what a project creates.
 * source: MicrosoftDocs/vsts-rest-api-specs, advancedSecurity 7.2 management; date: 2026-11-21
 */
const ofRepository: Readonly<Record<string, readonly string[]>> = {
    secretProtectionEnabled: ["blockPushes"],
    codeSecurityEnabled: ["codeQLEnabled", "dependencyScanningInjectionEnabled"],
};
const ofProject: Readonly<Record<string, readonly string[]>> = {
    enableSecretProtectionOnCreate: ["enableBlockPushesOnCreate"],
    enableCodeSecurityOnCreate: [
        "enableCodeQLOnCreate",
        "enableDependencyScanningInjectionOnCreate",
    ],
};
const namesIn = (plans: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(plans).flatMap(([plan, features]) => [plan, ...features]);

function checkForm(inputs: Values): Failure[] {
    const [own, other] =
        inputs.repositoryId === undefined ? [ofProject, ofRepository] : [ofRepository, ofProject];
    const what = inputs.repositoryId === undefined ? "a repository" : "a project";
    const failures = without(inputs, namesIn(other), `is for ${what}`);
    for (const [plan, features] of Object.entries(own)) {
        if (inputs[plan] === undefined || inputs[plan] === false) {
            const on = given(inputs, features).filter((name) => inputs[name] !== false);
            failures.push(
                ...on.map((property) => ({ property, reason: `needs ${plan} to be true` })),
            );
        }
    }
    return [...failures, ...oneAtLeast(inputs, namesIn(own))];
}

/** The repository must stand, in the project. */
function requireTarget(write: Write): void {
    const id = str(write.inputs, "repositoryId");
    if (id === "") return;
    const repository = requireRepository(write, id);
    if (str(repository.inputs, "projectId") !== str(write.inputs, "projectId")) {
        const message = `Repository ${id} is not in project ${str(write.inputs, "projectId")}.`;
        throw azureDevOpsError(404, message);
    }
}

export const advancedSecurity = devOpsHostsType("AzureDevOpsAdvancedSecurity", {
    inputs: {
        projectId,
        repositoryId: fixed(uuid),
        ...Object.fromEntries(
            [...namesIn(ofRepository), ...namesIn(ofProject)].map((name) => [name, flag]),
        ),
    },
    id: (inputs) =>
        inputs.repositoryId === undefined
            ? str(inputs, "projectId")
            : joined`${str(inputs, "projectId")}/${str(inputs, "repositoryId")}`,
    setting: true,
    check: checkForm,
    needs: requireTarget,
});
