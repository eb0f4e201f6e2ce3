import type { Failure } from "../check";
import { githubError } from "../failures";
import { hex, nodeId } from "../identifiers";
import type { Write } from "../resourceType";
import { fixed, flag, list, matching, object, oneOf, required, text } from "../shape";
import type { StoredResource } from "../store/record";
import { isObject, isUnknown, items, str, UNKNOWN, type Values } from "../values";
import { dashed, exactlyOne, findTeam, joinedId, requireTeam, restType } from "./rest";

export const login = matching(
    /^[a-z\d](?:-?[a-z\d]){0,38}$/i,
    "a login: at most 39 letters, digits and single hyphens",
);

function slugOf(name: string): string {
    return isUnknown(name)
        ? UNKNOWN
        : name
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, "-")
              .replace(/^-|-$/g, "");
}

/** What is listed under a team, and goes with it. */
function ofTeam(owner: string, team: string): string {
    return `team ${owner}/#${team} holds`;
}

export const team = restType({
    token: "github:index/team:Team",
    inputs: {
        createDefaultMaintainer: flag,
        description: text,
        ldapDn: text,
        name: text,
        notificationSetting: oneOf("notifications_enabled", "notifications_disabled"),
        parentTeamId: text,
        parentTeamReadId: text,
        parentTeamReadSlug: text,
        privacy: oneOf("secret", "closed"),
    },
    autoname: dashed("name"),
    creates: true,
    defaults: {
        createDefaultMaintainer: false,
        notificationSetting: "notifications_enabled",
        privacy: "secret",
    },
    id: (_inputs, _scope, { once, store }) =>
        String(once("teamId", () => store.next("github team", 12_400_000, 71))),
    outputs: ({ inputs, id, scope, store, once, each }) => ({
        slug: slugOf(str(inputs, "name")),
        nodeId: once("nodeId", () => nodeId("T", scope.owner, id)),
        membersCount: store.under(ofTeam(scope.owner, id)).length,
        etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
    }),
    claims: ({ inputs, scope, id }) => [
        `team ${scope.owner}/#${id}`,
        `team ${scope.owner}/${slugOf(str(inputs, "name"))}`,
    ],
    parents: ({ scope }) => [`teams of ${scope.owner}`],
    beforeCreate: (write) => checkTeam(write),
    beforeUpdate: (change) => checkTeam(change, change.old),
    deletion: ({ store, scope, id }) => ({ remove: store.under(ofTeam(scope.owner, id)) }),
});

function checkTeam({ store, scope, inputs }: Write, itself?: StoredResource): void {
    const holder = store.holder(`team ${scope.owner}/${slugOf(str(inputs, "name"))}`);
    const request = `POST /orgs/${scope.owner}/teams`;
    if (holder !== undefined && holder.key !== itself?.key) {
        throw githubError(422, request, "Validation Failed: Name must be unique for this org");
    }
    const parent = str(inputs, "parentTeamId");
    if (parent !== "" && findTeam(store, scope.owner, parent) === undefined) {
        throw githubError(404, request, `Not Found: parent team ${parent}`);
    }
}

/** Listed under the team by its number, whether it was named by that or by its slug. */
function underTeam(write: Write): string[] {
    const found = findTeam(
        write.store,
        write.scope.owner,
        str(write.inputs, "teamId") || str(write.inputs, "teamSlug"),
    );
    return found === undefined ? [] : [ofTeam(write.scope.owner, found.id)];
}

const needsTeam = (write: Write): void => void requireTeam(write);
const role = oneOf("member", "maintainer");

export const teamMembership = restType({
    token: "github:index/teamMembership:TeamMembership",
    inputs: { role, teamId: required(fixed(text)), username: required(fixed(login)) },
    defaults: { role: "member" },
    id: (inputs) => joinedId(str(inputs, "teamId"), str(inputs, "username")),
    outputs: ({ id, each }) => ({ etag: each(() => `W/"${hex(32, id)}"`) }),
    parents: underTeam,
    beforeCreate: needsTeam,
});

export const teamMembers = restType({
    token: "github:index/teamMembers:TeamMembers",
    inputs: {
        members: required(list(object({ role, username: required(login) }))),
        teamId: fixed(text),
        teamSlug: fixed(text),
    },
    check: (inputs) => [...exactlyOne(inputs, ["teamId", "teamSlug"]), ...repeated(inputs)],
    id: (inputs) => str(inputs, "teamId") || str(inputs, "teamSlug"),
    outputs: ({ inputs }) => ({
        members: items(inputs, "members").map((one) =>
            isObject(one) ? { role: "member", ...one } : one,
        ),
    }),
    parents: underTeam,
    beforeCreate: needsTeam,
});

function repeated(inputs: Values): Failure[] {
    const logins = items(inputs, "members").map((one) =>
        isObject(one) ? str(one, "username").toLowerCase() : "",
    );
    return logins.flatMap((one, i) =>
        !isUnknown(one) && logins.indexOf(one) < i
            ? [{ property: `members[${i}].username`, reason: `"${one}" is listed twice` }]
            : [],
    );
}

export const teamRepository = restType({
    token: "github:index/teamRepository:TeamRepository",
    inputs: {
        permission: text,
        repository: required(fixed(text)),
        teamId: required(fixed(text)),
    },
    defaults: { permission: "pull" },
    id: (inputs) => joinedId(str(inputs, "teamId"), str(inputs, "repository")),
    outputs: ({ id, each }) => ({ etag: each(() => `W/"${hex(32, id)}"`) }),
    parents: underTeam,
    beforeCreate: needsTeam,
});

export const membership = restType({
    token: "github:index/membership:Membership",
    inputs: {
        downgradeOnDestroy: flag,
        role: oneOf("member", "admin"),
        username: required(fixed(login)),
    },
    defaults: { downgradeOnDestroy: false, role: "member" },
    id: (inputs, scope) => joinedId(scope.owner, str(inputs, "username")),
    outputs: ({ id, each }) => ({ etag: each(() => `W/"${hex(32, id)}"`) }),
    parents: ({ scope }) => [`members of ${scope.owner}`],
});
