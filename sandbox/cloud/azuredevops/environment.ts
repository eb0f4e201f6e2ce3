import { text } from "../shape";
import { str } from "../values";
import { devOpsType } from "./devOpsType";
import { nameWithout, projectId } from "./fields";
import { projectClaim } from "./organization";
import { protectedClaim } from "./protectedResources";

export const environment = devOpsType("Environment", {
    inputs: {
        description: text,
        name: nameWithout("\",'/\\[]:|<>+=;?*", 127),
        projectId,
    },
    autoname: true,
    id: { series: "environment" },
    outputs: ({ inputs }) => ({ description: str(inputs, "description") }),
    unique: ({ inputs, scope }) => ({
        claim: `${projectClaim(scope.owner, str(inputs, "projectId"))}/environment ${str(inputs, "name")}`,
        refusal: `EnvironmentExistsException: Environment with name '${str(inputs, "name")}' already exists in the project.`,
    }),
    claims: ({ scope, id }) => [protectedClaim(scope.owner, "environment", id)],
    deletion: ({ scope, store, id }) => ({
        remove: store.under(protectedClaim(scope.owner, "environment", id)),
    }),
});
