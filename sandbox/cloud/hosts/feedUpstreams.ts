import { feedClaim, requireFeed } from "../azuredevops/feeds";
import { filled, uuid } from "../azuredevops/fields";
import type { Failure } from "../check";
import { fixed, list, matching, object, oneOf, required } from "../shape";
import { isObject, isUnknown, items, str, text as joined, type Values } from "../values";
import { devOpsHostsType } from "./hostsType";

const internal = [
    "internalUpstreamCollectionId",
    "internalUpstreamFeedId",
    "internalUpstreamViewId",
] as const;

/** source: MicrosoftDocs/vsts-rest-api-specs, artifacts 7.2, UpstreamSource; date: 2026-11-21 */
const source = object({
    name: required(filled),
    protocol: required(oneOf("cargo", "maven", "npm", "nuget", "pypi", "upack")),
    location: required(matching(/^(https|azure-feed):\/\/\S+$/, "an address: https or azure-feed")),
    upstreamSourceType: oneOf("public", "internal"),
    internalUpstreamCollectionId: uuid,
    internalUpstreamFeedId: uuid,
    internalUpstreamProjectId: uuid,
    internalUpstreamViewId: uuid,
});

function checkSources(inputs: Values): Failure[] {
    const sources = items(inputs, "upstreamSources").filter(isObject);
    return sources.flatMap((one, i) => {
        const at = `upstreamSources[${i}]`;
        const name = str(one, "name").toLowerCase();
        const isTaken =
            !isUnknown(name) &&
            sources.slice(0, i).some((other) => str(other, "name").toLowerCase() === name);
        const kind = str(one, "upstreamSourceType") || "public";
        const ids = [...internal, "internalUpstreamProjectId"].filter(
            (id) => one[id] !== undefined,
        );
        const missing = internal.filter((id) => one[id] === undefined);
        return [
            ...(isTaken ? [{ property: `${at}.name`, reason: "is there twice" }] : []),
            ...(kind === "public"
                ? ids.map((id) => ({ property: `${at}.${id}`, reason: "is for internal sources" }))
                : []),
            ...(kind === "internal"
                ? missing.map((id) => ({
                      property: `${at}.${id}`,
                      reason: "missing, an internal source needs it",
                  }))
                : []),
        ];
    });
}

export const feedUpstreams = devOpsHostsType("AzureDevOpsFeedUpstreams", {
    inputs: {
        feedId: required(fixed(uuid)),
        projectId: fixed(uuid),
        upstreamSources: required(list(source)),
    },
    id: (inputs) =>
        inputs.projectId === undefined
            ? str(inputs, "feedId")
            : joined`${str(inputs, "projectId")}/${str(inputs, "feedId")}`,
    setting: true,
    check: checkSources,
    parents: ({ inputs, scope }) => [feedClaim(scope.owner, str(inputs, "feedId"))],
    needs: requireFeed,
});
