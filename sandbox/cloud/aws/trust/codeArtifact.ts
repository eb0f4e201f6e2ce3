import { hex } from "../../identifiers";
import { items, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    codeartifactRepositoryFields,
    domainFields,
    domainPermissionsFields,
} from "../fields/trustMore";
import { keyReference } from "../kms/references";
import { nameOf } from "../naming";
import { requireResourcePolicy } from "../policy/rules";
import { refer } from "../references";

const domainToken = "aws:codeartifact/domain:Domain";
const repositoryToken = "aws:codeartifact/repository:Repository";

export const domain = awsType({
    of: domainFields,
    operation: "codeartifact: CreateDomain",
    name: nameOf(
        /^[a-z][a-z0-9-]{0,48}[a-z0-9]$/,
        "2 to 50 small letters, digits and hyphens, beginning with a letter",
        { property: "domain", automatic: false },
    ),
    taken: { code: "ConflictException", says: "Domain with name '%' already exists" },
    references: [keyReference(["encryptionKey"], "ValidationException")],
    id: ({ region, accountId, name }) =>
        text`arn:aws:codeartifact:${region}:${accountId}:domain/${name}`,
    arn: ({ id }) => id,
    names: ({ outputs }) => [str(outputs, "domain")],
    outputs: ({ accountId, region, inputs, once }) => ({
        assetSizeBytes: "0",
        createdTime: once("createdTime", () => new Date().toISOString()),
        encryptionKey:
            inputs.encryptionKey ?? `arn:aws:kms:${region}:${accountId}:alias/aws/codeartifact`,
        owner: accountId,
        repositoryCount: 0,
        s3BucketArn: `arn:aws:s3:::assets-${hex(12, accountId, region)}-${region}`,
    }),
    held: {
        by: [repositoryToken],
        operation: "codeartifact: DeleteDomain",
        code: "ConflictException",
        says: "Domain % is not empty",
    },
});

const ofDomain = (owner: boolean) =>
    refer(
        ["domain"],
        domainToken,
        "ResourceNotFoundException",
        "Domain not found. Domain '%' does not exist",
        { http: 404, owner },
    );

export const artifactRepository = awsType({
    of: codeartifactRepositoryFields,
    operation: "codeartifact: CreateRepository",
    name: nameOf(
        /^[A-Za-z0-9][\w.-]{1,99}$/,
        "2 to 100 letters, digits and . _ -, beginning with a letter or digit",
        { property: "repository", automatic: false },
    ),
    taken: { code: "ConflictException", says: "Repository with name '%' already exists in domain" },
    references: [
        ofDomain(false),
        refer(
            ["upstreams", "*", "repositoryName"],
            repositoryToken,
            "ResourceNotFoundException",
            "Repository not found: %",
            { http: 404 },
        ),
    ],
    id: ({ region, accountId, inputs, name }) =>
        text`arn:aws:codeartifact:${region}:${accountId}:repository/${str(inputs, "domain")}/${name}`,
    arn: ({ id }) => id,
    names: ({ outputs }) => [str(outputs, "repository")],
    outputs: ({ accountId, inputs }) => ({
        administratorAccount: accountId,
        domainOwner: inputs.domainOwner ?? accountId,
        description: inputs.description ?? "",
    }),
    beforeWrite: ({ inputs }) => {
        if (items(inputs, "upstreams").length > 0 && inputs.externalConnections !== undefined) {
            const message = "A repository has either upstreams or an external connection";
            throw awsError(400, "codeartifact: CreateRepository", "ValidationException", message);
        }
    },
});

export const domainPermissions = awsType({
    of: domainPermissionsFields,
    operation: "codeartifact: PutDomainPermissionsPolicy",
    puts: true,
    references: [ofDomain(true)],
    check: ({ policyDocument }) =>
        policyDocument === undefined
            ? [{ property: "policyDocument", reason: "missing required property" }]
            : [],
    id: ({ region, accountId, inputs }) =>
        text`arn:aws:codeartifact:${region}:${accountId}:domain/${str(inputs, "domain")}`,
    outputs: ({ id, inputs, accountId, each }) => ({
        domainOwner: inputs.domainOwner ?? accountId,
        policyRevision:
            inputs.policyRevision ?? each(() => hex(32, id, str(inputs, "policyDocument"))),
        resourceArn: id,
    }),
    beforeWrite: ({ inputs }) => {
        requireResourcePolicy(
            "codeartifact: PutDomainPermissionsPolicy",
            str(inputs, "policyDocument"),
        );
    },
});
