import { azureDevOpsError } from "../failures";
import { integer, required } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { items, str, type Values } from "../values";
import { filled, uuid } from "./fields";
import { groupsOfOrganization, groupsOfProject, type Identity } from "./identities";
import { listed, wanted, type DevOpsFunction } from "./lookup";
import { requireProject } from "./organization";

/** Groups of a project, or of the organisation: those it is born with, then those made. */
function groupsIn(store: CloudStore, owner: string, project: string): (Identity & Values)[] {
    const standing = project === "" ? undefined : requireProject(store, owner, project);
    const born =
        standing === undefined
            ? groupsOfOrganization(owner)
            : groupsOfProject(owner, project, str(standing.inputs, "name"));
    const made = listed(store, owner, "Group")
        .filter(({ inputs }) => str(inputs, "scope") === project)
        .map(identityOf);
    return [...born, ...made].map((one) => ({ ...one }));
}

function identityOf({ id, outputs }: StoredResource): Identity {
    return {
        kind: "group",
        descriptor: id,
        id: str(outputs, "groupId"),
        name: str(outputs, "principalName"),
    };
}

/** "[Project]\Readers" -> "Readers". */
function plain(name: string): string {
    return name.slice(name.lastIndexOf("\\") + 1);
}

function groupNamed(store: CloudStore, owner: string, args: Values): Identity {
    const name = str(args, "name").toLowerCase();
    const found = groupsIn(store, owner, str(args, "projectId")).find(
        (one) => plain(one.name).toLowerCase() === name,
    );
    if (found === undefined) {
        throw azureDevOpsError(404, `Could not find a group with name ${str(args, "name")}.`);
    }
    return found;
}

const getGroup: DevOpsFunction = {
    args: { name: required(filled), projectId: uuid },
    run: (args, { owner }, store) => {
        const { descriptor, id } = groupNamed(store, owner, args);
        const values = { descriptor, groupId: id, id: descriptor, origin: "vsts", originId: id };
        return { projectId: "", ...args, ...values };
    },
};

const getGroups: DevOpsFunction = {
    args: { projectId: uuid },
    run: (args, { owner }, store) => {
        const project = str(args, "projectId");
        return {
            id: `groups-${project}`,
            projectId: project,
            groups: groupsIn(store, owner, project).map(({ descriptor, id, name }) => ({
                description: "",
                descriptor,
                displayName: plain(name),
                domain: project === "" ? "" : `vstfs:///Classification/TeamProject/${project}`,
                id,
                mailAddress: "",
                origin: "vsts",
                originId: id,
                principalName: name,
                url: `https://vssps.dev.azure.com/${owner}/_apis/Graph/Groups/${descriptor}`,
            })),
        };
    },
};

const getGroupMembership: DevOpsFunction = {
    args: { groupDescriptor: required(filled) },
    run: (args, { owner }, store) => {
        const descriptor = str(args, "groupDescriptor");
        const group = listed(store, owner, "Group").filter(({ id }) => id === descriptor);
        const joined = listed(store, owner, "GroupMembership").filter(
            ({ inputs }) => str(inputs, "group") === descriptor,
        );
        const members = [...group, ...joined].flatMap(({ inputs }) => items(inputs, "members"));
        return { groupDescriptor: descriptor, id: descriptor, members: [...new Set(members)] };
    },
};

/** Descriptor of an identity in the older service: type and name. */
export function legacyDescriptor({ kind, descriptor, name }: Identity): string {
    if (kind === "service") {
        const subject = Buffer.from(descriptor.slice("svc.".length), "base64url").toString();
        return `Microsoft.TeamFoundation.ServiceIdentity;${subject}`;
    }
    const type =
        kind === "group"
            ? "Microsoft.TeamFoundation.Identity"
            : "Microsoft.IdentityModel.Claims.ClaimsIdentity";
    return `${type};${kind === "group" ? descriptor : name}`;
}

const getIdentityGroup: DevOpsFunction = {
    args: { name: required(filled), projectId: required(uuid) },
    run: (args, { owner }, store) => {
        const found = groupNamed(store, owner, args);
        const { id, descriptor } = found;
        return { ...args, id, descriptor: legacyDescriptor(found), subjectDescriptor: descriptor };
    },
};

const getIdentityGroups: DevOpsFunction = {
    args: { projectId: uuid },
    run: (args, { owner }, store) => {
        const project = str(args, "projectId");
        const groups = groupsIn(store, owner, project).map((one) => ({
            descriptor: legacyDescriptor(one),
            id: one.id,
            name: one.name,
            subjectDescriptor: one.descriptor,
        }));
        return { groups, id: `groups-${project}`, projectId: project };
    },
};

const teamProperties = ["administrators", "description", "members", "name", "projectId"];

function teamOf({ id, outputs }: StoredResource): Values {
    const values = teamProperties.map((name) => [name, outputs[name] ?? ""] as const);
    return { ...Object.fromEntries(values), id };
}

const getTeam: DevOpsFunction = {
    args: { name: required(filled), projectId: required(uuid), top: integer(1) },
    run: (args, { owner }, store) => {
        const among = listed(store, owner, "Team", str(args, "projectId"));
        const found = wanted(among, "name", str(args, "name"), "Team");
        return {
            top: 100,
            ...args,
            ...teamOf(found),
            descriptor: str(found.outputs, "descriptor"),
        };
    },
};

const getTeams: DevOpsFunction = {
    args: { projectId: uuid, top: integer(1) },
    run: (args, { owner }, store) => {
        const project = str(args, "projectId");
        const teams = listed(store, owner, "Team", project).map(teamOf);
        return { top: 100, ...args, id: `teams-${project}`, projectId: project, teams };
    },
};

/** Groups and teams, and who is in them. */
export const groupFunctions: Readonly<Record<string, DevOpsFunction>> = {
    getGroup,
    getGroupMembership,
    getGroups,
    getIdentityGroup,
    getIdentityGroups,
    getTeam,
    getTeams,
};
