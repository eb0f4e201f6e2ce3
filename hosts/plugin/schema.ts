import { z } from "zod";
import { version } from "../package.json";
import { configurationNames } from "./configuration";
import type { HostResource } from "./hostResource";
import { resources } from "./resources";

/** What is read of a JSON schema here. */
interface Form {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, Form>>;
    readonly required?: readonly string[];
    readonly items?: Form;
}
type Property = Record<string, unknown>;

/**
 * The package in Pulumi's own description: for `pulumi import`, and for programs in other languages. It follows
 * from the forms that inputs are checked with.
 */
export function schema(): object {
    const types: Record<string, Property> = {};
    const described = [...resources].map(([token, resource]) => [
        token,
        resourceSchema(resource, types),
    ]);
    const settings = Object.fromEntries(
        configurationNames.map((name) => [name, { type: "string" }]),
    );
    return {
        name: "gatehouse-hosts",
        version,
        description: "Settings of GitHub and Azure DevOps that only their REST interfaces have.",
        language: { nodejs: { packageName: "gatehouse-hosts" } },
        config: { variables: settings },
        provider: { inputProperties: settings },
        types,
        resources: Object.fromEntries(described) as Record<string, object>,
    };
}

function resourceSchema(resource: HostResource, types: Record<string, Property>): object {
    const { name, fixed, secrets = [], targets = [], defaults = {}, computed } = resource;
    const form = z.toJSONSchema(resource.schema, { io: "input" }) as Form;
    const property = (inner: Form, path: readonly string[]): Property => {
        const place = path.join(".");
        return {
            ...typeOf(inner, path),
            ...(secrets.includes(place) ? { secret: true } : {}),
            ...(fixed.includes(place) ? { willReplaceOnChanges: true } : {}),
        };
    };
    const typeOf = (inner: Form, path: readonly string[]): Property => {
        if (inner.type === "array") {
            return { type: "array", items: typeOf(inner.items ?? {}, [...path, "item"]) };
        }
        if (inner.properties === undefined) return { type: inner.type ?? "string" };
        const token = `gatehouse-hosts:index:${[name, ...path].map(capital).join("")}`;
        types[token] = {
            type: "object",
            properties: propertiesOf(inner, path),
            required: inner.required ?? [],
        };
        return { $ref: `#/types/${token}` };
    };
    const propertiesOf = ({ properties = {} }: Form, path: readonly string[]) =>
        Object.fromEntries(
            Object.entries(properties).map(([key, one]) => [key, property(one, [...path, key])]),
        );
    const inputProperties = propertiesOf(form, []);
    const told = Object.fromEntries(Object.entries(computed).map(([key, type]) => [key, { type }]));
    const shown = Object.entries(inputProperties).filter(([key]) => !targets.includes(key));
    const requiredInputs = form.required ?? [];
    const always = new Set([...requiredInputs, ...Object.keys(defaults), ...Object.keys(computed)]);
    return {
        inputProperties,
        requiredInputs,
        properties: { ...Object.fromEntries(shown), ...told },
        required: [...always],
    };
}

function capital(text: string): string {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
