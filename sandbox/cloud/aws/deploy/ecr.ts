import { str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    ecrRepositoryFields,
    lifecyclePolicyFields,
    repositoryPolicyFields,
} from "../fields/deploy";
import { keyReference } from "../kms/references";
import { nameOf } from "../naming";
import { requirePolicy } from "../policy/rules";
import { refer } from "../references";
import { repositoryToken } from "./tokens";

export const repository = awsType({
    of: ecrRepositoryFields,
    operation: "ECR: CreateRepository",
    name: nameOf(
        /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
        "2 to 256 small letters and digits with . _ - / between",
        {
            fit: (name) => name.toLowerCase(),
        },
    ),
    taken: {
        http: 400,
        code: "RepositoryAlreadyExistsException",
        says: "The repository with name '%' already exists in the registry",
    },
    defaults: { forceDelete: false, imageTagMutability: "MUTABLE" },
    references: [keyReference(["encryptionConfigurations", "*", "kmsKey"], "KmsException")],
    check: (inputs) => {
        const excludes = inputs.imageTagMutabilityExclusionFilters !== undefined;
        const mutability = str(inputs, "imageTagMutability");
        return excludes && mutability.endsWith("MUTABLE")
            ? [
                  {
                      property: "imageTagMutabilityExclusionFilters",
                      reason: "needs a mutability WITH_EXCLUSION",
                  },
              ]
            : [];
    },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:ecr:${region}:${accountId}:repository/${name}`,
    outputs: ({ region, accountId, name }) => ({
        registryId: accountId,
        repositoryUrl: text`${accountId}.dkr.ecr.${region}.amazonaws.com/${name}`,
    }),
});

const ofRepository = refer(
    ["repository"],
    repositoryToken,
    "RepositoryNotFoundException",
    "The repository with name '%' does not exist in the registry",
    { owner: true },
);

export const lifecyclePolicy = awsType({
    of: lifecyclePolicyFields,
    operation: "ECR: PutLifecyclePolicy",
    puts: true,
    references: [ofRepository],
    id: ({ inputs }) => str(inputs, "repository"),
    outputs: ({ accountId }) => ({ registryId: accountId }),
    beforeWrite: ({ inputs }) => {
        if (!str(inputs, "policy").includes('"rules"')) {
            const message =
                "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: rules is required'";
            throw awsError(400, "ECR: PutLifecyclePolicy", "InvalidParameterException", message);
        }
    },
});

export const repositoryPolicy = awsType({
    of: repositoryPolicyFields,
    operation: "ECR: SetRepositoryPolicy",
    puts: true,
    references: [ofRepository],
    id: ({ inputs }) => str(inputs, "repository"),
    outputs: ({ accountId }) => ({ registryId: accountId }),
    beforeWrite: ({ inputs }) => {
        const statements = requirePolicy(
            "ECR: SetRepositoryPolicy",
            str(inputs, "policy"),
        ).statements;
        if (statements.some(({ resources }) => resources !== undefined)) {
            const message = "Invalid repository policy provided: it must have no Resource";
            throw awsError(400, "ECR: SetRepositoryPolicy", "InvalidParameterException", message);
        }
    },
});
