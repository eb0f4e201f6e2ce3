import type { Failure } from "../check";
import { guid } from "../identifiers";
import { choice, defaulting, fixed, flag, map, oneOf, required, text, type Shape } from "../shape";
import { isUnknown, part, str, UNKNOWN, type Values } from "../values";
import { devOpsType } from "./devOpsType";
import { nameWithout, projectId } from "./fields";
import { bornWith, identityClaim } from "./identities";
import { organizationId, projectClaim, projectNameClaim } from "./organization";

/** source: terraform-provider-azuredevops 1.16, resource_project_features.go; date: 2026-11-21 */
const featureNames = ["artifacts", "boards", "pipelines", "repositories", "testplans"];

/** Names Azure DevOps keeps for itself; source: "Naming restrictions"; date: 2026-11-21 */
const reserved =
    /^(?:App_.*|bin|DefaultCollection|SignalR|Web|Web_\w+|con|nul|prn|aux|com\d|lpt\d)$/i;

const sameWord: Pick<Shape, "same"> = {
    same: (a, b) => a.toLowerCase() === b.toLowerCase(),
};

function checkFeatures(inputs: Values): Failure[] {
    return Object.entries(part(inputs, "features")).flatMap(([name]) =>
        featureNames.includes(name)
            ? []
            : [
                  {
                      property: `features[${JSON.stringify(name)}]`,
                      reason: `unknown feature; known: ${featureNames.join(", ")}`,
                  },
              ],
    );
}

function checkName(name: string): Failure[] {
    if (isUnknown(name) || !(reserved.test(name) || /^[_.]|\.$/.test(name))) {
        return [];
    }
    const reason = `${JSON.stringify(name)} is reserved, begins with _ or . or ends with .`;
    return [{ property: "name", reason }];
}

export const project = devOpsType("Project", {
    inputs: {
        description: text,
        features: map(oneOf("enabled", "disabled")),
        name: { ...nameWithout("\\/:*?\"'<>;#$*{},+=[]|@&%~", 64), ...sameWord },
        versionControl: fixed(defaulting({ ...choice("git", "tfvc"), ...sameWord }, "git")),
        visibility: defaulting({ ...choice("private", "public"), ...sameWord }, "private"),
        workItemTemplate: fixed(defaulting({ ...text, ...sameWord }, "Agile")),
    },
    autoname: true,
    id: "guid",
    // A project is imported by its name as well.
    seek: (name, { owner }, store) => store.holder(projectNameClaim(owner, name)),
    check: (inputs) => [...checkFeatures(inputs), ...checkName(str(inputs, "name"))],
    outputs: ({ inputs, scope }) => {
        const template = str(inputs, "workItemTemplate") || "Agile";
        return {
            processTemplateId: isUnknown(template)
                ? UNKNOWN
                : guid("azure devops process", organizationId(scope.owner), template.toLowerCase()),
        };
    },
    unique: ({ inputs, scope }) => ({
        claim: projectNameClaim(scope.owner, str(inputs, "name")),
        refusal: `TF200019: The following project already exists on the Azure DevOps Server: ${str(inputs, "name")}.`,
    }),
    claims: ({ inputs, scope: { owner }, id }) => [
        projectClaim(owner, id),
        ...bornWith(owner, id, str(inputs, "name")).flatMap(({ descriptor, id: key, name }) => [
            identityClaim(owner, descriptor),
            identityClaim(owner, key),
            identityClaim(owner, name),
        ]),
    ],
    parents: ({ scope }) => [`azure devops projects of ${scope.owner}`],
    deletion: ({ scope, store, id }) => ({ remove: store.under(projectClaim(scope.owner, id)) }),
});

export const projectFeatures = devOpsType("ProjectFeatures", {
    inputs: { features: required(map(oneOf("enabled", "disabled"))), projectId },
    id: (inputs) => str(inputs, "projectId"),
    setting: true,
    check: (inputs) => [
        ...checkFeatures(inputs),
        ...(Object.keys(part(inputs, "features")).length > 0 || isUnknown(inputs.features)
            ? []
            : [{ property: "features", reason: "must name at least one feature" }]),
    ],
});

export const projectPipelineSettings = devOpsType("ProjectPipelineSettings", {
    inputs: {
        enforceJobScope: flag,
        enforceJobScopeForRelease: flag,
        enforceReferencedRepoScopedToken: flag,
        enforceSettableVar: flag,
        projectId,
        publishPipelineMetadata: flag,
        statusBadgesArePrivate: flag,
    },
    id: (inputs) => str(inputs, "projectId"),
    setting: true,
    // What the program leaves out keeps the value a new project has.
    outputs: ({ inputs, old }) => ({ ...newProject, ...(old?.outputs ?? {}), ...inputs }),
});

/** source: Azure DevOps, settings of a new project; date: 2026-11-21 */
const newProject: Values = {
    enforceJobScope: true,
    enforceJobScopeForRelease: true,
    enforceReferencedRepoScopedToken: true,
    enforceSettableVar: true,
    publishPipelineMetadata: false,
    statusBadgesArePrivate: true,
};
