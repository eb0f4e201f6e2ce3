import { token as typeToken } from "../azuredevops/devOpsType";
import {
    azureDevOpsApplication,
    azureDevOpsIssuer,
    namedFederation,
    opaqueFederation,
    type Federation,
    type SubjectForm,
} from "../azuredevops/federation";
import { guid } from "../identifiers";
import type { CloudView } from "../index";
import type { StoredResource } from "../store/record";
import { items, num, str } from "../values";
import type { Token } from "./token";

export type { SubjectForm } from "../azuredevops/federation";

/** source: token of a pipeline job, as issue reports show it; date: 2026-11-21 */
const seconds = { lifetime: 600 } as const;

/** What Entra and the AWS toolkit ask for. */
const exchangeAudience = "api://AzureADTokenExchange";

/** A job of a pipeline that signs in through a service connection. */
export interface ConnectionJob {
    /** Organisation, as it is written in addresses. */
    readonly organization: string;
    /** Name or id of the project the pipeline runs in. */
    readonly project: string;
    /** Name or id of the service connection. */
    readonly connection: string;
    /** Number of the build definition; it must be authorised. Not asked when not given. */
    readonly pipeline?: number;
    /** Names the tokens carry since a rename the deployed trust does not know of. */
    readonly renamed?: { readonly project?: string; readonly connection?: string };
    /** @default as the connection was made; `azureDevOps` for AWS */
    readonly form?: SubjectForm;
    /** @default now */
    readonly issuedAt?: Date;
}

/**
 * The token a job gets for a service connection that stands in the emulated cloud. Throws where
 * Azure DevOps would hand out none: the connection does not stand, works without workload identity, or
 * the pipeline may not use it. Approvals and other checks are not asked here.
 */
export function connectionToken(cloud: CloudView, job: ConnectionJob): Token {
    const { organization } = job;
    const project = standingProject(cloud, organization, job.project);
    const connection = standingConnection(cloud, job, project);
    requireAuthorized(cloud, job, project, connection);
    const names = {
        project: job.renamed?.project ?? str(project.inputs, "name"),
        connection: job.renamed?.connection ?? nameOf(connection),
    };
    const tenant =
        str(connection.inputs, "azurermSpnTenantid") ||
        str(connection.inputs, "azurecrSpnTenantid");
    const form = job.form ?? formOf(connection);
    const { issuer, subject } =
        form === "azureDevOps"
            ? namedFederation(organization, names.project, names.connection)
            : opaqueFederation(organization, tenant, connection.id);
    const entra = { azp: azureDevOpsApplication, tid: tenant, ver: "2.0" };
    return signed({ issuer, subject }, job.issuedAt, form === "entra" ? entra : {});
}

/** The token of a pipeline itself, without any connection. Throws when it does not stand. */
export function pipelineToken(
    cloud: CloudView,
    job: Pick<ConnectionJob, "organization" | "project" | "issuedAt"> & {
        readonly pipeline: number;
        /** @default "refs/heads/main" */
        readonly ref?: string;
    },
): Token {
    const { organization, pipeline } = job;
    const project = standingProject(cloud, organization, job.project);
    const definition = cloud.find(typeToken("BuildDefinition"), String(pipeline), organization);
    if (definition === undefined || str(definition.inputs, "projectId") !== project.id) {
        throw refused(`pipeline ${pipeline} does not stand in project ${job.project}`);
    }
    const names = `${str(project.inputs, "name")}/${str(definition.inputs, "name")}`;
    const federation = {
        issuer: azureDevOpsIssuer(organization),
        subject: `p://${organization}/${names}`,
    };
    return signed(federation, job.issuedAt, {
        org_id: federation.issuer.slice(federation.issuer.lastIndexOf("/") + 1),
        prj_id: project.id,
        def_id: String(pipeline),
        rpo_id: str(definition.inputs, "repository", "repoId"),
        rpo_ref: job.ref ?? "refs/heads/main",
    });
}

