import { planned } from "./environmentIndex";
import { readText, type Known } from "./known";
import type { Resource, Stack } from "./resource";
import type { ConnectionSubject, EntraSubject } from "./subjects";
import { standingId } from "./views/devOpsCheck";
import {
    azureConnectionTypes,
    devOpsConnection,
    genericConnectionType,
} from "./views/devOpsConnection";

/** Service connections that have a subject by which Azure trusts them. */
export const trustedConnectionTypes = [...azureConnectionTypes, genericConnectionType] as const;

const projectType = "azuredevops:index:Project";

/** Whether a stack makes the connection a subject names. */
export type ConnectionLookup = "found" | "undecided" | "missing";

/** The service connections of a stack, by what the subjects of their tokens say. */
export class ConnectionIndex {
    private readonly connections: readonly Resource[];
    private readonly plan: (resource: Resource) => Resource;

    constructor(
        private readonly stack: Stack,
        inputsOf: (urn: string) => Resource | undefined,
    ) {
        this.plan = (resource) => planned(resource, inputsOf(resource.urn));
        this.connections = stack.ofType(...trustedConnectionTypes).map(this.plan);
    }

    find(subject: ConnectionSubject | EntraSubject): ConnectionLookup {
        const readings = this.connections.map((one) =>
            subject.kind === "entra" ? hasId(one, subject) : this.hasNames(one, subject),
        );
        if (readings.includes("found")) return "found";
        return readings.includes("undecided") ? "undecided" : "missing";
    }

    /** Whether a connection of the stack has the name, or the project, that a subject names. */
    hasAlike(subject: ConnectionSubject | EntraSubject): boolean {
        if (subject.kind === "entra") return false;
        return this.connections.some((one) =>
            this.compareNames(one, subject).some((reading) => reading !== "missing"),
        );
    }

    private hasNames(connection: Resource, subject: ConnectionSubject): ConnectionLookup {
        if (is(subjectOf(connection), subject.text)) return "found";
        return both(...this.compareNames(connection, subject));
    }

    private compareNames(
        connection: Resource,
        subject: ConnectionSubject,
    ): [ConnectionLookup, ConnectionLookup] {
        const { name } = devOpsConnection(connection);
        return [
            compare(name, subject.connection),
            compare(this.project(connection), subject.project),
        ];
    }

    /** Name of the connection's project, where the stack has it. */
    private project(connection: Resource): Known<string> {
        const id = readText(connection.props, "projectId");
        const [source] = this.stack.sourcesOf(connection, "projectId", projectType);
        const project =
            source ??
            this.stack
                .ofType(projectType)
                .find((one) => id.state === "known" && is(standingId(one), id.value.toLowerCase()));
        return project === undefined
            ? { state: "absent" }
            : readText(this.plan(project).props, "name");
    }
}

/** The connection itself says what it is trusted by, once it stands. */
function hasId(connection: Resource, { text, connectionId }: EntraSubject): ConnectionLookup {
    const found =
        is(subjectOf(connection), text) || is(standingId(connection), connectionId.toLowerCase());
    return found ? "found" : "missing";
}

function subjectOf({ props }: Resource): Known<string> {
    return readText(props, "workloadIdentityFederationSubject");
}

/** What nobody can tell speaks for it. */
function compare(name: Known<string>, wanted: string): ConnectionLookup {
    if (name.state === "unknown") return "undecided";
    return name.state === "absent" || name.value.toLowerCase() === wanted.toLowerCase()
        ? "found"
        : "missing";
}

function both(one: ConnectionLookup, other: ConnectionLookup): ConnectionLookup {
    if (one === "missing" || other === "missing") return "missing";
    return one === "undecided" || other === "undecided" ? "undecided" : "found";
}

function is(value: Known<string>, wanted: string): boolean {
    return value.state === "known" && value.value === wanted;
}
