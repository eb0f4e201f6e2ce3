import { sample, type Raw } from "./sample";

export const aws = { accountId: "123456789012", region: "eu-west-2" };
export const deploy = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
export const role = "arn:aws:iam::123456789012:role/rotation";
export const appliedBy = { aws: [role] };
export const applier = "0b6f7d52-3c1e-4a8d-9f24-5e7a1c9d8b30";
export const githubApp = { clientId: "Iv23liAbCdEfGhIjKlMn", installationId: 8 };
export const image = "Canonical:ubuntu-24_04-lts:server:24.04.202511100";
export const azureDevOps = {
    organization: "acme",
    project: "platform",
    authorEmails: ["*@acme.example"],
};
export const azurePool = (pool: Raw, more: Raw = {}): Raw =>
    sample({
        githubApp,
        azureDevOps,
        agents: {
            azure: {
                pools: [{ name: "builds", kind: "ephemeral", tier: "staging", image, ...pool }],
            },
        },
        ...more,
    });
export const awsPool = (pool: Raw, more: Raw = {}): Raw =>
    sample({
        aws,
        githubApp,
        appliedBy,
        agents: {
            aws: { pools: [{ name: "builds", kind: "codeBuild", tier: "staging", ...pool }] },
        },
        ...more,
    });
export const secret = {
    name: "smtp",
    owner: "web",
    expires: "2027-06-30",
    readers: ["web/production"],
};

export function without(key: string, raw: Raw): Raw {
    return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== key));
}
