import { allowed, conclude, type Finding } from "../../../model/finding";
import { is, type Known } from "../../../model/known";
import {
    gitPermissionsType,
    grant,
    grantBranch,
    permissionPath,
    permissionSubject,
    securityPermissionsType,
} from "../../../model/views/devOpsGrants";
import { defineRule } from "../../lib/defineRule";
import { productionBranches } from "../../lib/productionBranches";
import { texts } from "../../lib/settings";

/** Permissions that pass over policies, or change them and who may. */
const lifting = [
    "Administer",
    "EditPolicies",
    "ForcePush",
    "ManagePermissions",
    "PolicyExempt",
    "PullRequestBypassPolicy",
];

/**
 * Stops grants beside which every branch policy is an offer. Force push on a branch of one's own is
 * what Azure DevOps gives the maker of a branch, and stays allowed on branches that do not deploy.
 *
 * The catalogue lists ProjectPermissions as well: their namespace has none of these permissions.
 */
export const adoGitNoBypassGrant = defineRule({
    id: "ado-git-no-bypass-grant",
    code: "F16",
    title: "Nobody is granted a way around the policies of repositories",
    attack:
        "One account with such a permission pushes to a protected branch, completes its own pull request, rewrites " +
        "history, or edits the policy first: whoever steals it, or leaves angry, needs nobody else.",
    blindSpot:
        "Sees what is granted here, not what groups have from birth or by hand, nor who belongs to a group.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "take the permission away, or refuse it with Deny (AzureDevOpsRepositoryGuard: leave allowBypass out)",
        code: 'permissions: { PolicyExempt: "Deny", PullRequestBypassPolicy: "Deny" }',
    },
    controls: ["ncsc:6", "ncsc:7", "owasp:cicd-sec-1", "owasp:cicd-sec-2", "cis:1.1.15"],
    tags: ["azure-devops", "repository", "access"],
    types: [gitPermissionsType, securityPermissionsType],
    settings: {
        principals: texts(
            "Descriptors of principals that may have such a permission, for example a break-glass group.",
            [],
        ),
        productionBranches,
    },
    examples: {
        denied: `new GitPermissions("administrators", {
    projectId: project.id,
    principal: administrators.descriptor,
    permissions: { PolicyExempt: "Allow" },
});`,
        allowed: `new GitPermissions("administrators", {
    projectId: project.id,
    principal: administrators.descriptor,
    permissions: { PolicyExempt: "Deny" },
});`,
    },
    judge(resource, { config }) {
        const subject = permissionSubject(resource);
        if (subject.state !== "unknown" && !is(subject, "git")) return allowed;
        const { principal, state } = grant(resource);
        if (principal.state === "known" && config.principals.includes(principal.value)) {
            return allowed;
        }
        const own = onOtherBranch(grantBranch(resource), config.productionBranches);
        const judged = lifting.filter((name) => name !== "ForcePush" || !own);
        const granted = judged.filter((name) => is(state(name), "allow"));
        const unknown = judged
            .filter((name) => state(name).state === "unknown")
            .map(permissionPath);
        // A principal of the list may turn out to be meant.
        const asks = principal.state === "unknown" && config.principals.length > 0;
        const open = [
            ...(subject.state === "unknown" ? ["namespaceId"] : []),
            ...(asks ? ["principal"] : []),
        ];
        return granted.length > 0 && open.length > 0
            ? conclude([], open)
            : conclude(granted.map(findingOf), unknown);
    },
});

/** Whether permissions are about a branch, or a folder of branches, that does not deploy. */
function onOtherBranch(branch: Known<string>, productionBranches: string): boolean {
    return branch.state === "known" && !new RegExp(productionBranches, "i").test(branch.value);
}

function findingOf(name: string): Finding {
    return {
        property: permissionPath(name),
        seen: { state: "known", value: "Allow" },
        wanted: "Deny, or nothing",
    };
}
