import type { Failure } from "../check";
import type { Write } from "../resourceType";
import {
    choice,
    defaulting,
    integer,
    list,
    object,
    oneOf,
    required,
    text,
    type Fields,
    type Shape,
} from "../shape";
import { isObject, items, num, part, str, texts, type Values } from "../values";
import { requireDefinition } from "./buildClaims";
import { devOpsType } from "./devOpsType";
import { filled, no, projectId, uuid, yes } from "./fields";
import { requireRepository } from "./git";
import { requireIdentity } from "./identityNeeds";
import { policyList } from "./pushes";

const sameCase: Pick<Shape, "same"> = { same: (a, b) => a.toLowerCase() === b.toLowerCase() };

const scopes = required(
    list(
        object({
            matchType: defaulting(
                { ...choice("Exact", "Prefix", "DefaultBranch"), ...sameCase },
                "Exact",
            ),
            repositoryId: filled,
            repositoryRef: filled,
        }),
        { min: 1 },
    ),
);

/** What a policy of one kind adds to what all have. */
interface Settings {
    readonly fields: Fields;
    readonly check?: (settings: Values) => Failure[];
    readonly needs?: (write: Write, settings: Values) => void;
}

function branchPolicy(name: string, { fields, check, needs }: Settings) {
    return devOpsType(name, {
        inputs: {
            blocking: yes,
            enabled: yes,
            projectId,
            settings: required(object({ ...fields, scopes })),
        },
        id: { series: "policy" },
        check: (inputs) => {
            const settings = part(inputs, "settings");
            return [...checkScopes(settings), ...(check?.(settings) ?? [])];
        },
        parents: ({ inputs, scope }) => [
            policyList(scope.owner, str(inputs, "projectId"), "branch"),
        ],
        needs: (write) => {
            const settings = part(write.inputs, "settings");
            for (const one of items(settings, "scopes").filter(isObject)) {
                const repository = str(one, "repositoryId");
                if (repository !== "") {
                    requireRepository(write, repository);
                }
            }
            needs?.(write, settings);
        },
    });
}

function checkScopes(settings: Values): Failure[] {
    return items(settings, "scopes").flatMap((one, i) => {
        const property = `settings.scopes[${i}].matchType`;
        const scope = isObject(one) ? one : {};
        const byDefault = str(scope, "matchType").toLowerCase() === "defaultbranch";
        const named = scope.repositoryId !== undefined || scope.repositoryRef !== undefined;
        const reason = "DefaultBranch takes neither repositoryId nor repositoryRef";
        return byDefault && named ? [{ property, reason }] : [];
    });
}

export const minReviewers = branchPolicy("BranchPolicyMinReviewers", {
    fields: {
        allowCompletionWithRejectsOrWaits: no,
        lastPusherCannotApprove: no,
        onEachIterationRequireVote: no,
        onLastIterationRequireVote: no,
        onPushResetAllVotes: no,
        onPushResetApprovedVotes: no,
        reviewerCount: integer(1),
        submitterCanVote: no,
    },
    check: (settings) =>
        ["onPushResetApprovedVotes", "onPushResetAllVotes"].flatMap((name) =>
            settings[name] !== undefined && settings.onLastIterationRequireVote !== undefined
                ? [
                      {
                          property: `settings.${name}`,
                          reason: "conflicts with settings.onLastIterationRequireVote",
                      },
                  ]
                : [],
        ),
});

export const buildValidation = branchPolicy("BranchPolicyBuildValidation", {
    fields: {
        buildDefinitionId: required(integer()),
        displayName: required(filled),
        filenamePatterns: list(filled),
        manualQueueOnly: no,
        queueOnSourceUpdateOnly: yes,
        validDuration: defaulting(integer(0), 720),
    },
    needs: (write, settings) =>
        void requireDefinition(write, String(num(settings, "buildDefinitionId"))),
});

export const autoReviewers = branchPolicy("BranchPolicyAutoReviewers", {
    fields: {
        autoReviewerIds: required(list(filled)),
        message: text,
        minimumNumberOfReviewers: defaulting(integer(1), 1),
        pathFilters: list(filled),
        submitterCanVote: no,
    },
    needs: (write, settings) => {
        for (const id of texts(settings, "autoReviewerIds")) {
            requireIdentity(write, id);
        }
    },
    // More than one of one group is the only number the service counts.
    check: (settings) => {
        const count = num(settings, "minimumNumberOfReviewers") ?? 1;
        return count > 1 && items(settings, "autoReviewerIds").length > 1
            ? [
                  {
                      property: "settings.minimumNumberOfReviewers",
                      reason: `${count} can be asked of exactly one group, not of several reviewers`,
                  },
              ]
            : [];
    },
});

export const commentResolution = branchPolicy("BranchPolicyCommentResolution", { fields: {} });

export const workItemLinking = branchPolicy("BranchPolicyWorkItemLinking", { fields: {} });

export const mergeTypes = branchPolicy("BranchPolicyMergeTypes", {
    fields: {
        allowBasicNoFastForward: no,
        allowRebaseAndFastForward: no,
        allowRebaseWithMerge: no,
        allowSquash: no,
    },
});

export const statusCheck = branchPolicy("BranchPolicyStatusCheck", {
    fields: {
        applicability: defaulting(oneOf("default", "conditional"), "default"),
        authorId: uuid,
        displayName: text,
        filenamePatterns: list(filled),
        genre: text,
        invalidateOnUpdate: no,
        name: required(filled),
    },
    needs: (write, settings) => {
        const author = str(settings, "authorId");
        if (author !== "") {
            requireIdentity(write, author);
        }
    },
});
