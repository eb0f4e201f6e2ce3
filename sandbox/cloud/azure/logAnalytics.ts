import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    matching,
    number,
    object,
    required,
    text,
} from "../shape";
import { num, str } from "../values";
import { parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";

const requireWorkspace = ({ store, id }: Write): void =>
    void requireResource(store, parentId(id), "ParentResourceNotFound", "The workspace");

export const logTable = namedType({
    token: "azure-native:operationalinsights:Table",
    api: "2023-09-01",
    type: "Microsoft.OperationalInsights/workspaces/tables",
    inputs: {
        plan: choice("Basic", "Analytics"),
        resourceGroupName,
        restoredLogs: object({ endRestoreTime: text, sourceTable: text, startRestoreTime: text }),
        retentionInDays: integer(-1, 730),
        schema: object({
            columns: list(
                object({
                    dataTypeHint: choice("uri", "guid", "armPath", "ip"),
                    description: text,
                    displayName: text,
                    name: text,
                    type: choice(
                        "string",
                        "int",
                        "long",
                        "real",
                        "boolean",
                        "dateTime",
                        "guid",
                        "dynamic",
                    ),
                }),
            ),
            description: text,
            displayName: text,
            name: text,
        }),
        searchResults: object({
            description: text,
            endSearchTime: text,
            limit: number,
            query: text,
            startSearchTime: text,
        }),
        tableName: fixed(
            matching(/^[a-zA-Z]\w{0,62}$/, "1 to 63 letters, digits and _, with a letter first"),
        ),
        totalRetentionInDays: integer(-1, 4383),
        workspaceName: required(fixed(text)),
    },
    names: ["workspaceName", "tableName"],
    overwrites: true,
    outputs: ({ inputs, store, id }) => {
        const days =
            num(inputs, "retentionInDays") ??
            num(store.holder(parentId(id))?.outputs, "retentionInDays") ??
            30;
        const total = num(inputs, "totalRetentionInDays") ?? days;
        return {
            plan: inputs.plan ?? "Analytics",
            retentionInDays: days,
            totalRetentionInDays: total,
            archiveRetentionInDays: Math.max(0, total - days),
            retentionInDaysAsDefault: inputs.retentionInDays === undefined,
            totalRetentionInDaysAsDefault: inputs.totalRetentionInDays === undefined,
            provisioningState: "Succeeded",
        };
    },
    beforeCreate: checkTable,
    beforeUpdate: checkTable,
});

export const dataExport = namedType({
    token: "azure-native:operationalinsights:DataExport",
    api: "2023-09-01",
    type: "Microsoft.OperationalInsights/workspaces/dataExports",
    inputs: {
        createdDate: text,
        dataExportId: text,
        dataExportName: fixed(
            matching(
                /^[A-Za-z][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
                "4 to 63 letters, digits and hyphens",
            ),
        ),
        enable: flag,
        eventHubName: text,
        lastModifiedDate: text,
        resourceGroupName,
        resourceId: required(text),
        tableNames: required(list(text)),
        workspaceName: required(fixed(text)),
    },
    names: ["workspaceName", "dataExportName"],
    outputs: ({ inputs, once, id }) => ({
        dataExportId: once("dataExportId", () => guid("export", id.toLowerCase())),
        enable: inputs.enable ?? true,
    }),
    beforeCreate: (write) => {
        requireWorkspace(write);
        requireResource(
            write.store,
            str(write.inputs, "resourceId"),
            "ResourceNotFound",
            "The destination",
        );
    },
});

export const linkedService = namedType({
    token: "azure-native:operationalinsights:LinkedService",
    api: "2023-09-01",
    type: "Microsoft.OperationalInsights/workspaces/linkedServices",
    inputs: {
        linkedServiceName: fixed(choice("Cluster", "Automation")),
        provisioningState: choice("Succeeded", "Deleting", "ProvisioningAccount", "Updating"),
        resourceGroupName,
        resourceId: text,
        tags,
        workspaceName: required(fixed(text)),
        writeAccessResourceId: text,
    },
    names: ["workspaceName", "linkedServiceName"],
    hidden: [],
    outputs: () => ({ provisioningState: "Succeeded" }),
    beforeCreate: requireWorkspace,
});

/** What is kept in all is no less than what is kept at hand. */
function checkTable(write: Write): void {
    requireWorkspace(write);
    const [days, total] = [
        num(write.inputs, "retentionInDays"),
        num(write.inputs, "totalRetentionInDays"),
    ];
    if (days !== undefined && total !== undefined && total !== -1 && total < days) {
        throw armError(
            400,
            "InvalidParameter",
            `totalRetentionInDays ${total} must not be less than retentionInDays ${days}.`,
        );
    }
}
