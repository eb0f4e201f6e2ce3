import * as pulumi from "@pulumi/pulumi";

import { createAwsStore } from "./awsStore";
import { createAzureStore } from "./azureStore";
import { checkStateStore, type CheckedStore } from "./checkStateStore";
import { loginCommand, stackInitCommand, type StatePlace } from "./commands";
import type { StateStoreArgs } from "./stateStoreArgs";

/**
 * Where Pulumi keeps its state, and the key of its secrets: a storage account with Key Vault, or a
 * bucket with KMS.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - there is no shared key, no public object and no connection without TLS 1.2;
 * - in Azure the one way in is a private endpoint, found by name, and the firewall denies the rest;
 * - in AWS only the named roles reach an object, whatever IAM allows others;
 * - state is encrypted at rest with a key of its own, which its keeper cannot use;
 * - a planner and a reader read state and cannot write or delete anything;
 * - a writer reads, writes and deletes, and leaves every version;
 * - nobody deletes a version while it is kept, and the service removes it afterwards;
 * - a writer encrypts and decrypts secrets, a planner only decrypts, a reader does neither;
 * - in Azure every read and write is logged, and a CanNotDelete lock stands on the account;
 * - the login line and the init lines are what Pulumi's command line takes;
 * - Pulumi refuses to delete the store and its keys.
 *
 * Pulumi overwrites state and deletes its locks, and both works on versions that cannot be removed:
 * the service keeps what was there before. Without a version in hand, 30 days are left in Azure after
 * a removal.
 *
 * Why a planner decrypts: Pulumi opens the key of a stack's secrets whenever it reads the stack, a
 * preview without it fails. A pull request's preview therefore sees all secrets of its stack. Keep
 * secrets out of state (`VaultSecret` without a value), and give each trust boundary a store of its
 * own: a planner of development has no role in the store of production.
 *
 * The first login writes a file, so a writer has to log in and make the stacks once. Identities in AWS
 * need nothing in IAM for it; a permissions boundary has to let S3 and KMS through.
 *
 * In Azure the key's version stands in the URL: without it a rotation would lock stacks out. After
 * one, `pulumi stack change-secrets-provider` moves a stack to the newest version.
 *
 * Not covered: whoever may change the account, the bucket's policy or the keys' policies
 * (GOVERNANCE retention and an unlocked immutability policy can be lifted by owners; both leave a
 * trace: `AuditTrail`), logs of object access in AWS (data events of `AuditTrail`), copies in
 * another region, and who may take on a named role.
 *
 * All unacceptable arguments are reported in one error.
 */
export class StateStore extends pulumi.ComponentResource {
    /** For example "azblob://pulumi-state?storage_account=stacme". */
    public readonly backendUrl: pulumi.Output<string>;
    /** For example "awskms://alias/acme-state-secrets?region=eu-west-1". */
    public readonly secretsProvider: pulumi.Output<string>;
    /** The line that logs in to the store. */
    public readonly loginCommand: pulumi.Output<string>;
    /** A line for each of `stacks`, to be run once by a writer. */
    public readonly stackInitCommands: pulumi.Output<string[]>;

    constructor(name: string, args: StateStoreArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:StateStore", name, args, opts);
        const checked = checkStateStore(this, name, args);
        const { backendUrl, secretsProvider } = createStore(this, name, args, checked);

        this.backendUrl = backendUrl;
        this.secretsProvider = secretsProvider;
        this.loginCommand = backendUrl.apply(loginCommand);
        this.stackInitCommands = secretsProvider.apply((provider) =>
            checked.stacks.map((stack) => stackInitCommand(stack, provider)),
        );
        this.registerOutputs({
            backendUrl: this.backendUrl,
            secretsProvider: this.secretsProvider,
            loginCommand: this.loginCommand,
            stackInitCommands: this.stackInitCommands,
        });
    }
}

function createStore(
    parent: StateStore,
    name: string,
    args: StateStoreArgs,
    { azure, aws, keepDays }: CheckedStore,
): StatePlace {
    if (azure) {
        return createAzureStore(parent, name, args, azure, keepDays);
    }
    if (aws) {
        return createAwsStore(parent, name, args, aws, keepDays);
    }
    throw new RangeError("neither azure nor aws");
}
