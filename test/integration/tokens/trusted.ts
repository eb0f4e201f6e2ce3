import type { Exchange, Token } from "../../../sandbox/cloud/tokens/token";
import type { GitHubJob } from "../../../sandbox/cloud/tokens/githubIssuer";
import type { ConnectionJob } from "../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import type { StoredResource } from "../../../sandbox/cloud/store/record";
import type { CloudView } from "../../../sandbox/cloud/index";
import { connectionToken } from "../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import { exchangeAtEntra } from "../../../sandbox/cloud/tokens/entra";
import { jobToken, standingRepository } from "../../../sandbox/cloud/tokens/githubIssuer";
import { exchangeAtSts } from "../../../sandbox/cloud/tokens/sts";
import { items, str } from "../../../sandbox/cloud/values";
import { parseSubject } from "../../../model/subjects";
import { trustStatements } from "./trustStatements";

/** One trust that stands in the emulated clouds, and the token of the only job that should get in. */
export interface Trusted {
    /** "azure id-web--production/github", "aws arn:…". */
    readonly name: string;
    /** What it leads to: several credentials may lead to one identity. */
    readonly identity: string;
    readonly own: Own;
    readonly exchange: (token: Token) => Exchange;
}

/** The job a trust is for, and its token. */
export type Own =
    | { readonly host: "github"; readonly token: Token; readonly job: GitHubJob }
    | { readonly host: "azureDevOps"; readonly token: Token; readonly job: ConnectionJob };

interface Wanted {
    readonly issuer: string;
    readonly subject: string;
    readonly audience: string;
    /** What a trust policy demands beside the subject. */
    readonly ref?: string | undefined;
    readonly workflow?: string | undefined;
}

const credentialType = "azure-native:managedidentity:FederatedIdentityCredential";
const identityType = "azure-native:managedidentity:UserAssignedIdentity";
const roleType = "aws:iam/role:Role";

/** Every trust that stands: federated credentials of Azure, and AWS roles for tokens of the web. */
export function everyTrust(cloud: CloudView, organizations: readonly string[]): Trusted[] {
    return [
        ...cloud.list(credentialType).map((one) => ofCredential(cloud, organizations, one)),
        ...cloud.list(roleType).flatMap((one) => ofRole(cloud, organizations, one)),
    ];
}

function ofCredential(
    cloud: CloudView,
    organizations: readonly string[],
    { id, inputs }: StoredResource,
): Trusted {
    const identityId = id.replace(/\/federatedIdentityCredentials\/[^/]+$/, "");
    const identity = cloud.find(identityType, identityId);
    if (identity === undefined) throw new Error(`no identity of ${id}`);
    const clientId = str(identity.outputs, "clientId");
    const [audience = ""] = items(inputs, "audiences").map(String);
    const wanted = { issuer: str(inputs, "issuer"), subject: str(inputs, "subject"), audience };
    return {
        name: `azure ${id.split("/").slice(-3).join("/")}`,
        identity: identityId.toLowerCase(),
        own: ownOf(cloud, organizations, wanted),
        exchange: (token) => exchangeAtEntra(cloud, { token, clientId }),
    };
}

function ofRole(
    cloud: CloudView,
    organizations: readonly string[],
    { inputs, outputs }: StoredResource,
): Trusted[] {
    const roleArn = str(outputs, "arn");
    return trustStatements(str(inputs, "assumeRolePolicy")).map((wanted) => ({
        name: `aws ${roleArn} ${wanted.subject}`,
        identity: roleArn,
        own: ownOf(cloud, organizations, wanted),
        exchange: (token) => exchangeAtSts(cloud, { token, roleArn }),
    }));
}

/** Whether one identity trusts the same job in both forms of GitHub's subject. */
export function migrates(trust: Trusted, all: readonly Trusted[]): boolean {
    if (trust.own.host !== "github") return false;
    const { repository } = trust.own.job;
    const subjectFormat = repository.subjectFormat === "id" ? "name" : "id";
    const other = jobToken({ ...trust.own.job, repository: { ...repository, subjectFormat } });
    return all.some(
        ({ identity, own }) =>
            identity === trust.identity && own.token.claims.sub === other.claims.sub,
    );
}

function ownOf(cloud: CloudView, organizations: readonly string[], wanted: Wanted): Own {
    const own = parseSubject(wanted.subject).kind === "github" ? ofJob : ofConnection;
    return own(cloud, organizations, wanted);
}

/** The job a GitHub subject describes, in the repository that stands under that name. */
function ofJob(cloud: CloudView, _: readonly string[], wanted: Wanted): Own {
    const { subject, audience } = wanted;
    const parsed = parseSubject(subject);
    if (parsed.kind !== "github") throw new Error(`${subject} is no subject of GitHub`);
    const { owner = "", repository: name = "", repositoryId, context, claims } = parsed;
    const standing = standingRepository(cloud, owner, name);
    const workflow = claims.find((claim) => claim.name === "job_workflow_ref")?.value;
    const reusableWorkflow = workflow ?? wanted.workflow;
    const job: GitHubJob = {
        repository: {
            ...standing,
            subjectFormat: repositoryId === undefined ? "name" : "id",
            ...(workflow === undefined
                ? {}
                : { template: ["repo", "context", "job_workflow_ref"] }),
        },
        audience,
        ...(wanted.ref === undefined ? {} : { ref: wanted.ref }),
        ...(reusableWorkflow === undefined ? {} : { reusableWorkflow }),
        ...(context.kind === "environment" ? { environment: context.environment } : {}),
        ...(context.kind === "branch" ? { ref: `refs/heads/${context.branch}` } : {}),
        ...(context.kind === "tag" ? { ref: `refs/tags/${context.tag}` } : {}),
    };
    return { host: "github", job, token: jobToken(job) };
}

const connectionTypes = ["Aws", "AzureEcr", "AzureRM"].map(
    (kind) => `azuredevops:index/serviceEndpoint${kind}:ServiceEndpoint${kind}`,
);

/** The service connection whose token carries the issuer and subject that are trusted. */
function ofConnection(
    cloud: CloudView,
    organizations: readonly string[],
    { issuer, subject }: Wanted,
): Own {
    const jobs = connectionTypes
        .flatMap((type) => cloud.list(type))
        .flatMap(({ id, inputs }) =>
            organizations.map((organization): ConnectionJob => ({
                organization,
                project: str(inputs, "projectId"),
                connection: id,
            })),
        );
    for (const job of jobs) {
        const token = connectionToken(cloud, job);
        if (token.claims.iss === issuer && token.claims.sub === subject) {
            return { host: "azureDevOps", job, token };
        }
    }
    throw new Error(`no service connection stands whose tokens carry ${subject} of ${issuer}`);
}
