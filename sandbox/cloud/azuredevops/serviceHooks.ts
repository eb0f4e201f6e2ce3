import type { Failure } from "../check";
import type { Write } from "../resourceType";
import {
    defaulting,
    flag,
    integer,
    map,
    matching,
    object,
    oneOf,
    required,
    secret,
    text,
    type Fields,
    type Shape,
} from "../shape";
import { isUnknown, part, str, type Values } from "../values";
import { requireDefinition } from "./buildClaims";
import { devOpsType } from "./devOpsType";
import { no, projectId, uuid } from "./fields";
import { requireRepository } from "./git";
import { requireProject } from "./organization";

/** Exactly one event a subscription is about. */
function oneEvent(inputs: Values, events: readonly string[]): Failure[] {
    const given = events.filter((name) => inputs[name] !== undefined);
    const reason = `exactly one event must be given, of ${events.join(", ")}`;
    return given.length === 1 ? [] : [{ property: given[1] ?? events[0] ?? "", reason }];
}

const pipelineEvents: Fields = {
    runStateChangedEvent: object({
        pipelineId: text,
        runResultFilter: oneOf("Canceled", "Failed", "Succeeded"),
        runStateFilter: oneOf("InProgress", "Canceling", "Completed"),
    }),
    stageStateChangedEvent: object({
        pipelineId: text,
        stageName: text,
        stageResultFilter: oneOf("Canceled", "Failed", "Rejected", "Skipped", "Succeeded"),
        stageStateFilter: oneOf("NotStarted", "Waiting", "Running", "Completed"),
    }),
};

/** Events of pipelines into a storage queue; it takes the account's key, so keys must be allowed. */
export const storageQueueHook = devOpsType("ServicehookStorageQueuePipelines", {
    inputs: {
        ...pipelineEvents,
        accountKey: required(secret(matching(/^.{64,100}$/, "64 to 100 characters"))),
        accountName: required(
            matching(/^[a-z0-9]{3,24}$/, "3 to 24 lower-case letters and digits"),
        ),
        projectId,
        queueName: required(
            matching(
                /^[a-z0-9](?:-?[a-z0-9]){2,62}$/,
                "3 to 63 lower-case letters, digits and single hyphens",
            ),
        ),
        ttl: defaulting(integer(0), 604_800),
        visiTimeout: defaulting(integer(0), 0),
    },
    id: "guid",
    check: (inputs) => oneEvent(inputs, Object.keys(pipelineEvents)),
    needs: (write) => {
        for (const event of Object.keys(pipelineEvents)) {
            const pipeline = str(part(write.inputs, event), "pipelineId");
            if (pipeline !== "") {
                requireDefinition(write, pipeline);
            }
        }
    },
});

const ofRepository = object({ repositoryId: text });
const ofProject = object({ projectId: text });
const reviewed: Fields = {
    branch: text,
    pullRequestCreatedBy: text,
    pullRequestReviewersContains: text,
    repositoryId: text,
};
const workItem: Fields = { areaPath: text, tag: text, workItemType: text };

/** source: terraform-provider-azuredevops 1.16, tfs_publisher.go; date: 2026-11-21 */
const webhookEvents: Readonly<Record<string, Shape>> = {
    buildCompleted: object({
        buildStatus: oneOf("Succeeded", "PartiallySucceeded", "Failed", "Stopped"),
        definitionName: text,
    }),
    gitPullRequestCommented: object({ branch: text, repositoryId: text }),
    gitPullRequestCreated: object(reviewed),
    gitPullRequestMergeAttempted: object({
        ...reviewed,
        mergeResult: oneOf("Succeeded", "Unsuccessful", "Conflicts", "Failure", "RejectedByPolicy"),
    }),
    gitPullRequestUpdated: object({
        ...reviewed,
        notificationType: oneOf(
            "PushNotification",
            "ReviewersUpdateNotification",
            "StatusUpdateNotification",
            "ReviewerVoteNotification",
        ),
    }),
    gitPush: object({ branch: text, pushedBy: text, repositoryId: text }),
    repositoryCreated: ofProject,
    repositoryDeleted: ofRepository,
    repositoryForked: ofRepository,
    repositoryRenamed: ofRepository,
    repositoryStatusChanged: ofRepository,
    serviceConnectionCreated: ofProject,
    serviceConnectionUpdated: ofProject,
    tfvcCheckin: object({ path: required(text) }),
    workItemCommented: object({ ...workItem, commentPattern: text }),
    workItemCreated: object({ ...workItem, linksChanged: flag }),
    workItemDeleted: object(workItem),
    workItemRestored: object(workItem),
    workItemUpdated: object({ ...workItem, changedFields: text, linksChanged: flag }),
};

const messages = defaulting(oneOf("all", "text", "html", "markdown", "none"), "all");

/** Events of a project to an address of one's own. */
export const webhook = devOpsType("ServicehookWebhookTfs", {
    inputs: {
        ...webhookEvents,
        acceptUntrustedCerts: no,
        basicAuthPassword: secret(text),
        basicAuthUsername: text,
        detailedMessagesToSend: messages,
        httpHeaders: map(text),
        messagesToSend: messages,
        projectId: required(uuid),
        resourceDetailsToSend: defaulting(oneOf("all", "minimal", "none"), "all"),
        resourceVersion: defaulting(text, "latest"),
        url: required(matching(/^https?:\/\/[^/]+/, "an http or https address")),
    },
    id: "guid",
    check: (inputs) => [
        ...oneEvent(inputs, Object.keys(webhookEvents)),
        ...checkCredentials(inputs),
    ],
    needs: requireEventSource,
});

/** The service sends no password in clear. */
function checkCredentials(inputs: Values): Failure[] {
    const url = str(inputs, "url");
    return inputs.basicAuthPassword !== undefined && !isUnknown(url) && url.startsWith("http:")
        ? [{ property: "url", reason: "must be https where a password is sent" }]
        : [];
}

function requireEventSource(write: Write): void {
    requireProject(write.store, write.scope.owner, str(write.inputs, "projectId"));
    for (const event of Object.keys(webhookEvents)) {
        const repository = str(part(write.inputs, event), "repositoryId");
        if (repository !== "") {
            requireRepository(write, repository);
        }
    }
}
