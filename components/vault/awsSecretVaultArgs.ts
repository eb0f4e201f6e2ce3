import type * as pulumi from "@pulumi/pulumi";

/** A secret, who may read it and who writes it. */
export interface AwsVaultSecret {
    /** Name of the secret: 1 to 512 letters, digits and / _ + = . @ -. */
    name: string;
    /**
     * What the secret is for.
     * @default none
     */
    description?: string;
    /**
     * ARNs of the roles that may read the value: of the account, or with `organizationId` of the
     * organisation.
     */
    readers: pulumi.Input<string>[];
    /** ARN of the one role that writes values: that of the rotation function, or of whoever rotates. */
    writer: pulumi.Input<string>;
    /**
     * ARN of the Lambda function that rotates the secret, in the same account and region. It has to
     * write the first value as well.
     * @default none: the writer rotates on its own
     */
    rotationFunctionArn?: pulumi.Input<string>;
    /**
     * Days between two rotations, 1 to 365.
     * @default 30
     */
    rotationDays?: number;
    /**
     * Tags of the secret, beside those of the vault.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
}

/** Arguments of `AwsSecretVault`. */
export interface AwsSecretVaultArgs {
    /** Name of the vault, and of its key's alias: 1 to 250 letters, digits and / _ -. */
    vaultName: string;
    /** The AWS account, twelve digits. */
    accountId: string;
    /** AWS region of the key and the secrets, for example "eu-west-1". */
    region: string;
    /**
     * ARNs of the roles that administer key and secrets, at least one. The role that runs this program
     * must be one of them. They can neither read nor use what they administer.
     */
    administrators: pulumi.Input<string>[];
    /** The secrets. Their values are never part of the program or its state. */
    secrets: AwsVaultSecret[];
    /**
     * Id of the AWS organisation whose roles may be readers and writers.
     * @default none: those of the account only
     */
    organizationId?: string;
    /**
     * Tags of the key and the secrets.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the key and the secrets. Otherwise they are protected resources: removing them
     * from the program, and `pulumi destroy`, fail. Both can be recovered for 30 days after a
     * deletion.
     * @default false
     */
    allowDestroy?: boolean;
}
