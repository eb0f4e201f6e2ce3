import { text, type Problem } from "../../shared/validate";
import { subjectNames } from "./names";
import { exactly } from "./written";

/** A service connection of Azure DevOps, by the names its subject holds. */
export interface NamedConnection {
    /** Organisation, as it is written in addresses. */
    organization: string;
    /** Name of the project. */
    project: string;
    /** Name of the service connection. */
    connection: string;
}

/**
 * The subject Azure DevOps itself writes for a service connection,
 * `sc://acme/shop/production`; its issuer is `https://vstoken.dev.azure.com/<organisation id>`. Case
 * is kept. Renaming project or connection changes it.
 *
 * @throws RangeError for a value that cannot be such a name
 */
export function connectionSubject(connection: NamedConnection): string {
    return exactly(problemsOf(connection), () => writtenSubject(connection));
}

/** The connection that carries a subject; undefined for one `connectionSubject` does not write. */
export function parseConnectionSubject(subject: string): NamedConnection | undefined {
    const [, organization = "", project = "", name = ""] =
        /^sc:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(subject) ?? [];
    const connection = { organization, project, connection: name };
    return problemsOf(connection).length === 0 && writtenSubject(connection) === subject
        ? connection
        : undefined;
}

/** A service connection by the ids Entra puts into its subject. */
export interface OpaqueConnection {
    /** The subject as it came; its encoded parts are Entra's own. */
    subject: string;
    /** Id of the organisation, lower case. */
    organizationId: string;
    /** Id of the service connection, lower case. */
    connectionId: string;
}

const guid = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
const opaque = new RegExp(
    String.raw`^/eid1/c/[\w-]+/t/[\w-]+={0,2}/a/[\w-]+={0,2}/sc/(${guid})/(${guid})$`,
);

/**
 * The connection whose subject Entra wrote, `/eid1/c/pub/t/…/a/…/sc/…/…`; undefined for any other
 * text. There is no function that builds one: it is read from the service connection.
 */
export function parseOpaqueSubject(subject: string): OpaqueConnection | undefined {
    const [, organizationId, connectionId] = opaque.exec(subject) ?? [];
    return organizationId === undefined || connectionId === undefined
        ? undefined
        : {
              subject,
              organizationId: organizationId.toLowerCase(),
              connectionId: connectionId.toLowerCase(),
          };
}

/** The subject of names that were judged before. */
export function writtenSubject({ organization, project, connection }: NamedConnection): string {
    return `sc://${organization}/${project}/${connection}`;
}

/** Everything wrong with the names of a connection. */
export function problemsOf(named: NamedConnection, at = ""): Problem[] {
    const check = (key: keyof NamedConnection): Problem[] =>
        text(`${at}${key}`, named[key], subjectNames[key].shape, subjectNames[key].allowed);
    return [...check("organization"), ...check("project"), ...check("connection")];
}
