import { azureDevOpsError } from "../failures";
import { guid } from "../identifiers";
import type { Scope, Write } from "../resourceType";
import { choice, defaulting, fixed, list, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { isUnknown, items, str, text as joined, texts, UNKNOWN, type Values } from "../values";
import { devOpsType, newGuid } from "./devOpsType";
import { filled } from "./fields";
import { groupDescriptor, identityClaim } from "./identities";
import { requireSubject, requireSubjects } from "./identityNeeds";
import { findProject, organizationId, requireProject } from "./organization";

const names = ["displayName", "originId", "mail"];

/** `[Project]\name`, or `[organisation]\name`: what tells groups apart. */
function principalName(inputs: Values, scope: Scope, store: CloudStore): string {
    const project = str(inputs, "scope");
    const place =
        project === ""
            ? scope.owner
            : str(findProject(store, scope.owner, project)?.inputs, "name") || UNKNOWN;
    // A group of the directory is known by what it is called there.
    const local = str(inputs, "displayName");
    const name = local || str(inputs, "mail") || str(inputs, "originId");
    return local === "" ? joined`[TEAM FOUNDATION]\\${name}` : joined`[${place}]\\${name}`;
}

/** The service's own id of a group of the directory, by what the directory knows it by. */
function directoryId(inputs: Values, scope: Scope, what: string): string {
    const key = str(inputs, "mail") || str(inputs, "originId");
    return guid("azure devops directory group", scope.owner, what, key.toLowerCase());
}

/** What a group's memberships are listed under. */
function membersClaim(owner: string, group: string): string {
    return `${identityClaim(owner, group)} members`;
}

/** Whom something lists as members: each is told, so that a member's groups are found. */
function toldMembers({ inputs, scope }: Write): string[] {
    return texts(inputs, "members").map((one) => identityClaim(scope.owner, one));
}

export const group = devOpsType("Group", {
    inputs: {
        description: text,
        displayName: filled,
        mail: fixed(filled),
        members: list(filled),
        originId: fixed(filled),
        scope: fixed(filled),
    },
    // A group of the directory is made known, and may be again: it is the same one.
    setting: true,
    id: (inputs, scope, { once, store }) =>
        once("descriptor", () =>
            inputs.displayName === undefined
                ? `aadgp.${Buffer.from(directoryId(inputs, scope, "descriptor")).toString("base64url")}`
                : groupDescriptor(scope.owner, newGuid(store, scope.owner, "group")),
        ),
    check: (inputs) => {
        const given = names.filter((name) => inputs[name] !== undefined);
        const reason = `exactly one of ${names.join(", ")} must be given`;
        return given.length === 1 ? [] : [{ property: given[1] ?? "displayName", reason }];
    },
    outputs: ({ inputs, scope, store, id, once }) => {
        const project = str(inputs, "scope");
        const domain = isUnknown(project)
            ? UNKNOWN
            : project === ""
              ? `vstfs:///Framework/IdentityDomain/${organizationId(scope.owner)}`
              : `vstfs:///Classification/TeamProject/${project}`;
        const local = inputs.displayName !== undefined;
        const groupId = once("groupId", () =>
            local
                ? newGuid(store, scope.owner, "group id")
                : directoryId(inputs, scope, "storage key"),
        );
        return {
            description: str(inputs, "description"),
            descriptor: id,
            displayName:
                str(inputs, "displayName") || str(inputs, "mail") || str(inputs, "originId"),
            domain,
            groupId,
            mail: str(inputs, "mail"),
            members: inputs.members ?? [],
            origin: local ? "vsts" : "aad",
            originId: local ? groupId : (inputs.originId ?? once("originId", () => groupId)),
            principalName: principalName(inputs, scope, store),
            subjectKind: "group",
            url: joined`https://vssps.dev.azure.com/${scope.owner}/_apis/Graph/Groups/${id}`,
        };
    },
    unique: ({ inputs, scope, store }) => {
        const name = principalName(inputs, scope, store);
        return inputs.displayName === undefined
            ? undefined
            : {
                  claim: identityClaim(scope.owner, name),
                  refusal: `TF50205: The group already exists: ${name}.`,
              };
    },
    claims: ({ scope, id, outputs }) => [
        identityClaim(scope.owner, id),
        identityClaim(scope.owner, str(outputs, "groupId")),
    ],
    parents: (write) => {
        const project = str(write.inputs, "scope");
        const of = project === "" ? [] : [groupsOf(write.scope.owner, project)];
        return [...of, ...toldMembers(write)];
    },
    needs: (write) => {
        const project = str(write.inputs, "scope");
        if (project !== "") {
            requireProject(write.store, write.scope.owner, project);
        }
        requireSubjects(write, write.inputs, "members");
        if (items(write.inputs, "members").includes(write.id)) {
            throw azureDevOpsError(400, "TF50235: A group cannot be a member of itself.");
        }
    },
    deletion: ({ scope, store, id }) => ({ remove: store.under(membersClaim(scope.owner, id)) }),
});

/** A project's groups are listed with everything else of it, so that they go with it. */
function groupsOf(owner: string, project: string): string {
    return `azure devops ${owner}/project #${project}`;
}

export const groupMembership = devOpsType("GroupMembership", {
    inputs: {
        group: required(fixed(filled)),
        members: required(list(filled)),
        mode: defaulting(choice("add", "overwrite"), "add"),
    },
    id: { series: "membership", first: 1_000_000 },
    parents: (write) => [
        membersClaim(write.scope.owner, str(write.inputs, "group")),
        ...toldMembers(write),
    ],
    needs: (write) => {
        requireSubject(write, str(write.inputs, "group"));
        requireSubjects(write, write.inputs, "members");
    },
});
