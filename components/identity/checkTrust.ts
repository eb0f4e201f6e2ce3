import * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { judged, oneOf, problem, text, type Problem } from "../shared/validate";
import type { FederatedConnection } from "./azureFederatedIdentityArgs";
import { entraIssuer, federation, migration } from "./federation";
import type { FederationArgs } from "./federationArgs";
import { migrationProblems } from "./migration";
import {
    parseConnectionSubject,
    parseOpaqueSubject,
    problemsOf,
} from "./subjects/azureDevOpsSubject";
import { githubSubject, parseGitHubSubject, type GitHubJobs } from "./subjects/githubSubject";
import { longestSubject } from "./subjects/names";

/** A credential whose subject is judged, at the latest when it becomes known. */
export interface TrustedSubject {
    name: string;
    subject: pulumi.Input<string>;
}

/** Whether the tokens carry GitHub's older form as well. */
const bothForms = ({ migrationUntil }: FederationArgs): boolean => migrationUntil !== undefined;

/** Judges host, issuer and audience: everything that is always known. */
export function hostProblems(args: FederationArgs, today: Date): Problem[] {
    const audiences = federation.clouds.map(({ audience }) => audience);
    const { azureDevOps, repository, environment } = args;
    const beside = "nothing, beside azureDevOps";
    const host = azureDevOps
        ? [
              ...(repository === undefined ? [] : [problem("repository", repository, beside)]),
              ...(environment === undefined ? [] : [problem("environment", environment, beside)]),
              ...(bothForms(args) ? [problem("migrationUntil", args.migrationUntil, beside)] : []),
              ...connectionProblems(azureDevOps, args, today),
          ]
        : [
              ...repositoryProblems(repository),
              ...shaped("environment", environment, "environment"),
              ...text(
                  "issuer",
                  args.issuer,
                  federation.githubIssuers,
                  "an issuer of GitHub Actions",
              ),
              ...migrationProblems(args, today),
          ];
    return [...host, ...oneOf("audience", args.audience, audiences)];
}

/** The credentials to write, a second one for each during a migration. */
export function checkSubjects(
    owner: pulumi.Resource,
    what: string,
    args: FederationArgs,
    problems: Problem[],
): TrustedSubject[] {
    const { azureDevOps } = args;
    const subjects = args.credentials.map(({ subject }, i) => {
        const path = `credentials[${i}].subject`;
        return azureDevOps
            ? ofConnection(owner, what, path, subject, args, azureDevOps, problems)
            : judged(
                  owner,
                  what,
                  subject,
                  (value: string) => githubSubjectProblems(path, value, args),
                  problems,
              );
    });
    const ofOneForm = azureDevOps ? subjects : inOneForm(owner, what, subjects, problems);
    const own = args.credentials.map(({ name }, i) => ({ name, subject: ofOneForm[i] ?? "" }));
    // After all of the others, so that the end of a migration moves none of these.
    const older = own.map(({ name, subject }) => ({
        name: `${name}${migration.suffix}`,
        subject:
            typeof subject === "string" ? byName(subject) : pulumi.output(subject).apply(byName),
    }));
    return bothForms(args) ? [...own, ...older] : own;
}

/** A subject can only be judged together with the connection's id. */
function ofConnection(
    owner: pulumi.Resource,
    what: string,
    path: string,
    subject: pulumi.Input<string>,
    args: FederationArgs,
    connection: FederatedConnection,
    problems: Problem[],
): pulumi.Input<string> {
    const { connectionId } = connection;
    const judge = ([one, id]: string[]): Problem[] =>
        connectionSubjectProblems(path, one, args, connection, id);
    if (typeof subject === "string" && typeof connectionId === "string") {
        problems.push(...judge([subject, connectionId]));
        return subject;
    }
    const both = pulumi.all([subject, connectionId]);
    return pulumi
        .output(judged<string[]>(owner, what, both, judge, problems))
        .apply(([one = ""]) => one);
}

/** The same jobs in the form by name alone; a subject that is refused stays as it is. */
function byName(subject: string): string {
    const jobs = parseGitHubSubject(subject);
    return jobs === undefined ? subject : githubSubject({ ...jobs, ids: undefined });
}

