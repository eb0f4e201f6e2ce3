import { Alias, ExternalKey, Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";

import { awsArn } from "../shared/awsNaming";
import type { MadeKey } from "./azureSigningKey";
import type { CheckedKey } from "./checkSigningKey";
import { keyPolicy } from "./keyPolicy";
import type { SigningKeyArgs, SigningKeyAws } from "./signingKeyArgs";

/** The longest time KMS offers to think again. */
const deletionWindowInDays = 30;

/** The keys in KMS, one for each generation, and the alias that leads to the last. */
export function createAwsKey(
    parent: pulumi.Resource,
    name: string,
    args: SigningKeyArgs,
    checked: CheckedKey,
    aws: Required<SigningKeyAws>,
): MadeKey {
    const generations = Array.from({ length: aws.generation }, (_, i) => i + 1);
    const keys = generations.map((generation) =>
        createKey(parent, `${name}-key-${generation}`, args, checked, aws, generation),
    );
    const key = keys[keys.length - 1];
    if (key === undefined) {
        throw new RangeError("a generation is at least 1");
    }
    const alias = new Alias(
        `${name}-alias`,
        { name: `alias/${aws.alias}`, region: aws.region, targetKeyId: key.keyId },
        { parent },
    );
    const place = { accountId: aws.accountId, region: aws.region };
    // Of the alias, so that whoever signs by it waits for it.
    const keyUri = alias.name.apply((made) => awsArn("kms", place, made));
    return { keyId: key.arn, keyUri };
}

function createKey(
    parent: pulumi.Resource,
    name: string,
    args: SigningKeyArgs,
    checked: CheckedKey,
    aws: Required<SigningKeyAws>,
    generation: number,
): { keyId: pulumi.Output<string>; arn: pulumi.Output<string> } {
    const spec = `${checked.facts.awsSpec}${checked.rsaBits ?? ""}`;
    const common = {
        description: `Signs (${checked.algorithm}) as ${aws.alias}, key ${generation}. Managed by Gatehouse.`,
        region: aws.region,
        keyUsage: "SIGN_VERIFY",
        deletionWindowInDays,
        multiRegion: false,
        policy: policyOf(checked, aws, generation),
        tags: args.tags,
    };
    const options = { parent, protect: args.allowDestroy !== true };
    if (checked.imported) {
        const key = new ExternalKey(name, { ...common, keySpec: spec }, options);
        return { keyId: key.id, arn: key.arn };
    }
    return new Key(
        name,
        // KMS rotates symmetric keys only.
        { ...common, customerMasterKeySpec: spec, enableKeyRotation: false },
        options,
    );
}

/** Only the last generation signs. All of them verify what they signed. */
function policyOf(
    { facts, imported }: CheckedKey,
    aws: Required<SigningKeyAws>,
    generation: number,
): pulumi.Output<string> {
    return pulumi
        .all([
            pulumi.all(aws.administratorArns),
            pulumi.all(aws.signerArns),
            pulumi.all(aws.verifierArns),
        ])
        .apply(([administrators, signers, verifiers]) => {
            const condition = { StringEquals: { "kms:SigningAlgorithm": facts.awsAlgorithm } };
            const look = ["kms:DescribeKey", "kms:GetPublicKey"];
            const current = generation === aws.generation;
            return keyPolicy(
                administrators,
                [
                    {
                        sid: "Sign",
                        principals: current ? signers : [],
                        actions: ["kms:Sign"],
                        condition,
                    },
                    { sid: "ReadToSign", principals: signers, actions: look },
                    {
                        sid: "Verify",
                        principals: verifiers,
                        actions: ["kms:Verify"],
                        condition,
                    },
                    { sid: "ReadToVerify", principals: verifiers, actions: look },
                ],
                { imported },
            );
        });
}
