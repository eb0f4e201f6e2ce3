import { bornWith } from "../../../../sandbox/cloud/azuredevops/identities";
import { all, settings, text, texts, type Deployed } from "../deployed";

/** Who belongs to what in one project. */
export interface Identities {
    readonly people: readonly string[];
    /** Descriptors of all groups that a person is in, by any way. */
    readonly groups: (person: string) => ReadonlySet<string>;
    /** Descriptor of a group of the project, or of its "Build Service"; nothing where there is none. */
    readonly born: (name: string) => string;
    /** Descriptor of what other services know by a GUID. */
    readonly byId: (id: string) => string | undefined;
    /** Names of the project's groups that a person is in. */
    readonly names: (person: string) => string[];
}

/** People in the groups of the directory, by the groups' object ids. */
export type EntraGroups = Readonly<Record<string, readonly string[]>>;

/** The groups of a project with all that is in them. */
export function identities(
    standing: Deployed,
    organization: string,
    entra: EntraGroups,
): Identities {
    // Another one may hold packages, and no code.
    const holders = new Set(all(standing, "Git").map(({ is }) => text(is.projectId)));
    const projects = all(standing, "Project");
    const project = projects.find(({ id }) => holders.has(id)) ?? projects[0];
    const born = project
        ? bornWith(organization, project.id, text(project.is.name)).map(
              ({ name, descriptor, id }) => ({ name: plain(name), descriptor, id }),
          )
        : [];
    const made = all(standing, "Group").map(({ is }) => ({
        name: text(is.displayName),
        descriptor: text(is.descriptor),
        id: text(is.originId),
    }));
    const members = membersOf(standing, entra);
    const known = [...born, ...made];
    const everybody = born.find(({ name }) => name === "Project Valid Users")?.descriptor ?? "";
    const groups = (person: string): ReadonlySet<string> => {
        const found = new Set<string>();
        const climb = (member: string): void => {
            for (const [group, its] of members) {
                if (!found.has(group) && its.has(member)) {
                    found.add(group);
                    climb(group);
                }
            }
        };
        climb(person);
        return found.size === 0 ? found : found.add(everybody);
    };
    const people = [...new Set([...members.values()].flatMap((its) => [...its]))].filter(
        (member) => !/^(vssgp|aadgp|svc)\./.test(member),
    );
    const remembered = new Map(people.map((person) => [person, groups(person)]));
    const groupsOf = (person: string) => remembered.get(person) ?? new Set<string>();
    return {
        people,
        groups: groupsOf,
        born: (name) => known.find((one) => one.name === name)?.descriptor ?? "",
        byId: (id) => known.find((one) => one.id === id)?.descriptor,
        names: (person) =>
            known.flatMap(({ name, descriptor }) =>
                groupsOf(person).has(descriptor) ? [name] : [],
            ),
    };
}

function membersOf(standing: Deployed, entra: EntraGroups): Map<string, Set<string>> {
    const members = new Map<string, Set<string>>();
    const add = (group: string, given: readonly string[]): void => {
        members.set(group, new Set([...(members.get(group) ?? []), ...given]));
    };
    for (const is of settings(standing, "Group")) {
        const directory = is.origin === "aad" ? (entra[text(is.originId)] ?? []) : [];
        add(text(is.descriptor), [...texts(is.members), ...directory]);
    }
    for (const is of settings(standing, "GroupMembership")) {
        add(text(is.group), texts(is.members));
    }
    return members;
}

/** Without the name of the project, which is part of what it was born with. */
function plain(name: string): string {
    return name.replace(/^\[.*]\\/, "").replace(/^.* Build Service \(.*\)$/, "Build Service");
}
