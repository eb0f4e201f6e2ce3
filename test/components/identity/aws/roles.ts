import { AwsFederatedRole, type AwsFederatedRoleArgs } from "../../../../components/index";
import { ask, type Answer, type AwsRequest } from "../../../support/iamSimulator";
import { record, type Recording } from "../../../support/mocks";

export const account = "123456789012";
export const region = "eu-west-1";
export const github = "token.actions.githubusercontent.com";
export const subject = "repo:acme@101/web@202:environment:production";
export const taskRole = `arn:aws:iam::${account}:role/web-task`;

export const providerArn = `arn:aws:iam::${account}:oidc-provider/${github}`;

/** A role that deploys to one target of each kind. */
export const args: AwsFederatedRoleArgs = {
    roleName: "acme--web--production",
    accountId: account,
    region,
    providerArn,
    repository: "acme/web",
    environment: "production",
    subject,
    ecsServices: [{ cluster: "prod", service: "web", taskFamily: "web", passRoleArns: [taskRole] }],
    lambdaAliases: [{ functionName: "resize", alias: "live" }],
    s3Sites: [{ bucket: "acme-site", prefix: "shop/", distributionId: "E2QWRUHAPOMQZL" }],
    ecrRepositories: [{ repository: "acme/web" }],
    secretNames: ["web/smtp"],
    signingKeyAliases: ["release"],
};

/** A role as it came out, able to answer what it may do. */
export interface StandingRole {
    readonly recording: Recording;
    readonly trust: string;
    readonly boundary: string;
    /** Documents attached to the role. */
    readonly policies: string[];
    /**
     * A request of a session of the role. What it says beside is, unless `context` says otherwise, that
     * it is made in the role's region for a resource of its account.
     */
    request(action: string, resource: string, more?: More): AwsRequest;
    /** What AWS would answer to it. */
    ask(action: string, resource: string, more?: More): Promise<Answer>;
}

interface More {
    readonly context?: Readonly<Record<string, string | string[]>>;
    /** Documents in place of the role's own: "whatever else is attached". */
    readonly policies?: readonly string[];
    readonly account?: string;
    /** The document of the resource. */
    readonly resourcePolicy?: string;
    /** False where another boundary stands in place of the component's. */
    readonly bounded?: false;
}

export async function build(changed: Partial<AwsFederatedRoleArgs> = {}): Promise<StandingRole> {
    const { recording } = await record(() => new AwsFederatedRole("role", { ...args, ...changed }));
    const documents = (type: string) =>
        recording.all(type).map(({ inputs }) => String(inputs.policy));
    const [boundary = ""] = documents("Policy");
    const policies = documents("RolePolicy");
    const request: StandingRole["request"] = (action, resource, more = {}) => ({
        action,
        resource,
        principal: `arn:aws:sts::${account}:assumed-role/acme--web--production/run`,
        account: more.account ?? account,
        context: {
            "aws:RequestedRegion": region,
            "aws:ResourceAccount": more.account ?? account,
            ...more.context,
        },
        identityPolicies: more.policies ?? policies,
        ...(more.bounded === false ? {} : { boundary }),
        ...(more.resourcePolicy === undefined ? {} : { resourcePolicy: more.resourcePolicy }),
    });
    return {
        recording,
        trust: String(recording.one("Role").inputs.assumeRolePolicy),
        boundary,
        policies,
        request,
        ask: (...asked) => ask(request(...asked)),
    };
}

/** Everything an administrator may do, as somebody might attach it to the role. */
export const everything = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** The policy of a key that leaves the decision to the account's own policies. */
export const delegated = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
        },
    ],
});

/** A bucket that lets everybody do everything: a thief's, who waits for uploads. */
export const open = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});
