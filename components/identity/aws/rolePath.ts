/** Where roles of pipelines and their boundaries stand. */
export const rolePath = "/pipeline/";

/** ARN of a role of a pipeline, known before the role stands. */
export function pipelineRoleArn(accountId: string, roleName: string): string {
    return `arn:aws:iam::${accountId}:role${rolePath}${roleName}`;
}
