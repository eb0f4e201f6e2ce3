import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import { isObject, items, num, part, str, texts } from "../values";
import { fullRef } from "./git";
import {
    groupsOfOrganization,
    identityClaim,
    principalDescriptor,
    principalId,
} from "./identities";
import { projectClaim } from "./organization";

/** Display name of the service principal that deploys: `getServicePrincipal` finds it. */
export const provisionerName = "provisioner";

/** Listed under the project: a policy of any kind. */
export function policyList(owner: string, project: string, kind: "branch" | "repository"): string {
    return `${projectClaim(owner, project)}/${kind} policies`;
}

/** Refuses a push the policies standing in the project forbid. */
export function refusePush(write: Write, repository: StoredResource, branch: string): void {
    const { store, scope } = write;
    if (repository.inputs.disabled === true) {
        throw azureDevOpsError(403, `TF401025: The repository ${repository.id} is disabled.`);
    }
    const project = str(repository.inputs, "projectId");
    const inForce = (kind: "branch" | "repository") =>
        store
            .under(policyList(scope.owner, project, kind))
            .filter(({ outputs }) => outputs.enabled !== false && outputs.blocking !== false);
    const guard = inForce("branch").find((one) => concerns(one, repository, branch));
    if (guard !== undefined && !maySkipPolicies(write, repository, branch)) {
        const message = `TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch. (${branch}: policy ${guard.id})`;
        throw azureDevOpsError(403, message);
    }
    for (const policy of inForce("repository")) {
        const ids = items(policy.inputs, "repositoryIds");
        if (ids.length === 0 || ids.includes(repository.id)) {
            refuseContent(write, policy);
        }
    }
}

/** True when one of a branch policy's scopes covers the branch. */
export function concerns(
    policy: StoredResource,
    repository: StoredResource,
    branch: string,
): boolean {
    return items(policy.outputs, "settings", "scopes")
        .filter(isObject)
        .some((scope) => {
            const [of, ref] = [str(scope, "repositoryId"), str(scope, "repositoryRef")];
            switch (str(scope, "matchType").toLowerCase()) {
                case "defaultbranch":
                    return fullRef(str(repository.outputs, "defaultBranch")) === branch;
                case "prefix":
                    return (of === "" || of === repository.id) && branch.startsWith(ref);
                default:
                    return (of === "" || of === repository.id) && (ref === "" || ref === branch);
            }
        });
}

/** The deployer may push past policies only where "PolicyExempt" is allowed and nowhere denied. */
function maySkipPolicies(write: Write, repository: StoredResource, branch: string): boolean {
    const { store, scope } = write;
    const self = principalDescriptor(
        "servicePrincipal",
        principalId("servicePrincipal", provisionerName),
    );
    const administrators = groupsOfOrganization(scope.owner).slice(0, 1);
    const groups = store
        .under(identityClaim(scope.owner, self))
        .map(({ inputs, outputs }) => str(inputs, "group") || str(outputs, "descriptor"));
    const subjects = new Set([
        self,
        ...groups,
        ...administrators.map(({ descriptor }) => descriptor),
    ]);
    const said = [projectClaim(scope.owner, str(repository.inputs, "projectId"))]
        .flatMap((claim) => store.under(`${claim}/git permissions`))
        .filter(({ inputs }) => {
            const [of, on] = [str(inputs, "repositoryId"), str(inputs, "branchName")];
            return (
                subjects.has(str(inputs, "principal")) &&
                (of === "" || of === repository.id) &&
                (on === "" || fullRef(on) === branch)
            );
        })
        .map(({ inputs }) => str(part(inputs, "permissions"), "PolicyExempt").toLowerCase());
    return said.includes("allow") && !said.includes("deny");
}

/** source: terraform-provider-azuredevops 1.16, repository policies; date: 2026-11-21 */
const bytesInMegabyte = 1024 * 1024;

function refuseContent({ inputs }: Write, { inputs: policy, id }: StoredResource): void {
    const file = `/${str(inputs, "file").replace(/^\//, "")}`;
    const refuse = (why: string) => {
        throw azureDevOpsError(403, `VS403654: The push was rejected by policy ${id}: ${why}.`);
    };
    const longest = num(policy, "maxPathLength");
    if (longest !== undefined && file.length > longest) {
        refuse(`the path ${file} has more than ${longest} characters`);
    }
    const largest = num(policy, "maxFileSize");
    if (
        largest !== undefined &&
        Buffer.byteLength(str(inputs, "content")) > largest * bytesInMegabyte
    ) {
        refuse(`${file} is larger than ${largest} MB`);
    }
    const email = str(inputs, "authorEmail");
    const emails = texts(policy, "authorEmailPatterns");
    if (email !== "" && emails.length > 0 && !matches(emails, email)) {
        refuse(`the author's address ${email} matches none of ${emails.join(", ")}`);
    }
    const paths = texts(policy, "filepathPatterns");
    if (matches(paths, file)) {
        refuse(`the path ${file} matches ${paths.join(", ")}`);
    }
}

/** Patterns in order, the last that matches decides; `!` takes away. */
function matches(patterns: readonly string[], text: string): boolean {
    return patterns.reduce((verdict, pattern) => {
        const out = pattern.startsWith("!");
        const body = out ? pattern.slice(1) : pattern;
        const form = body.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
        return new RegExp(`^${form}$`, "i").test(text) ? !out : verdict;
    }, false);
}
