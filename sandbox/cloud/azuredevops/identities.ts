import { createHash } from "node:crypto";
import { guid } from "../identifiers";
import { isUnknown, str, UNKNOWN } from "../values";
import type { CloudStore } from "../store/store";
import { findProject, organizationId } from "./organization";

/** Someone or something that holds permissions, approves or belongs to a group. */
export interface Identity {
    readonly kind: "group" | "user" | "service" | "servicePrincipal";
    /** Subject descriptor: `vssgp....`, `aad....`, `svc....`, `aadsp....`. */
    readonly descriptor: string;
    /** Storage key: the GUID other services know it by. */
    readonly id: string;
    readonly name: string;
}

/** Groups every organisation has; source: Microsoft Learn, "Security groups"; date: 2026-11-21 */
const organizationGroups = [
    "Project Collection Administrators",
    "Project Collection Build Administrators",
    "Project Collection Build Service Accounts",
    "Project Collection Valid Users",
] as const;

/** Groups every project has; source: the same. */
const projectGroups = [
    "Build Administrators",
    "Contributors",
    "Endpoint Administrators",
    "Endpoint Creators",
    "Project Administrators",
    "Project Valid Users",
    "Readers",
    "Release Administrators",
] as const;

/** Where an identity is found by its descriptor, its GUID or `[scope]\name`. */
export function identityClaim(owner: string, key: string): string {
    return `azure devops ${owner}/identity ${key}`;
}

/** A group's descriptor: its security identifier in base64, as the service writes it. */
export function groupDescriptor(...parts: string[]): string {
    return descriptorOf(parts, "1-2-3-4-5");
}

/** Groups that administer a project or organisation have a number of their own, the first. */
function administratorsDescriptor(...parts: string[]): string {
    return descriptorOf(parts, "0-0-0-0-1");
}

function descriptorOf(parts: string[], end: string): string {
    const bytes = createHash("sha256").update(parts.join("\0")).digest();
    const numbers = [0, 4, 8, 12].map((at) => bytes.readUInt32BE(at));
    const sid = `S-1-9-1551374245-${numbers.join("-")}-${end}`;
    return `vssgp.${Buffer.from(sid).toString("base64url")}`;
}

function builtIn(owner: string, scope: string, label: string, name: string): Identity {
    const parts = ["azure devops group", owner.toLowerCase(), scope, name];
    const administers = /^Project (Collection )?Administrators$/.test(name);
    return {
        kind: "group",
        descriptor: (administers ? administratorsDescriptor : groupDescriptor)(...parts),
        id: guid(...parts),
        name: `[${label}]\\${name}`,
    };
}

/** The groups an organisation is born with. */
export function groupsOfOrganization(owner: string): Identity[] {
    return organizationGroups.map((name) => builtIn(owner, "", owner, name));
}

/** The groups a project is born with; its name is part of theirs. */
export function groupsOfProject(owner: string, id: string, projectName: string): Identity[] {
    return projectGroups.map((name) => builtIn(owner, id, projectName, name));
}

/**
 * The identity of a project's jobs, which a project is born with.
 *
 * source: terraform-provider-azuredevops 1.16, namespaces_test.go (its descriptors)
 * date: 2026-11-21
 */
export function buildServiceOf(owner: string, id: string, projectName: string): Identity {
    const subject = `${organizationId(owner)}:Build:${id}`;
    return {
        kind: "service",
        descriptor: `svc.${Buffer.from(subject).toString("base64url")}`,
        id: guid("azure devops build service", owner.toLowerCase(), id),
        name: `${projectName} Build Service (${owner})`,
    };
}

/** Whoever a project is born with. */
export function bornWith(owner: string, id: string, projectName: string): Identity[] {
    const groups = groupsOfProject(owner, id, projectName);
    return [...groups, buildServiceOf(owner, id, projectName)];
}

/** Last digits of the ids of people and applications, from the first ones. */
function sealed(digits: string, kind: "user" | "servicePrincipal"): string {
    return createHash("sha256").update(`${kind} ${digits}`).digest("hex").slice(0, 12);
}

/**
 * The id of a person or application of the emulated directory. Everybody exists: whoever is looked
 * up is given an id. That id's last digits follow from the first ones, so a GUID somebody made up is
 * told from one that was looked up.
 */
export function principalId(kind: "user" | "servicePrincipal", name: string): string {
    const start = guid("azure devops principal", kind, name.toLowerCase()).slice(0, 24);
    return `${start}${sealed(start, kind)}`;
}

const prefixes = { user: "aad", servicePrincipal: "aadsp" } as const;

export function principalDescriptor(kind: "user" | "servicePrincipal", id: string): string {
    return isUnknown(id) ? UNKNOWN : `${prefixes[kind]}.${Buffer.from(id).toString("base64url")}`;
}

function principal(key: string): Identity | undefined {
    const [prefix = "", encoded = ""] = key.split(".");
    const decoded = Buffer.from(encoded, "base64url").toString();
    for (const kind of ["user", "servicePrincipal"] as const) {
        const id = (prefix === prefixes[kind] ? decoded : key).toLowerCase();
        if (/^[\da-f-]{36}$/.test(id) && id.slice(24) === sealed(id.slice(0, 24), kind)) {
            return { kind, id, descriptor: principalDescriptor(kind, id), name: id };
        }
    }
    return undefined;
}

/** Who a descriptor, a GUID or `[scope]\name` means, or nobody. */
export function findIdentity(store: CloudStore, owner: string, key: string): Identity | undefined {
    const folded = key.toLowerCase();
    const matches = (one: Identity) =>
        one.descriptor === key || one.id === folded || one.name.toLowerCase() === folded;
    const standing = store.holder(identityClaim(owner, key));
    if (standing === undefined) {
        return principal(key) ?? groupsOfOrganization(owner).find(matches);
    }
    const { id, inputs, outputs } = standing;
    const project = findProject(store, owner, id);
    if (project?.key === standing.key) {
        return bornWith(owner, id, str(inputs, "name")).find(matches);
    }
    const descriptor = str(outputs, "descriptor");
    return {
        kind: descriptor.startsWith("vssgp.") ? "group" : "user",
        descriptor,
        id: str(outputs, "groupId") || id,
        name: str(outputs, "principalName") || str(inputs, "name"),
    };
}
