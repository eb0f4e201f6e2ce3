import { allowed, conclude, type Finding, type Verdict } from "../../../model/finding";
import { is, map, readText } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import {
    buildFolderPermissionsType,
    endpointPermissionsType,
    grant,
    libraryPermissionsType,
    permissionPath,
    permissionSubject,
    reach,
    roleAssignmentType,
    securityPermissionsType,
    type PermissionSubject,
} from "../../../model/views/devOpsGrants";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/** Permissions by which somebody decides who may, and takes checks away. */
const administering: Readonly<Record<PermissionSubject, readonly string[]>> = {
    // Who may in repositories is another rule's.
    git: [],
    build: ["AdministerBuildPermissions"],
    library: ["Administer", "Owner"],
    serviceEndpoints: ["Administer"],
};

/**
 * Stops administrators of everything at once. Somebody has to administer a single connection,
 * environment, variable group or feed, and the catalogue would refuse that too: here such a grant is
 * narrow, and right. What holds for all of a project is not, whoever gets it: descriptors do not tell
 * a broad group from a small one.
 */
export const adoGrantsNarrow = defineRule({
    id: "ado-grants-narrow",
    code: "J09",
    title: "Nobody administers all connections, variables, pipelines or environments of a project",
    attack:
        "Whoever administers a connection or an environment takes its approvals off and uses it. With the right on " +
        "all of them, any one of an operating group's members reaches production alone.",
    blindSpot:
        "Sees what is granted here, not what groups have from birth or by hand. Administrators of a single thing are accepted, whoever they are.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "grant Use, View and Create for the project, and administration on single things only (AzureDevOpsProject: leave allowOperatorsToAdminister out)",
        code: 'permissions: { View: "Allow", Use: "Allow", Create: "Allow" }',
    },
    controls: ["owasp:cicd-sec-2", "owasp:cicd-sec-5", "mcsb:PA-7"],
    tags: ["azure-devops", "access"],
    types: [
        libraryPermissionsType,
        endpointPermissionsType,
        buildFolderPermissionsType,
        securityPermissionsType,
        roleAssignmentType,
    ],
    settings: {
        principals: texts(
            "Descriptors, and ids for roles, of principals that may administer everything of a kind.",
            [],
        ),
    },
    examples: {
        denied: `new ServiceendpointPermissions("operators", {
    projectId: project.id,
    principal: operators.descriptor,
    permissions: { Use: "Allow", Administer: "Allow" },
});`,
        allowed: `new ServiceendpointPermissions("operators", {
    projectId: project.id,
    principal: operators.descriptor,
    permissions: { Use: "Allow", Create: "Allow" },
});`,
    },
    judge(resource, { config }) {
        return resource.type === roleAssignmentType
            ? judgeRole(resource, config.principals)
            : judgePermissions(resource, config.principals);
    },
});

function judgeRole(resource: Resource, principals: readonly string[]): Verdict {
    const { path, projectWide } = reach(resource);
    const role = readText(resource.props, "roleName");
    const administers = map(role, (name) => /^(administrator|owner)$/i.test(name));
    if (is(projectWide, false) || is(administers, false)) return allowed;
    const open = [
        ...(projectWide.state === "unknown" ? [path] : []),
        ...(administers.state === "unknown" ? ["roleName"] : []),
    ];
    const wanted = "Reader, User or Creator";
    const findings = [{ property: "roleName", seen: role, wanted }];
    return accepted(resource, "identityId", principals, open, findings);
}

function judgePermissions(resource: Resource, principals: readonly string[]): Verdict {
    const subject = permissionSubject(resource);
    if (subject.state === "absent") return allowed;
    const { path, projectWide } = reach(resource);
    if (is(projectWide, false)) return allowed;
    const { state } = grant(resource);
    const names =
        subject.state === "known"
            ? administering[subject.value]
            : [...new Set(Object.values(administering).flat())];
    const granted = names.filter((name) => is(state(name), "allow"));
    const unknown = names.filter((name) => state(name).state === "unknown");
    if (granted.length === 0) return conclude([], unknown.map(permissionPath));
    const open = [
        ...(subject.state === "unknown" ? ["namespaceId"] : []),
        ...(projectWide.state === "unknown" ? [path] : []),
    ];
    const findings = granted.map((name): Finding => ({
        property: permissionPath(name),
        seen: state(name),
        wanted: "NotSet or Deny",
    }));
    return accepted(resource, "principal", principals, open, findings);
}

/** The findings, unless the principal is one of those accepted, or something is not known yet. */
function accepted(
    { props }: Resource,
    path: string,
    principals: readonly string[],
    open: readonly string[],
    findings: readonly Finding[],
): Verdict {
    const principal = readText(props, path);
    if (principal.state === "known" && principals.includes(principal.value)) return allowed;
    const asks = principal.state === "unknown" && principals.length > 0;
    const unknown = [...open, ...(asks ? [path] : [])];
    return unknown.length > 0 ? conclude([], unknown) : conclude(findings);
}
