import { fixed, integer, oneOf, required } from "../shape";
import { isUnknown, num, str, text as joined, UNKNOWN } from "../values";
import { requireDefinition } from "./buildClaims";
import { devOpsType } from "./devOpsType";
import { filled, projectId, uuid } from "./fields";
import { bareId, idTrouble, protectedClaim, requireProtected } from "./protectedResources";

/** Leave to use a protected resource: for one pipeline, or for all of the project. */
export const pipelineAuthorization = devOpsType("PipelineAuthorization", {
    inputs: {
        pipelineId: fixed(integer(1)),
        pipelineProjectId: fixed(uuid),
        projectId,
        resourceId: required(fixed(filled)),
        type: required(
            fixed(oneOf("endpoint", "queue", "variablegroup", "environment", "repository")),
        ),
    },
    id: (inputs) => {
        const place = [str(inputs, "projectId"), str(inputs, "type"), str(inputs, "resourceId")];
        const of = str(inputs, "pipelineProjectId");
        const pipeline = inputs.pipelineId;
        const [project, type, resource] = place as [string, string, string];
        const id = joined`${project}/${type}/${resource}`;
        const within = of === "" ? id : joined`${id};pipeline_project_id=${of}`;
        const number = isUnknown(pipeline) ? UNKNOWN : (num(inputs, "pipelineId") ?? "");
        return number === "" ? within : joined`${within};pipeline_id=${number}`;
    },
    setting: true,
    check: (inputs) => {
        const [type, id] = [str(inputs, "type"), str(inputs, "resourceId")];
        if (isUnknown(id)) {
            return [];
        }
        const reason =
            type === "repository" && id.includes(".")
                ? "the provider puts the project's id before it: give the repository's alone"
                : idTrouble(type, id);
        return reason === undefined ? [] : [{ property: "resourceId", reason }];
    },
    parents: ({ inputs, scope }) => [
        protectedClaim(
            scope.owner,
            str(inputs, "type"),
            bareId(str(inputs, "type"), str(inputs, "resourceId")),
        ),
    ],
    needs: (write) => {
        const { inputs } = write;
        requireProtected(write, str(inputs, "type"), str(inputs, "resourceId"));
        const pipeline = num(inputs, "pipelineId");
        if (pipeline !== undefined) {
            const project = str(inputs, "pipelineProjectId") || str(inputs, "projectId");
            requireDefinition(write, String(pipeline), project);
        }
    },
});