/**
 * The older form beside the newer one, written by hand, would outlast every migration. A single
 * subject does not wait for others.
 */
function inOneForm(
    owner: pulumi.Resource,
    what: string,
    subjects: pulumi.Input<string>[],
    problems: Problem[],
): pulumi.Input<string>[] {
    if (subjects.length < 2) {
        return subjects;
    }
    if (subjects.every((subject) => typeof subject === "string")) {
        problems.push(...mixedForms(subjects));
        return subjects;
    }
    const all = pulumi.output(judged(owner, what, pulumi.all(subjects), mixedForms, problems));
    return subjects.map((subject) => pulumi.all([subject, all]).apply(([one]) => one));
}

function mixedForms(subjects: string[]): Problem[] {
    const jobs = subjects.map(parseGitHubSubject);
    const first = jobs[0]?.ids === undefined;
    const odd = jobs.findIndex((one) => one !== undefined && (one.ids === undefined) !== first);
    const allowed = "the form of the first subject; for both forms give migrationUntil";
    return odd < 0 ? [] : [problem(`credentials[${odd}].subject`, subjects[odd], allowed)];
}

function githubSubjectProblems(path: string, subject: unknown, args: FederationArgs): Problem[] {
    const { repository, environment } = args;
    const jobs = typeof subject === "string" ? parseGitHubSubject(subject) : undefined;
    const fits = jobs !== undefined && placeOf(jobs) === `${repository ?? ""} ${environment ?? ""}`;
    const form = bothForms(args) ? " in the form with ids" : "";
    const allowed = `the exact subject of environment ${JSON.stringify(environment)} in ${repository ?? "the repository"}${form}, at most ${longestSubject} characters`;
    return fits && !(bothForms(args) && jobs.ids === undefined)
        ? []
        : [problem(path, subject, allowed)];
}

function placeOf({ owner, repository, context }: GitHubJobs): string {
    return context.kind === "environment" ? `${owner}/${repository} ${context.name}` : "";
}

function connectionSubjectProblems(
    path: string,
    subject: unknown,
    { issuer }: FederationArgs,
    connection: FederatedConnection,
    connectionId: string | undefined,
): Problem[] {
    const written = typeof subject === "string" ? subject : "";
    const named = parseConnectionSubject(written);
    const { organization, project, connection: name } = connection;
    const fits = federation.retiringIssuers.test(issuer)
        ? named?.organization === organization &&
          named.project === project &&
          named.connection === name
        : parseOpaqueSubject(written)?.connectionId === connectionId?.toLowerCase();
    const allowed = `the exact subject of service connection ${JSON.stringify(name)}, as its issuer writes it`;
    return fits && connectionId !== undefined ? [] : [problem(path, subject, allowed)];
}

function connectionProblems(
    connection: FederatedConnection,
    { issuer, audience, existing }: FederationArgs,
    today: Date,
): Problem[] {
    const { tenantId, allowRetiringIssuer, connectionId } = connection;
    const own = entraIssuer(audience, tenantId);
    const retired = today >= new Date(federation.retirement);
    const old = allowRetiringIssuer === true && federation.retiringIssuers.test(issuer) && !retired;
    const until = `, or until ${federation.retirement} with allowRetiringIssuer that of Azure DevOps`;
    const at = "azureDevOps.";
    return [
        ...problemsOf(connection, at),
        ...shaped(`${at}tenantId`, tenantId, "guid"),
        ...(typeof connectionId === "string"
            ? shaped(`${at}connectionId`, connectionId, "guid")
            : []),
        ...(issuer === own || old
            ? []
            : [problem("issuer", issuer, `${own}${retired ? "" : until}`)]),
        ...(existing ? [] : [problem("existing", existing, "the identity the connection uses")]),
    ];
}

function repositoryProblems(repository: string | undefined): Problem[] {
    const [account, name, ...rest] = (repository ?? "").split("/");
    const found = [...shaped("", account, "owner"), ...shaped("", name, "repository"), ...rest];
    return found.length === 0
        ? []
        : [problem("repository", repository, 'a repository as "owner/name", or azureDevOps')];
}