function signed(
    { issuer, subject }: Federation,
    at = new Date(),
    more: Readonly<Record<string, string>>,
): Token {
    const issued = Math.floor(at.getTime() / 1000);
    return {
        claims: {
            ...more,
            aud: exchangeAudience,
            exp: issued + seconds.lifetime,
            iat: issued,
            iss: issuer,
            jti: guid("azure devops token", subject, String(issued)),
            nbf: issued,
            sub: subject,
        },
    };
}

function refused(why: string): Error {
    return new Error(`Azure DevOps gives no token: ${why} (emulated)`);
}

function isNamed(resource: StoredResource, wanted: string, name: string): boolean {
    return (
        resource.id.toLowerCase() === wanted.toLowerCase() ||
        name.toLowerCase() === wanted.toLowerCase()
    );
}

/** Everything of some types in one organisation. */
function standing(cloud: CloudView, organization: string, ...names: string[]): StoredResource[] {
    return names
        .map(typeToken)
        .flatMap((type) => cloud.list(type))
        .filter(({ type, id, key }) => cloud.find(type, id, organization)?.key === key);
}

function standingProject(cloud: CloudView, organization: string, wanted: string): StoredResource {
    const found = standing(cloud, organization, "Project").find((one) =>
        isNamed(one, wanted, str(one.inputs, "name")),
    );
    if (found === undefined) {
        throw refused(`project ${wanted} does not stand in ${organization}`);
    }
    return found;
}

/** Kinds of connection that can do without a key. */
const keyless = [
    "ServiceEndpointAws",
    "ServiceEndpointAzureEcr",
    "ServiceEndpointAzureRM",
    "ServiceendpointGenericV2",
];

function nameOf({ inputs }: StoredResource): string {
    return str(inputs, "serviceEndpointName") || str(inputs, "name");
}

function standingConnection(
    cloud: CloudView,
    { organization, connection: wanted }: ConnectionJob,
    project: StoredResource,
): StoredResource {
    const found = standing(cloud, organization, ...keyless).find(
        (one) =>
            isNamed(one, wanted, nameOf(one)) &&
            (str(one.inputs, "projectId") === project.id ||
                items(one.inputs, "sharedProjectIds").includes(project.id)),
    );
    if (found === undefined) {
        const where = `project ${str(project.inputs, "name")}`;
        throw refused(`no service connection ${wanted} that can do without a key in ${where}`);
    }
    const { inputs } = found;
    const scheme =
        str(inputs, "serviceEndpointAuthenticationScheme") || str(inputs, "authorizationScheme");
    if (scheme !== "WorkloadIdentityFederation" && inputs.useOidc !== true) {
        throw refused(`service connection ${wanted} does not use workload identity`);
    }
    return found;
}

function formOf({ outputs }: StoredResource): SubjectForm {
    const issuer = str(outputs, "workloadIdentityFederationIssuer");
    return issuer.startsWith("https://login.microsoftonline.com/") ? "entra" : "azureDevOps";
}

/** A pipeline may use a connection it is authorised for by name, or that is open to all. */
function requireAuthorized(
    cloud: CloudView,
    { organization, pipeline, connection: wanted }: ConnectionJob,
    project: StoredResource,
    connection: StoredResource,
): void {
    if (pipeline === undefined) {
        return;
    }
    const authorized = standing(cloud, organization, "PipelineAuthorization").some(
        ({ inputs }) =>
            str(inputs, "type") === "endpoint" &&
            str(inputs, "resourceId").toLowerCase() === connection.id &&
            (str(inputs, "pipelineProjectId") || str(inputs, "projectId")) === project.id &&
            (num(inputs, "pipelineId") ?? pipeline) === pipeline,
    );
    if (!authorized) {
        const message = `pipeline ${pipeline} may not use service connection ${wanted}; authorise it`;
        throw refused(message);
    }
}
