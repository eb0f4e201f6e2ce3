import { flag, integer, list, required, type Fields } from "../shape";
import { num, str, texts } from "../values";
import { devOpsType } from "./devOpsType";
import { filled, projectId, uuid, yes } from "./fields";
import { requireRepository } from "./git";
import { policyList } from "./pushes";

/** source: terraform-provider-azuredevops 1.16, repository max file size; date: 2026-11-21 */
const megabytes = [1, 2, 5, 10, 50, 100, 200];

function repositoryPolicy(name: string, fields: Fields) {
    return devOpsType(name, {
        inputs: { ...fields, blocking: yes, enabled: yes, projectId, repositoryIds: list(uuid) },
        id: { series: "policy" },
        check: (inputs) => {
            const size = num(inputs, "maxFileSize");
            return size === undefined || megabytes.includes(size)
                ? []
                : [
                      {
                          property: "maxFileSize",
                          reason: `${size} is not one of ${megabytes.join(", ")} (megabytes)`,
                      },
                  ];
        },
        parents: ({ inputs, scope }) => [
            policyList(scope.owner, str(inputs, "projectId"), "repository"),
        ],
        needs: (write) => {
            for (const id of texts(write.inputs, "repositoryIds")) {
                requireRepository(write, id);
            }
        },
    });
}

/** Rules on what may be pushed to a project's repositories. */
export const repositoryPolicies = [
    repositoryPolicy("RepositoryPolicyAuthorEmailPattern", {
        authorEmailPatterns: required(list(filled, { min: 1 })),
    }),
    repositoryPolicy("RepositoryPolicyCaseEnforcement", { enforceConsistentCase: required(flag) }),
    repositoryPolicy("RepositoryPolicyCheckCredentials", {}),
    repositoryPolicy("RepositoryPolicyFilePathPattern", {
        filepathPatterns: required(list(filled, { min: 1 })),
    }),
    repositoryPolicy("RepositoryPolicyMaxFileSize", { maxFileSize: required(integer()) }),
    repositoryPolicy("RepositoryPolicyMaxPathLength", {
        maxPathLength: required(integer(1, 10000)),
    }),
    repositoryPolicy("RepositoryPolicyReservedNames", {}),
];
