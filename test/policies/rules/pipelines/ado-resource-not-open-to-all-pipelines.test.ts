import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoResourceNotOpenToAllPipelines } from "../../../../policies/rules/pipelines/ado-resource-not-open-to-all-pipelines";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function authorization(props: PropertyTree): Judged {
    const resource = { projectId: "shop", resourceId: "7", type: "environment" };
    return { type: devOpsToken("PipelineAuthorization"), props: { ...resource, ...props } };
}

function older(props: PropertyTree): Judged {
    const resource = { projectId: "shop", resourceId: "7", type: "endpoint" };
    return { type: devOpsToken("ResourceAuthorization"), props: { ...resource, ...props } };
}

function group(props: PropertyTree): Judged {
    const shop = { projectId: "shop", name: "shop", variables: [{ name: "a", value: "b" }] };
    return { type: devOpsToken("VariableGroup"), props: { ...shop, ...props } };
}

describeRule(adoResourceNotOpenToAllPipelines, {
    denied: [
        {
            name: "an authorisation without a pipeline",
            ...authorization({}),
            findings: ["pipelineId"],
        },
        {
            name: "one whose number is 0, which the provider takes for none",
            ...authorization({ pipelineId: 0 }),
            findings: ["pipelineId"],
        },
        {
            name: "the older resource without a pipeline",
            ...older({ authorized: true }),
            findings: ["definitionId"],
        },
        {
            name: "variables that every pipeline reads",
            ...group({ allowAccess: true }),
            findings: ["allowAccess"],
        },
    ],
    allowed: [
        { name: "one pipeline", ...authorization({ pipelineId: 12 }) },
        {
            name: "a pipeline whose number is not known yet",
            ...authorization({ pipelineId: UNKNOWN }),
        },
        { name: "the older resource with one", ...older({ authorized: true, definitionId: 12 }) },
        { name: "the older resource that closes", ...older({ authorized: false }) },
        { name: "variables by default", ...group({}) },
        { name: "variables that are closed", ...group({ allowAccess: false }) },
    ],
    undecidable: [
        { name: "variables whose opening is not known yet", ...group({ allowAccess: UNKNOWN }) },
        { name: "an opening that is not known yet", ...older({ authorized: UNKNOWN }) },
    ],
    tokens: ["azuredevops:index:PipelineAuthorization"],
});
