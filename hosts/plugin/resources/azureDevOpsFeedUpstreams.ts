import { z } from "zod";
import { segment, understood } from "../answers";
import type { Failure } from "../configuration";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { isObject, isUnknown, pick, str, type Value, type Values } from "../values";
import { filled, given, guid, mayBe, noneOf } from "./shapes";

const internal = [
    "internalUpstreamCollectionId",
    "internalUpstreamFeedId",
    "internalUpstreamViewId",
];
const ids = [...internal, "internalUpstreamProjectId"];
const parts = ["name", "protocol", "location", "upstreamSourceType", ...ids];

/** source: MicrosoftDocs/vsts-rest-api-specs, artifacts 7.2, UpstreamSource; date: 2026-11-21 */
const source = z.strictObject({
    name: filled,
    protocol: z.enum(["cargo", "maven", "npm", "nuget", "pypi", "upack"]),
    location: z
        .string()
        .regex(/^(https|azure-feed):\/\/\S+$/, "must be an address: https or azure-feed"),
    upstreamSourceType: z.enum(["public", "internal"]).optional(),
    ...Object.fromEntries(ids.map((name) => [name, guid.optional()])),
});

const feed = z.object({
    upstreamSources: z
        .array(
            z.looseObject({
                id: z.string().nullish(),
                name: z.string(),
                protocol: z.string(),
                location: z.string(),
                upstreamSourceType: z.string().nullish(),
                deletedDate: z.string().nullish(),
            }),
        )
        .nullish(),
});

export const azureDevOpsFeedUpstreams: HostResource = {
    name: "AzureDevOpsFeedUpstreams",
    schema: z.strictObject({
        feedId: guid,
        projectId: guid.optional(),
        upstreamSources: z.array(source),
    }),
    fixed: ["feedId", "projectId"],
    computed: {},
    rules: checkSources,
    id: idOf,
    create: async (on, inputs) => {
        await write(on, idOf(inputs), sourcesOf(inputs));
        return { id: idOf(inputs), computed: {} };
    },
    read: async (on, id, inputs) => {
        const stand = await standing(on, id);
        if (stand === undefined) return undefined;
        const [feedId, projectId] = id.split("/").reverse();
        const upstreamSources = stand.map((one, i) => asInput(one, sourcesOf(inputs)[i]));
        const live = { feedId, upstreamSources, ...(projectId === undefined ? {} : { projectId }) };
        return { inputs: liveInputs(inputs, live as Values, {}), computed: {} };
    },
    update: async (on, id, inputs) => {
        await write(on, id, sourcesOf(inputs));
        return {};
    },
    delete: async (on, id) => {
        await write(on, id, []);
    },
};

function checkSources(inputs: Values): Failure[] {
    return sourcesOf(inputs).flatMap((one, i, all) => {
        const at = ({ property, reason }: Failure) => ({
            property: `upstreamSources[${i}].${property}`,
            reason,
        });
        const name = str(one, "name").toLowerCase();
        const isTaken =
            !isUnknown(name) &&
            all.slice(0, i).some((other) => str(other, "name").toLowerCase() === name);
        const { upstreamSourceType: kind = "public" } = one;
        const missing = mayBe(kind, "public") ? [] : internal.filter((id) => one[id] === undefined);
        return [
            ...(isTaken ? [{ property: "name", reason: "is there twice" }] : []),
            ...(mayBe(kind, "internal")
                ? []
                : noneOf(one, given(one, ids), "is for internal sources")),
            ...missing.map((property) => ({
                property,
                reason: "missing, an internal source needs it",
            })),
        ].map(at);
    });
}

function sourcesOf(inputs: Values): Values[] {
    const { upstreamSources } = inputs;
    return Array.isArray(upstreamSources) ? upstreamSources.filter(isObject) : [];
}

function idOf(inputs: Values): string {
    const id = str(inputs, "feedId");
    return inputs.projectId === undefined ? id : `${str(inputs, "projectId")}/${id}`;
}

function pathOf(id: string): string {
    const [feedId = "", project] = id.split("/").reverse();
    const place = project === undefined ? "" : `/${segment(project)}`;
    return `${place}/_apis/packaging/feeds/${segment(feedId)}?api-version=7.2-preview.1`;
}

/** The sources a feed has, without those it remembers only; nothing when the feed is gone. */
async function standing(on: Hosts, id: string) {
    const path = pathOf(id);
    const answer = await on.devOpsFeeds.ask("GET", path, { expects: [404] });
    if (answer.status === 404) return undefined;
    const { upstreamSources } = understood(feed, path, answer);
    return (upstreamSources ?? []).filter(({ deletedDate }) => (deletedDate ?? "") === "");
}

/** A source in the words of the inputs; what was left out last time and is as that means stays left out. */
function asInput(found: Readonly<Record<string, unknown>>, last: Values | undefined): Values {
    const all = parts.flatMap((name): [string, Value][] => {
        const value = found[name];
        const isSilent =
            name === "upstreamSourceType" && value === "public" && last?.[name] === undefined;
        return typeof value === "string" && !isSilent ? [[name, value]] : [];
    });
    return Object.fromEntries(all);
}

/** A source that stands already keeps its id, so that packages taken from it stay. */
async function write(on: Hosts, id: string, sources: readonly Values[]): Promise<void> {
    const stand = await standing(on, id);
    if (stand === undefined) {
        if (sources.length === 0) return;
        throw new Error(`GET ${pathOf(id)}: 404, there is no such feed`);
    }
    const upstreamSources = sources.map((one) => {
        const same = stand.find(
            ({ protocol, location }) =>
                protocol === one.protocol &&
                location.toLowerCase() === str(one, "location").toLowerCase(),
        );
        const own = { upstreamSourceType: "public", ...pick(one, parts) };
        return typeof same?.id === "string" ? { ...own, id: same.id } : own;
    });
    await on.devOpsFeeds.ask("PATCH", pathOf(id), {
        body: { upstreamEnabled: true, upstreamSources },
    });
}
