import type { Statement } from "../../shared/awsDocument";
import { awsIssuers } from "./issuers";

/** Whose tokens a role accepts; all values known. */
export interface TrustedJob {
    providerArn: string;
    issuer: string;
    audience: string;
    subject: string;
    repository?: string | undefined;
    repositoryId?: number | undefined;
    environment?: string | undefined;
    ref?: string | undefined;
    workflow?: string | undefined;
}

/** The one way into a role: a token of the issuer that says exactly this. */
export function trust(job: TrustedJob): Statement[] {
    const address = job.issuer.replace(/^https:\/\//, "");
    const demanded = Object.entries(claimsOf(job)).flatMap(([name, value]) =>
        value === undefined ? [] : [[`${address}:${name}`, String(value)]],
    );
    return [
        {
            Sid: "OneJob",
            Effect: "Allow",
            Principal: { Federated: job.providerArn },
            Action: ["sts:AssumeRoleWithWebIdentity"],
            Condition: { StringEquals: Object.fromEntries(demanded) as Record<string, string> },
        },
    ];
}

/** Other claims than these two are no condition keys at most issuers: a condition on one never holds. */
function claimsOf(job: TrustedJob): Record<string, string | number | undefined> {
    const { audience: aud, subject: sub, repository, environment, ref } = job;
    return offersClaims(job.issuer)
        ? {
              aud,
              sub,
              repository,
              repository_id: job.repositoryId,
              environment,
              ref,
              job_workflow_ref: job.workflow,
          }
        : { aud, sub };
}

/** Whether STS holds further claims of the issuer's tokens against conditions. */
export function offersClaims(issuer: string): boolean {
    return issuer === awsIssuers.offersClaims;
}
