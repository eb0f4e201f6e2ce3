import { fixed, matching, required, text } from "../shape";
import { str } from "../values";
import { armType, groupId, location, suffixed, tags } from "./arm";
import { refuseLocked } from "./locks";

/** A group takes everything in it along when it goes; a lock on any of it holds the group. */
export const resourceGroup = armType({
    token: "azure-native:resources:ResourceGroup",
    api: "2024-03-01",
    type: "Microsoft.Resources/resourceGroups",
    inputs: {
        location: required(location),
        managedBy: fixed(text),
        resourceGroupName: fixed(
            matching(
                /^[-\w.()]{0,89}[-\w()]$/u,
                "1 to 90 letters, digits, _ - . ( ), no . at the end",
            ),
        ),
        tags,
    },
    path: ["resourceGroupName"],
    autoname: suffixed("resourceGroupName"),
    id: (inputs, scope) => groupId(scope, str(inputs, "resourceGroupName")),
    outputs: () => ({ properties: { provisioningState: "Succeeded" } }),
    beforeDelete: ({ store, id }) => {
        for (const inside of store.list().filter((one) => one.id.startsWith(`${id}/`))) {
            refuseLocked(store, inside.id, "delete");
        }
    },
    deletion: ({ store, id }) => ({
        remove: store.list().filter((one) => one.id.startsWith(`${id}/`)),
    }),
});
