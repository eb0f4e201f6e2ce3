/** What one statement of a trust policy demands of a token, each claim with one exact value. */
export interface TrustStatement {
    readonly issuer: string;
    readonly subject: string;
    readonly audience: string;
    /** Reference and workflow it demands beside, where it does. */
    readonly ref: string | undefined;
    readonly workflow: string | undefined;
}

interface Statement {
    readonly Effect?: string;
    readonly Action?: string | readonly string[];
    readonly Principal?: { readonly Federated?: string | readonly string[] };
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/**
 * The statements of a trust policy that let tokens of the web in. Throws for one that does not name
 * its subjects and audience exactly: there is no own job whose token could be tried.
 */
export function trustStatements(policy: string): TrustStatement[] {
    const { Statement: written } = JSON.parse(policy) as { Statement: Statement | Statement[] };
    return [written]
        .flat()
        .filter(({ Effect, Action }) => {
            const actions = [Action ?? []].flat();
            return Effect === "Allow" && actions.includes("sts:AssumeRoleWithWebIdentity");
        })
        .flatMap((statement) => {
            const [provider = ""] = [statement.Principal?.Federated ?? []].flat();
            const host = provider.replace(/^arn:aws[\w-]*:iam::\d+:oidc-provider\//, "");
            const equal = statement.Condition?.StringEquals ?? {};
            const [audience, ...others] = [equal[`${host}:aud`] ?? []].flat();
            const subjects = [equal[`${host}:sub`] ?? []].flat();
            if (audience === undefined || others.length > 0 || subjects.length === 0) {
                throw new Error(`a statement does not name audience and subject: ${policy}`);
            }
            const [ref] = [equal[`${host}:ref`] ?? []].flat();
            const [workflow] = [equal[`${host}:job_workflow_ref`] ?? []].flat();
            const issuer = `https://${host}`;
            return subjects.map((subject) => ({ issuer, subject, audience, ref, workflow }));
        });
}
