import { getUsersOutput, Group, GroupMembership, type Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import type { AzureDevOpsProjectArgs } from "./azureDevOpsProjectArgs";
import type { ProjectPrincipals } from "./projectPrincipals";

/** A group that stands, and what it may do. */
export interface StandingGroup {
    name: string;
    access: string;
    descriptor: pulumi.Output<string>;
    originId: pulumi.Output<string>;
}

/**
 * The groups, each of the project itself, so that it has one name here whoever is in it; Entra's groups
 * are its members. Approvals and automatic reviewers want the id the organisation gave a group: of a
 * group of Entra that is not the id it has there.
 *
 * source: issue 1106 of terraform-provider-azuredevops
 */
export function createGroups(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    project: Project,
): StandingGroup[] {
    const groupOfEntra = directoryGroups(parent, name);
    return args.groups.map((group) => {
        const people = (group.members ?? []).map((person) => descriptorOf(parent, person));
        const { descriptor, groupId } = new Group(
            `${name}-group/${group.name}`,
            {
                scope: project.id,
                displayName: group.name,
                description: group.description ?? "",
                members: [...(group.entraGroups ?? []).map(groupOfEntra), ...people],
            },
            { parent },
        );
        return { name: group.name, access: group.access, descriptor, originId: groupId };
    });
}

/**
 * Makes each Entra group known to the organisation, once, and finds its descriptor by its id. It stays
 * known afterwards: another project may name it too, and to be known gives no right.
 */
function directoryGroups(
    parent: pulumi.Resource,
    name: string,
): (id: string) => pulumi.Output<string> {
    const known = new Map<string, Group>();
    return (id) => {
        const key = id.toLowerCase();
        const group =
            known.get(key) ??
            new Group(`${name}-entra/${key}`, { originId: key }, { parent, retainOnDelete: true });
        known.set(key, group);
        return group.descriptor;
    };
}

/** Descriptor of a person who has access to the organisation. */
function descriptorOf(parent: pulumi.Resource, person: string): pulumi.Output<string> {
    const found = getUsersOutput({ principalName: person }, { parent });
    return found.users.apply((users) => theOne(person, users));
}

/**
 * The one person of that name.
 *
 * @throws Error - When nobody of that name has access to the organisation.
 */
export function theOne(person: string, found: readonly { descriptor: string }[]): string {
    const [first] = found;
    if (first === undefined) {
        throw new Error(`${person} has no access to the Azure DevOps organisation`);
    }
    return first.descriptor;
}

/**
 * Who is in the built-in groups: the groups listed, and nobody else. So nobody has rights by having
 * made the project or by being in its first team. While the project is adopted all others stay.
 */
export function createMemberships(
    parent: pulumi.Resource,
    name: string,
    args: AzureDevOpsProjectArgs,
    principals: ProjectPrincipals,
    groups: StandingGroup[],
): void {
    const adopting = args.adopt === true;
    const members = (...access: string[]) =>
        groups.filter((group) => access.includes(group.access)).map((group) => group.descriptor);
    const create = (label: string, group: pulumi.Output<string>, of: pulumi.Output<string>[]) => {
        if (adopting && of.length === 0) {
            return;
        }
        new GroupMembership(
            `${name}-members/${label}`,
            { group, members: of, mode: adopting ? "add" : "overwrite" },
            // The provider takes no notice of another mode.
            { parent, replaceOnChanges: ["mode"], deleteBeforeReplace: true },
        );
    };
    create("Readers", principals.readers.descriptor, members("read", "operate"));
    create("Contributors", principals.contributors.descriptor, members("write"));
    create("Build Administrators", principals.buildAdministrators.descriptor, []);
    if (args.allowProjectAdministrators !== true) {
        create("Project Administrators", principals.projectAdministrators.descriptor, []);
    }
}
