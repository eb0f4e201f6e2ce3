import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { choice, defaulting, fixed, list, object, required } from "../shape";
import type { StoredResource } from "../store/record";
import { isObject, isUnknown, items, str, texts } from "../values";
import { devOpsType, newGuid, token } from "./devOpsType";
import { filled, nameWithout, no, projectId, upTo, uuid } from "./fields";
import { groupDescriptor, identityClaim } from "./identities";
import { requireSubjects } from "./identityNeeds";
import { findProject } from "./organization";

/** `[Project]\team`: teams and groups of a project share one set of names. */
function teamName({ inputs, scope, store }: Write): string {
    const project = findProject(store, scope.owner, str(inputs, "projectId"));
    return `[${str(project?.inputs, "name")}]\\${str(inputs, "name")}`;
}

function contents(owner: string, id: string): string {
    return `azure devops ${owner}/team #${id} holds`;
}

const people = list(filled);

export const team = devOpsType("Team", {
    inputs: {
        administrators: people,
        areas: list(object({ includeChildren: no, isDefault: no, path: required(filled) })),
        description: upTo(256),
        members: people,
        name: nameWithout('\\/:*?"<>|;#$,{}+=[]', 64),
        projectId,
    },
    autoname: true,
    id: "guid",
    check: (inputs) => {
        const standard = items(inputs, "areas").filter(
            (one) => isObject(one) && one.isDefault === true,
        );
        const reason = "only one area can be the default";
        return standard.length > 1 ? [{ property: "areas", reason }] : [];
    },
    outputs: ({ inputs, scope, store, once }) => ({
        administrators: inputs.administrators ?? [],
        description: str(inputs, "description"),
        descriptor: once("descriptor", () =>
            groupDescriptor(scope.owner, newGuid(store, scope.owner, "team")),
        ),
        members: inputs.members ?? [],
    }),
    unique: (write) => ({
        claim: identityClaim(write.scope.owner, teamName(write)),
        refusal: `TF400994: The following team already exists in the project: ${str(write.inputs, "name")}.`,
    }),
    claims: ({ scope, id, outputs }) => [
        identityClaim(scope.owner, id),
        identityClaim(scope.owner, str(outputs, "descriptor")),
        `azure devops ${scope.owner}/team #${id}`,
    ],
    needs: (write) => {
        const project = findProject(write.store, write.scope.owner, str(write.inputs, "projectId"));
        const own = `${str(project?.inputs, "name")} Team`;
        if (str(write.inputs, "name").toLowerCase() === own.toLowerCase()) {
            const message = `TF400994: The following team already exists in the project: ${own}.`;
            throw azureDevOpsError(409, message);
        }
        requireSubjects(write, write.inputs, "members");
        requireSubjects(write, write.inputs, "administrators");
    },
    deletion: ({ scope, store, id }) => ({ remove: store.under(contents(scope.owner, id)) }),
});

/** The team a write names; it must stand in the write's project. */
export function requireTeam({ inputs, scope, store }: Write): StoredResource {
    const id = str(inputs, "teamId");
    const found = store.find(token("Team"), id, scope.owner);
    if (found === undefined || str(found.inputs, "projectId") !== str(inputs, "projectId")) {
        const message = `TF400499: The team with id ${id} does not exist in the project.`;
        throw azureDevOpsError(404, message);
    }
    return found;
}

const mode = defaulting(choice("add", "overwrite"), "add");

function teamList(name: string, property: "members" | "administrators") {
    return devOpsType(name, {
        inputs: {
            mode,
            projectId,
            [property]: required(list(filled, { min: 1 })),
            teamId: required(fixed(uuid)),
        },
        id: { series: "membership", first: 1_000_000 },
        parents: ({ inputs, scope }) => [contents(scope.owner, str(inputs, "teamId"))],
        check: (inputs) => {
            const given = texts(inputs, property);
            const again = given.filter((one, i) => !isUnknown(one) && given.indexOf(one) < i);
            return again.map((one) => ({ property, reason: `${one} is listed twice` }));
        },
        needs: (write) => {
            requireTeam(write);
            requireSubjects(write, write.inputs, property);
        },
    });
}

export const teamMembers = teamList("TeamMembers", "members");
export const teamAdministrators = teamList("TeamAdministrators", "administrators");
