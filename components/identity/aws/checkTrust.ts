import { shaped } from "../../shared/shapes";
import { oneOf, problem, text, type Problem } from "../../shared/validate";
import type { AwsFederatedRoleArgs } from "../awsFederatedRoleArgs";
import { audienceProblems } from "../awsOidcProvider";
import { parseOpaqueSubject, problemsOf } from "../subjects/azureDevOpsSubject";
import { parseGitHubSubject } from "../subjects/githubSubject";
import { subjectNames } from "../subjects/names";
import { awsIssuers, isAzureDevOps, isGitHub } from "./issuers";
import { offersClaims } from "./trust";

interface TrustArgs extends AwsFederatedRoleArgs {
    issuer: string;
    audience: string;
}

/** Judges who is trusted: everything that is always known. */
export function hostProblems(args: TrustArgs): Problem[] {
    const { issuer, audience, azureDevOps } = args;
    return [
        ...(azureDevOps ? azureDevOpsProblems(args, azureDevOps) : gitHubProblems(args)),
        ...audienceProblems("audience", audience, issuer),
    ];
}

function gitHubProblems(args: TrustArgs): Problem[] {
    const { repository, environment, issuer, ref, workflow, repositoryId } = args;
    const isOffered = offersClaims(issuer);
    const given = { ref, workflow, repositoryId };
    return [
        ...repositoryProblems(repository),
        ...shaped("environment", environment, "environment"),
        ...variableProblems("environment", environment),
        ...(isGitHub(issuer)
            ? []
            : [problem("issuer", issuer, "an issuer of GitHub Actions, or azureDevOps")]),
        ...(ref === undefined
            ? []
            : text("ref", ref, /^refs\/(heads|tags)\/[\w][\w./-]*$/, "a git reference in full")),
        ...(workflow === undefined
            ? []
            : text(
                  "workflow",
                  workflow,
                  subjectNames.workflow.shape,
                  subjectNames.workflow.allowed,
              )),
        ...(isOffered ? [] : notBeside(given, `nothing, unless ${awsIssuers.offersClaims} signs`)),
    ];
}

function azureDevOpsProblems(
    args: TrustArgs,
    connection: NonNullable<TrustArgs["azureDevOps"]>,
): Problem[] {
    const { repository, environment, ref, workflow, repositoryId, issuer } = args;
    const given = { repository, environment, ref, workflow, repositoryId };
    return [
        ...notBeside(given, "nothing, beside azureDevOps"),
        ...problemsOf(connection, "azureDevOps."),
        ...variableProblems("azureDevOps.connection", connection.connection),
        ...(isAzureDevOps(issuer)
            ? []
            : [problem("issuer", issuer, "the issuer of the organisation's tokens")]),
    ];
}

function notBeside(given: Record<string, unknown>, allowed: string): Problem[] {
    return Object.entries(given).flatMap(([key, value]) =>
        value === undefined ? [] : [problem(key, value, allowed)],
    );
}

function repositoryProblems(repository: unknown): Problem[] {
    const parts = typeof repository === "string" ? repository.split("/") : [];
    const [owner, name, ...rest] = parts;
    const found = [...shaped("", owner, "owner"), ...shaped("", name, "repository"), ...rest];
    return found.length === 0
        ? []
        : [problem("repository", repository, 'a repository as "owner/name", or azureDevOps')];
}

/** IAM would put a value of its own in the place of a policy variable. */
function variableProblems(path: string, value: unknown): Problem[] {
    return typeof value === "string" && value.includes("${")
        ? [problem(path, value, "a name without ${, which IAM takes for a variable")]
        : [];
}

/**
 * No problem when `subject` is exactly that of the environment or the service connection, and the ids
 * in it are those given.
 */
export function subjectProblems(
    args: TrustArgs,
    subject: unknown,
    { repositoryId, connectionId }: { repositoryId?: number; connectionId?: string },
): Problem[] {
    const written = typeof subject === "string" ? subject : "";
    const { azureDevOps, repository = "", environment = "" } = args;
    if (azureDevOps === undefined) {
        const jobs = parseGitHubSubject(written);
        const place = jobs && `${jobs.owner}/${jobs.repository}:${jobs.context.name}`;
        const fits =
            jobs?.context.kind === "environment" &&
            place === `${repository}:${environment}` &&
            [undefined, args.workflow ?? jobs.workflow].includes(jobs.workflow) &&
            [undefined, repositoryId ?? jobs.ids?.repositoryId].includes(jobs.ids?.repositoryId);
        const allowed = `the exact subject of environment ${JSON.stringify(environment)} in ${repository}`;
        return fits ? [] : [problem("subject", subject, allowed)];
    }
    const { organization, project, connection } = azureDevOps;
    if (awsIssuers.azureDevOpsShape.test(args.issuer)) {
        return oneOf("subject", subject, [`sc://${organization}/${project}/${connection}`]);
    }
    const allowed = `the subject of service connection ${JSON.stringify(connection)}, as Entra writes it, and azureDevOps.connectionId`;
    const fits =
        connectionId !== undefined &&
        parseOpaqueSubject(written)?.connectionId === connectionId.toLowerCase();
    return fits ? [] : [problem("subject", subject, allowed)];
}
