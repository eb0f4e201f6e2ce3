import { SigningKey, type SigningKeyArgs } from "../../../components/index";
import { record, type Recording } from "../../support/mocks";

export const account = "123456789012";
export const subscriptionId = "11111111-2222-3333-4444-555555555555";
export const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const principal = (number: number): string =>
    `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-acme`;

/** A key in Key Vault that one identity signs with, and another one verifies with. */
export const inAzure: SigningKeyArgs & Required<Pick<SigningKeyArgs, "azure">> = {
    today: "2026-11-21",
    azure: {
        keyName: "release",
        vaultName: "kv-acme",
        vaultId,
        resourceGroupName: "rg",
        subscriptionId,
        expires: "2027-11-21",
        signers: [{ name: "release", principalId: principal(1) }],
        verifiers: [{ name: "deploy", principalId: principal(2) }],
    },
};

/** The same in KMS. */
export const inAws: SigningKeyArgs & Required<Pick<SigningKeyArgs, "aws">> = {
    aws: {
        alias: "release",
        accountId: account,
        region: "eu-west-1",
        administratorArns: [role("platform")],
        signerArns: [role("release")],
        verifierArns: [role("deploy")],
    },
};

export function build(args: SigningKeyArgs): Promise<{ recording: Recording; result: SigningKey }> {
    return record(() => new SigningKey("k", args));
}
