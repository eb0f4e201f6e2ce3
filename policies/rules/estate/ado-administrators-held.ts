import { absent, known, readText, unknown, type Known } from "../../../model/known";
import { every, some } from "../../../model/logic";
import type { Resource } from "../../../model/resource";
import {
    gitPermissionsType,
    grant,
    grantBranch,
    isAdministrators,
    refuses,
} from "../../../model/views/devOpsGrants";
import { projectType, repositoryType } from "../../../model/views/devOpsPlaces";
import { defineStackRule } from "../../lib/defineRule";
import {
    declared,
    Holders,
    judgePlaces,
    placesOf,
    type Declarations,
} from "../../lib/devOpsCoverage";

/** Permissions that Project Administrators are born with, and by which every other rule is lifted. */
const lifting = ["EditPolicies", "ManagePermissions"];

/** Components that say by an argument whether they refuse this. */
const components = [
    "gatehouse:index:AzureDevOpsProject",
    "gatehouse:index:AzureDevOpsRepositoryGuard",
];

/**
 * Stops administrators of a project from lifting policies: that group is born with the permission to.
 * A refusal stands against that, for the project or for a repository.
 *
 * The group is known by its descriptor, which ends alike for all of them. While that is unknown, in the
 * preview of a new project, what the component says that the refusal stands under is believed; once
 * the project stands, the descriptor is read.
 *
 * Blind spot: administrators of the organisation are above refusals, and their group's descriptor
 * looks the same.
 *
 * Advice by default: Azure DevOps is used soundly without it, and on somebody else's stack every new
 * project would be refused. Organisations that hold to it make it mandatory.
 */
export const adoAdministratorsHeld = defineStackRule({
    id: "ado-administrators-held",
    code: "S22",
    title: "Project administrators cannot lift policies and permissions of repositories",
    attack:
        "One of the project's administrators, or a thief of their account, switches a branch policy off, pushes, and " +
        "switches it on again: nobody else takes part.",
    blindSpot:
        "Projects and groups of other stacks are not seen, nor refusals written as SecurityPermissions. Administrators of the organisation are above any refusal.",
    severity: "high",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "refuse EditPolicies and ManagePermissions to Project Administrators (AzureDevOpsProject, AzureDevOpsRepositoryGuard: leave allowProjectAdministrators out)",
        code: `new GitPermissions("administrators", {
    projectId: project.id,
    principal: administrators.descriptor,
    permissions: { EditPolicies: "Deny", ManagePermissions: "Deny" },
});`,
    },
    controls: ["ncsc:7", "ncsc:6", "owasp:cicd-sec-2", "owasp:cicd-sec-1"],
    tags: ["azure-devops", "repository", "access"],
    types: [projectType, repositoryType],
    settings: {},
    examples: {
        denied: 'new Project("shop", { name: "Shop" });',
        allowed: `const shop = new Project("shop", { name: "Shop" });
const administrators = getGroupOutput({ projectId: shop.id, name: "Project Administrators" });
new GitPermissions("administrators", {
    projectId: shop.id,
    principal: administrators.descriptor,
    permissions: { EditPolicies: "Deny", ManagePermissions: "Deny" },
});`,
    },
    judge(stack, context) {
        const places = placesOf(stack, context);
        const grants = new Holders(places, [gitPermissionsType], "repositoryId");
        return judgePlaces(places, {
            covers: (place) =>
                some(
                    grants.of(place).map((one) => {
                        const repository = readText(one.props, "repositoryId");
                        return every([
                            refuses(grant(one), lifting),
                            onEveryBranch(one),
                            meansAdministrators(one, context),
                            grants.isAbout(repository, one, place),
                        ]);
                    }),
                ),
            finding: {
                property: "(resource)",
                seen: absent,
                wanted: `Deny of ${lifting.join(" and ")} for Project Administrators`,
            },
            open: "permissions of Project Administrators",
        });
    },
});

function onEveryBranch(resource: Resource): Known<boolean> {
    const branch = grantBranch(resource);
    return branch.state === "unknown" ? unknown : known(branch.state === "absent");
}

function meansAdministrators(resource: Resource, context: Declarations): Known<boolean> {
    const { principal } = grant(resource);
    if (principal.state === "known") return isAdministrators(principal);
    const said = declared(resource, context, components, "allowProjectAdministrators");
    return said.state === "absent" ? unknown : said;
}
