import * as pulumi from "@pulumi/pulumi";
import type { Program } from "../conformance/support/case";
import { Group, Provider, Thing } from "../conformance/support/things";
import type { Graph, Node } from "./graphs";

/** Where the resources of the last run were, by key: what a later program names as aliases. */
export type Urns = Map<number, string>;

/** The program a graph stands for. It fills `urns`, and names those of `former` as aliases. */
export function programOf(graph: Graph, former: Urns, urns: Urns): Program {
    return () => {
        const things = new Map<number, Thing>();
        const groups = new Map<number, Group>();
        const providers = new Map<number, Provider>();
        for (const node of graph) {
            const alias = former.get(node.key);
            const parent = find(groups, node.parent);
            const opts = {
                ...(parent === undefined ? {} : { parent }),
                ...(alias === undefined ? {} : { aliases: [alias] }),
            };
            const make = (): pulumi.Resource => {
                if (node.kind === "group") return keep(groups, node, new Group(node.name, opts));
                if (node.kind === "provider") {
                    const settings = { zone: node.size, region: node.label };
                    return keep(providers, node, new Provider(node.name, settings, opts));
                }
                const used = node.uses.map((key) => find(things, key)?.arn);
                const label = pulumi.interpolate`l${node.label}${node.tied ? used[0] : ""}`;
                const inputs = {
                    size: node.size,
                    [node.deletesFirst ? "place" : "name"]: label,
                    refs: used,
                };
                const provider = find(providers, node.provider);
                const waitsFor = node.dependsOn.flatMap((key) => find(things, key) ?? []);
                const more = {
                    dependsOn: waitsFor,
                    ...(provider === undefined ? {} : { provider }),
                };
                return keep(things, node, new Thing(node.name, inputs, { ...opts, ...more }));
            };
            make().urn.apply((urn) => urns.set(node.key, urn));
        }
    };
}

function keep<Kind>(known: Map<number, Kind>, { key }: Node, resource: Kind): Kind {
    known.set(key, resource);
    return resource;
}

/** @throws Error when a graph names something that does not come before. */
function find<Kind>(known: ReadonlyMap<number, Kind>, key: number | undefined): Kind | undefined {
    if (key === undefined) return undefined;
    const resource = known.get(key);
    if (resource === undefined) throw new Error(`${key} does not come before what names it`);
    return resource;
}
