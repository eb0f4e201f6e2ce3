import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, list, text } from "../shape";
import { isObject, items, str } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { environmentTypeVariants, offeringTypeVariants } from "./securityConnectorShape";

export const securityConnector = namedType({
    token: "azure-native:security:SecurityConnector",
    api: "2024-08-01-preview",
    type: "Microsoft.Security/securityConnectors",
    inputs: {
        environmentData: environmentTypeVariants,
        environmentName: choice(
            "Azure",
            "AWS",
            "GCP",
            "Github",
            "AzureDevOps",
            "GitLab",
            "DockerHub",
            "JFrog",
        ),
        hierarchyIdentifier: text,
        kind: text,
        location,
        offerings: list(offeringTypeVariants),
        resourceGroupName,
        securityConnectorName: fixed(text),
        tags,
    },
    names: ["securityConnectorName"],
    settled: [["environmentName"], ["hierarchyIdentifier"]],
    outputs: ({ id, each }) => ({
        etag: each(() => `"${guid(id, String(Date.now()))}"`),
        hierarchyIdentifierTrialEndDate: "",
    }),
    beforeCreate: checkConnector,
    beforeUpdate: checkConnector,
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

/** Environment and offerings belong to the same cloud. */
function checkConnector({ inputs }: Write): void {
    const name = str(inputs, "environmentName").toLowerCase();
    const kind = str(inputs, "environmentData", "environmentType").toLowerCase();
    const stranger = items(inputs, "offerings")
        .filter(isObject)
        .map((one) => str(one, "offeringType"))
        .find((one) => !one.toLowerCase().includes(name));
    if (name !== "" && ((kind !== "" && !kind.startsWith(name)) || stranger !== undefined)) {
        throw armError(
            400,
            "InvalidInput",
            `${stranger ?? str(inputs, "environmentData", "environmentType")} does not belong to the environment ${str(inputs, "environmentName")}.`,
        );
    }
}
