import { azureDevOpsError } from "../failures";
import { fixed, flag, required, text } from "../shape";
import { str, text as joined, type Values } from "../values";
import { devOpsType } from "./devOpsType";
import { filled } from "./fields";
import { extensions } from "./extensions.json";

interface Listed {
    readonly publisher: string;
    readonly name: string;
    readonly version: string;
    readonly scopes: readonly string[];
}

function listed(inputs: Values): Listed | undefined {
    const wanted = `${str(inputs, "publisherId")}.${str(inputs, "extensionId")}`.toLowerCase();
    const all: Readonly<Record<string, Listed>> = extensions;
    return Object.entries(all).find(([id]) => id.toLowerCase() === wanted)?.[1];
}

/** An extension of the marketplace. The emulated marketplace has those of extensions.json. */
export const extension = devOpsType("Extension", {
    inputs: {
        disabled: flag,
        extensionId: required(fixed(filled)),
        publisherId: required(fixed(filled)),
        version: text,
    },
    id: (inputs) => joined`${str(inputs, "publisherId")}/${str(inputs, "extensionId")}`,
    outputs: ({ inputs, once }) => {
        const found = listed(inputs);
        return {
            disabled: inputs.disabled ?? false,
            extensionName: once("extensionName", () => found?.name ?? ""),
            publisherName: once("publisherName", () => found?.publisher ?? ""),
            scopes: [...(found?.scopes ?? [])],
            version: str(inputs, "version") || once("version", () => found?.version ?? ""),
        };
    },
    beforeCreate: ({ inputs }) => {
        if (listed(inputs) === undefined) {
            const id = `${str(inputs, "publisherId")}.${str(inputs, "extensionId")}`;
            const known = Object.keys(extensions).join(", ");
            throw azureDevOpsError(
                404,
                `The extension ${id} is not in the marketplace; there: ${known}.`,
            );
        }
    },
});
