import { githubError } from "../failures";
import type { CloudFunction, Scope } from "../resourceType";
import { required, text, type Fields } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isObject, items, str, type Values } from "../values";
import { accountId } from "./account";
import { repositoryCollaborator, repositoryCollaborators } from "./repositoryAccess";
import { findTeam, repositoryClaim } from "./rest";
import { teamRepository } from "./teams";

/** What stands of a repository that gives somebody access to it. */
function grantsOf(store: CloudStore, owner: string, name: string): StoredResource[] {
    const claim = repositoryClaim(owner, name);
    if (store.holder(claim) === undefined) {
        throw githubError(404, `GET /repos/${owner}/${name}`, "Not Found");
    }
    const all = store.under(claim);
    // Who is not listed there has lost what was given by the others.
    const whole = all.filter(({ type }) => type === repositoryCollaborators.token);
    const single = [teamRepository.token, repositoryCollaborator.token];
    return whole.length > 0 ? whole : all.filter(({ type }) => single.includes(type));
}

function fullNameOf(args: Values, scope: Scope): [string, string] {
    const fullName = str(args, "fullName") || `${scope.owner}/${str(args, "name")}`;
    const [owner = "", name = ""] = fullName.split("/");
    return [owner, name];
}

const getRepositoryTeams: CloudFunction = (args, scope, store) => {
    const [owner, name] = fullNameOf(args, scope);
    const grants = grantsOf(store, owner, name).flatMap(({ inputs, outputs }) =>
        inputs.teamId === undefined ? items(outputs, "teams").filter(isObject) : [outputs],
    );
    const teams = grants.flatMap((grant) => {
        const team = findTeam(store, owner, str(grant, "teamId"));
        const permission = str(grant, "permission");
        return team === undefined
            ? []
            : [{ name: str(team.outputs, "name"), slug: str(team.outputs, "slug"), permission }];
    });
    return { id: name, name, fullName: `${owner}/${name}`, teams };
};

const getCollaborators: CloudFunction = (args, _scope, store) => {
    const [owner, name] = [str(args, "owner"), str(args, "repository")];
    const grants = grantsOf(store, owner, name).flatMap(({ inputs, outputs }) =>
        inputs.username === undefined ? items(outputs, "users").filter(isObject) : [outputs],
    );
    const collaborators = grants.map((grant) => {
        const login = str(grant, "username");
        const at = `https://api.github.com/users/${login}`;
        return {
            login,
            id: accountId(login),
            permission: str(grant, "permission"),
            siteAdmin: false,
            type: "User",
            url: at,
            htmlUrl: `https://github.com/${login}`,
            eventsUrl: `${at}/events`,
            followersUrl: `${at}/followers`,
            followingUrl: `${at}/following`,
            gistsUrl: `${at}/gists`,
            organizationsUrl: `${at}/orgs`,
            receivedEventsUrl: `${at}/received_events`,
            reposUrl: `${at}/repos`,
            starredUrl: `${at}/starred`,
            subscriptionsUrl: `${at}/subscriptions`,
        };
    });
    return { ...args, id: `${owner}/${name}`, collaborators };
};

/** Who has access to a repository, as far as the estate gave it. */
export const accessFunctions: readonly [string, { args: Fields; run: CloudFunction }][] = [
    [
        "github:index/getRepositoryTeams:getRepositoryTeams",
        { args: { fullName: text, name: text }, run: getRepositoryTeams },
    ],
    [
        "github:index/getCollaborators:getCollaborators",
        {
            args: {
                affiliation: text,
                owner: required(text),
                permission: text,
                repository: required(text),
            },
            run: getCollaborators,
        },
    ],
];
