import { guid, hex } from "../../identifiers";
import { isObject, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { associationFields, documentFields } from "../fields/ssm";
import { nameOf } from "../naming";
import { refer } from "../references";

export const ssmDocumentToken = "aws:ssm/document:Document";

/** A document by name; those of AWS itself are there. */
const document = refer(
    ["name"],
    ssmDocumentToken,
    "InvalidDocument",
    "Document with name % does not exist.",
    {
        name: (value) => (/^(AWS|Amazon)/.test(value) ? "" : value),
    },
);

function contentOf(inputs: Values): Values {
    try {
        const read = JSON.parse(str(inputs, "content")) as unknown;
        return isObject(read) ? read : {};
    } catch {
        return {};
    }
}

export const ssmDocument = awsType({
    of: documentFields,
    operation: "SSM: CreateDocument",
    name: nameOf(
        /^(?!(aws|amazon|amzn)[-_.]?)[\w.-]{3,128}$/i,
        "3 to 128 letters, digits and _ - ., not beginning with aws, amazon or amzn",
    ),
    taken: {
        http: 400,
        code: "DocumentAlreadyExists",
        says: "Document with same name % already exists",
    },
    defaults: { documentFormat: "JSON" },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) => text`arn:aws:ssm:${region}:${accountId}:document/${name}`,
    outputs: ({ inputs, accountId, once, each, old }) => {
        const version = String(Number(str(old?.outputs, "latestVersion") || 0) + 1);
        const content = contentOf(inputs);
        return {
            createdDate: once("createdDate", () => new Date().toISOString()),
            defaultVersion: version,
            description: str(content, "description"),
            documentVersion: version,
            hash: each(() => hex(64, str(inputs, "content"))),
            hashType: "Sha256",
            latestVersion: version,
            owner: accountId,
            parameters: [],
            platformTypes: ["Linux", "MacOS", "Windows"],
            schemaVersion: str(content, "schemaVersion"),
            status: "Active",
        };
    },
    beforeWrite: ({ inputs }) => {
        const isJson = (str(inputs, "documentFormat") || "JSON") === "JSON";
        if (isJson && str(contentOf(inputs), "schemaVersion") === "") {
            const message = "The content must be JSON with a schemaVersion.";
            throw awsError(400, "SSM: CreateDocument", "InvalidDocumentContent", message);
        }
    },
    held: {
        by: ["aws:ssm/association:Association"],
        operation: "SSM: DeleteDocument",
        http: 400,
        code: "AssociatedInstances",
        says: "The document % is associated with managed nodes.",
    },
});

export const association = awsType({
    of: associationFields,
    operation: "SSM: CreateAssociation",
    references: [document],
    defaults: { applyOnlyAtCronInterval: false },
    name: nameOf(/^[\w.\-:/]{3,200}$/, "3 to 200 letters, digits and _ . - : /"),
    id: ({ once, store }) => once("id", () => guid("association", String(store.next("aws", 0, 1)))),
    arn: ({ region, accountId, id }) => text`arn:aws:ssm:${region}:${accountId}:association/${id}`,
    outputs: ({ inputs, id }) => ({
        associationId: id,
        documentVersion: inputs.documentVersion ?? "$DEFAULT",
        parameters: inputs.parameters ?? {},
        targets: inputs.targets ?? [],
    }),
});
