import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoJobsStartNoPipelines } from "../../../../policies/rules/estate/ado-jobs-start-no-pipelines";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import { buildService, contributors, devOps } from "../../../support/devOpsPlaceCases";

const one = devOps("one", "Project", { name: "Shop" });

/** Permissions of the build service on all pipelines of project "one". */
function folder(more: PropertyTree = {}, of = "one"): StackResource {
    const props: PropertyTree = {
        projectId: UNKNOWN,
        path: "\\",
        principal: buildService,
        permissions: { QueueBuilds: "Deny" },
        ...more,
    };
    return devOps("folder", "BuildFolderPermissions", props, { projectId: [of] });
}

function component(args: PropertyTree): StackResource {
    return { name: "component", type: "gatehouse:index:AzureDevOpsProject", props: args };
}

const notYet = { ...folder({ principal: UNKNOWN }), parent: "component" };
const found = ["(resource)"];

describeStackRule(adoJobsStartNoPipelines, {
    denied: [
        { name: "a project that says nothing of it", resources: [one], findings: found },
        {
            name: "a build service that may",
            resources: [one, folder({ permissions: { QueueBuilds: "Allow" } })],
            findings: found,
        },
        {
            name: "a build service that is refused something else",
            resources: [one, folder({ permissions: { EditBuildDefinition: "Deny" } })],
            findings: found,
        },
        {
            name: "a refusal to somebody else",
            resources: [one, folder({ principal: contributors })],
            findings: found,
        },
        {
            name: "a refusal on one folder",
            resources: [one, folder({ path: "\\web" })],
            findings: found,
        },
        {
            name: "a refusal in another project",
            resources: [one, devOps("other", "Project", {}), folder({}, "other")],
            findings: found,
        },
        {
            name: "a component whose argument lets jobs start pipelines",
            resources: [one, component({ allowJobsToQueue: true }), notYet],
            findings: found,
        },
    ],
    allowed: [
        { name: "a refusal on all pipelines", resources: [one, folder()] },
        {
            name: "a component that refuses it, while the build service is not known",
            resources: [one, component({}), notYet],
        },
    ],
    undecidable: [
        {
            name: "a refusal to somebody who is not known yet",
            resources: [one, folder({ principal: UNKNOWN })],
            production: false,
        },
        {
            name: "a permission that is not known yet",
            resources: [one, folder({ permissions: { QueueBuilds: UNKNOWN } })],
            production: false,
        },
    ],
    tokens: ["azuredevops:index:Project"],
});
