// Jobs of staging of acme/shop, and nobody else, deploy a service and its image to AWS. What a pull
// request sees of them is a second role, which only reads.
import { AwsFederatedRole, AwsOidcProvider } from "gatehouse";

const accountId = "123456789012";
const region = "eu-west-1";
const github = new AwsOidcProvider("github", { accountId });

const targets = {
    ecrRepositories: [{ repository: "shop" }],
    ecsServices: [
        {
            cluster: "staging",
            service: "shop",
            passRoleArns: [`arn:aws:iam::${accountId}:role/shop-task`],
        },
    ],
};

const apply = new AwsFederatedRole("shop/staging", {
    roleName: "shop--staging",
    accountId,
    region,
    providerArn: github.arn,
    repository: "acme/shop",
    environment: "staging",
    subject: "repo:acme@101/shop@202:environment:staging",
    repositoryId: 202,
    ref: "refs/heads/main",
    ...targets,
});

const plan = new AwsFederatedRole("shop/staging-plan", {
    roleName: "shop--staging-plan",
    accountId,
    region,
    providerArn: github.arn,
    repository: "acme/shop",
    environment: "staging-plan",
    subject: "repo:acme@101/shop@202:environment:staging-plan",
    repositoryId: 202,
    access: "plan",
    ...targets,
});

// What the workflow asks for. It is no secret.
export const roleArn = apply.roleArn;
export const planRoleArn = plan.roleArn;
