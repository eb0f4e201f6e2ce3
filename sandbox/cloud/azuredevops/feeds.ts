import { azureDevOpsError } from "../failures";
import type { Scope, Write } from "../resourceType";
import { fixed, integer, list, object, oneOf, required } from "../shape";
import { storeKey, type StoredResource } from "../store/record";
import { isObject, isUnknown, items, str, UNKNOWN, type Values } from "../values";
import { devOpsType, newGuid, token } from "./devOpsType";
import { filled, feedName, no, uuid } from "./fields";
import { findIdentity } from "./identities";
import { requireSubject } from "./identityNeeds";
import { projectClaim } from "./organization";

/** A feed in the recycle bin: its name stays taken. */
const deletedFeed = "azure devops deleted feed";

function feedNameClaim(owner: string, inputs: Values): string {
    return `${projectClaim(owner, str(inputs, "projectId"))}/feed ${str(inputs, "name")}`;
}

/** What belongs to a feed is listed under it. */
export function feedClaim(owner: string, id: string): string {
    return `azure devops ${owner}/feed #${id}`;
}

function wants(inputs: Values, feature: "permanentDelete" | "restore"): boolean {
    return items(inputs, "features").some((one) => isObject(one) && one[feature] === true);
}

/** A package feed. Upstream sources are no part of it: the provider cannot set them. */
export const feed = devOpsType("Feed", {
    inputs: {
        features: list(object({ permanentDelete: no, restore: no })),
        name: fixed(feedName),
        projectId: fixed(uuid),
    },
    autoname: true,
    id: (inputs, scope, { once, store }) => {
        const kept = store.holder(feedNameClaim(scope.owner, inputs));
        return wants(inputs, "restore") && kept?.type === deletedFeed
            ? str(kept.outputs, "feedId")
            : once("feedId", () => newGuid(store, scope.owner, "feed"));
    },
    claims: ({ inputs, scope, id }) => [
        feedNameClaim(scope.owner, inputs),
        feedClaim(scope.owner, id),
    ],
    beforeCreate: ({ inputs, scope, store }) => {
        const holder = store.holder(feedNameClaim(scope.owner, inputs));
        if (holder?.type === deletedFeed && wants(inputs, "restore")) {
            store.write({ remove: [holder.key] });
        } else if (holder !== undefined) {
            const where = holder.type === deletedFeed ? " in the recycle bin" : "";
            const message = `FeedNameAlreadyExistsException: A feed named '${str(inputs, "name")}' already exists${where}.`;
            throw azureDevOpsError(409, message);
        }
    },
    deletion: ({ inputs, scope, store, id, old }) => ({
        remove: store.under(feedClaim(scope.owner, id)),
        ...(wants(inputs, "permanentDelete") ? {} : { leave: [inBin(scope, old)] }),
    }),
});

function inBin({ owner }: Scope, { id, inputs }: StoredResource): StoredResource {
    const project = str(inputs, "projectId");
    return {
        key: storeKey(deletedFeed, id, owner),
        type: deletedFeed,
        id,
        inputs,
        outputs: { feedId: id },
        claims: [feedNameClaim(owner, inputs)],
        parents: project === "" ? [] : [projectClaim(owner, project)],
        secrets: [],
    };
}

/** The feed a write names; it must stand in the project the write names, or in none. */
export function requireFeed({ inputs, scope, store }: Write): void {
    const id = str(inputs, "feedId");
    const found = store.find(token("Feed"), id, scope.owner);
    if (found === undefined || str(found.inputs, "projectId") !== str(inputs, "projectId")) {
        const message = `FeedIdNotFoundException: The feed with ID '${id}' doesn't exist. Feed may exist at organization or project level.`;
        throw azureDevOpsError(404, message);
    }
}

const ofFeed = {
    feedId: required(fixed(uuid)),
    projectId: fixed(uuid),
};

export const feedPermission = devOpsType("FeedPermission", {
    inputs: {
        ...ofFeed,
        displayName: filled,
        identityDescriptor: required(fixed(filled)),
        role: required(oneOf("reader", "contributor", "administrator", "collaborator")),
    },
    id: (_inputs, scope, { once, store }) =>
        once("permissionId", () => `fp-${newGuid(store, scope.owner, "feed permission")}`),
    outputs: ({ inputs, scope, store }) => {
        const descriptor = str(inputs, "identityDescriptor");
        const found = isUnknown(descriptor)
            ? undefined
            : findIdentity(store, scope.owner, descriptor);
        return {
            displayName: str(inputs, "displayName") || (found?.name ?? UNKNOWN),
            identityId: found?.id ?? UNKNOWN,
        };
    },
    unique: ({ inputs, scope }) => {
        const [id, who] = [str(inputs, "feedId"), str(inputs, "identityDescriptor")];
        return {
            claim: `${feedClaim(scope.owner, id)}/permission ${who}`,
            refusal: `Feed Permission for Feed : ${id} and Identity : ${who} already exists`,
        };
    },
    parents: ({ inputs, scope }) => [feedClaim(scope.owner, str(inputs, "feedId"))],
    needs: (write) => {
        requireFeed(write);
        requireSubject(write, str(write.inputs, "identityDescriptor"));
    },
});

export const feedRetentionPolicy = devOpsType("FeedRetentionPolicy", {
    inputs: {
        ...ofFeed,
        countLimit: required(integer(1, 5000)),
        daysToKeepRecentlyDownloadedPackages: required(integer(1, 4000)),
    },
    id: (inputs) => str(inputs, "feedId"),
    setting: true,
    parents: ({ inputs, scope }) => [feedClaim(scope.owner, str(inputs, "feedId"))],
    needs: requireFeed,
});
