import type { Bench, Props } from "../support";

/** Account and region of a provider nobody configured. */
export const account = "123456789012";
export const region = "eu-west-1";

export function arn(service: string, rest: string, of = region): string {
    return `arn:aws:${service}:${of}:${account}:${rest}`;
}

/** A policy of a principal: may do this, to anything. */
export function allow(...actions: string[]): string {
    return policy({ Effect: "Allow", Action: actions, Resource: "*" });
}

export function policy(...statements: Props[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export const github = "token.actions.githubusercontent.com";

/** A trust policy that lets one GitHub subject in. */
export function trust(subject: string, more: Props = {}): string {
    return policy({
        Effect: "Allow",
        Principal: { Federated: arn("iam", `oidc-provider/${github}`, "") },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
            StringEquals: {
                [`${github}:aud`]: "sts.amazonaws.com",
                [`${github}:sub`]: subject,
            },
        },
        ...more,
    });
}

/** A trust policy that lets a service act. */
export function trustService(name: string): string {
    return policy({
        Effect: "Allow",
        Principal: { Service: `${name}.amazonaws.com` },
        Action: "sts:AssumeRole",
    });
}

/** Creates a resource of AWS: "iam/role:Role" with these inputs. */
export function make(bench: Bench, type: string, inputs: Props) {
    return bench.engine.up(`aws:${type}`, inputs);
}

/** A role that stands where the samples are made. */
export const deployArn = arn("iam", "role/pipeline/deploy", "");
