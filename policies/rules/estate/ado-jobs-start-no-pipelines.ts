import { absent, is, unknown, type Known } from "../../../model/known";
import { every, some } from "../../../model/logic";
import type { Resource } from "../../../model/resource";
import {
    buildFolderPermissionsType,
    grant,
    isBuildService,
    reach,
    refuses,
} from "../../../model/views/devOpsGrants";
import { projectType } from "../../../model/views/devOpsPlaces";
import { defineStackRule } from "../../lib/defineRule";
import { declared, judgePlace, placesOf, type Declarations } from "../../lib/devOpsCoverage";

/** The component that says by an argument whether it refuses this. */
const components = ["gatehouse:index:AzureDevOpsProject"];

/**
 * Stops runs that nobody asked for. Azure DevOps does not let whoever started a run approve it; a run
 * that a job started was started by the project's build service, so the person behind it may.
 *
 * The build service is known by its descriptor. While that is unknown, in the preview of a new project,
 * what the component says that the refusal stands under is believed; once the project stands, the
 * descriptor is read.
 *
 * Advice by default: Azure DevOps is used soundly without it, and on somebody else's stack every new
 * project would be refused. Organisations that hold to it make it mandatory.
 */
export const adoJobsStartNoPipelines = defineStackRule({
    id: "ado-jobs-start-no-pipelines",
    code: "S23",
    title: "The identity of a project's jobs starts no pipelines",
    attack:
        "A developer has a harmless pipeline start the deployment with its token. The run counts as the build " +
        "service's, and the developer approves it: the same person asked and approved.",
    blindSpot:
        "Jobs that are not limited to their project act as another identity, which is not judged; limits on their scope are ado-pipeline-settings'.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "refuse QueueBuilds to the build service on the folder of all pipelines (AzureDevOpsProject: leave allowJobsToQueue out)",
        code: `new BuildFolderPermissions("jobs", {
    projectId: project.id,
    path: "\\\\",
    principal: buildService.subjectDescriptor,
    permissions: { QueueBuilds: "Deny" },
});`,
    },
    controls: ["ncsc:7", "ncsc:3", "owasp:cicd-sec-5"],
    tags: ["azure-devops", "pipeline", "access"],
    types: [projectType],
    settings: {},
    examples: {
        denied: 'new Project("shop", { name: "Shop" });',
        allowed: `const shop = new Project("shop", { name: "Shop" });
const jobs = getIdentityUsersOutput({ name: "Shop Build Service (acme)" });
new BuildFolderPermissions("jobs", {
    projectId: shop.id,
    path: "\\\\",
    principal: jobs.subjectDescriptor,
    permissions: { QueueBuilds: "Deny" },
});`,
    },
    judge(stack, context) {
        const places = placesOf(stack, context);
        const refusals = places
            .ofType(buildFolderPermissionsType)
            .filter((one) => !is(refuses(grant(one), ["QueueBuilds"]), false));
        return places.projects.map((project) =>
            judgePlace(project, {
                covers: (place) =>
                    some(
                        refusals.map((one) =>
                            every([
                                refuses(grant(one), ["QueueBuilds"]),
                                reach(one).projectWide,
                                meansBuildService(one, context),
                                places.sameProject(one, place),
                            ]),
                        ),
                    ),
                finding: {
                    property: "(resource)",
                    seen: absent,
                    wanted: "Deny of QueueBuilds for the project's build service",
                },
                open: "permissions of the build service",
            }),
        );
    },
});

function meansBuildService(resource: Resource, context: Declarations): Known<boolean> {
    const { principal } = grant(resource);
    if (principal.state === "known") return isBuildService(principal);
    const said = declared(resource, context, components, "allowJobsToQueue");
    return said.state === "absent" ? unknown : said;
}
