import { EventSubscription } from "@pulumi/azure-native/eventgrid";
import { Secret } from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";

import { dateProblems, today, unixSeconds, withinProblems } from "../shared/isoDate";
import { azureName } from "../shared/naming";
import { shaped } from "../shared/shapes";
import { problem, refuse, text, type Problem } from "../shared/validate";
import { grantRole, judgedPrincipals, roleDefinitionId } from "./grants";
import { longestLife } from "./lifetimes";
import { nearExpiry } from "./nearExpiry";
import type { VaultPrincipal } from "./vaultPrincipalArgs";
import { readerRoles } from "./vaultRoles";
import type { VaultSecretArgs } from "./vaultSecretArgs";
import { warnOfEnd } from "./warnOfEnd";

/** What stands in a vault until rotation has written the first value. Nobody can read it: see below. */
const placeholder = "no value yet: rotation writes it";

/**
 * A Key Vault secret that has an owner and an end, and whose value the program need not know.
 *
 * Guaranteed:
 * - the secret expires, on a day at most 365 days ahead;
 * - a secret that has ended, or ends within 30 days, is warned of in every run and stops none;
 * - the secret says who owns it, what it is and who rotates it;
 * - without a value the program writes a placeholder that cannot be read, once, and then nothing;
 * - a value is accepted as a secret output only, and stays one on its way to Azure;
 * - the rotation function is called before this secret expires, and for no other secret;
 * - a reader may read the value of this secret, and nothing else in the vault;
 * - Pulumi refuses to remove the secret, unless allowDestroy is given.
 *
 * Why "once, and then nothing": Azure's management interface never returns a value, and takes
 * attributes and tags together with one. An update meant for a tag would write the placeholder over
 * what rotation has written. So the properties and tags of a secret without a value are ignored
 * after its creation; change them where the rotation runs. Call the function once by hand after the
 * first deployment: the placeholder is not for use.
 *
 * To take a reader away from a locked vault (`HardenedVault`): delete the lock "do-not-delete" in Azure, run
 * `pulumi up`, and after it `pulumi refresh` and `pulumi up`, which put the lock back. Azure removes no role
 * under a lock, and a refresh beforehand would only bring it back too early.
 *
 * Not covered: the vault around it (`HardenedVault`), what the rotation function does and which
 * roles it holds, whoever may write secrets through the management interface (Contributor and Key
 * Vault Contributor on the vault can), and values that were given: they stand in the state,
 * encrypted by the stack's secrets provider.
 *
 * All unacceptable arguments are reported in one error.
 */
export class VaultSecret extends pulumi.ComponentResource {
    /** Id of the secret, a scope for roles. */
    public readonly secretId: pulumi.Output<string>;
    /** Name of the secret. */
    public readonly secretName: pulumi.Output<string>;
    /** Address of the newest version, for example "https://kv-acme.vault.azure.net/secrets/token". */
    public readonly secretUri: pulumi.Output<string>;

    constructor(name: string, args: VaultSecretArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:VaultSecret", name, withSecretValue(args), opts);
        const { readers, value } = checkArguments(this, name, args);
        const secret = createSecret(this, name, args, value);
        if (args.rotationFunctionId !== undefined) {
            createHook(this, name, args, args.rotationFunctionId, secret);
        }
        for (const reader of readers) {
            const id = roleDefinitionId(
                args.subscriptionId ?? "",
                readerRoles["Key Vault Secrets User"] ?? "",
            );
            grantRole(this, `${name}-reader-${reader.name}`, reader, { scope: secret.id, id });
        }

        this.secretId = secret.id;
        this.secretName = secret.name;
        this.secretUri = secret.properties.apply((properties) => properties.secretUri);
        this.registerOutputs({
            secretId: this.secretId,
            secretName: this.secretName,
            secretUri: this.secretUri,
        });
    }
}

/** The arguments as the state keeps them: a value that came in clear is refused, but not shown. */
function withSecretValue(args: VaultSecretArgs): pulumi.Inputs {
    return args.value === undefined ? args : { ...args, value: pulumi.secret(args.value) };
}

function checkArguments(
    owner: VaultSecret,
    name: string,
    args: VaultSecretArgs,
): { readers: VaultPrincipal[]; value: pulumi.Output<string> | undefined } {
    const what = `VaultSecret "${name}"`;
    const now = args.today ?? today();
    const said = "1 to 255 characters without line breaks";
    const problems: Problem[] = [
        ...shaped("secretName", args.secretName, "vaultItem"),
        ...text("owner", args.owner, /^[^\n]{1,255}$/, said),
        ...text("contentType", args.contentType, /^[^\n]{1,255}$/, said),
        ...dateProblems("today", now),
        ...withinProblems("expires", args.expires, now, longestLife.secret),
    ];
    const readers = judgedPrincipals(owner, what, "readers", args.readers ?? [], problems);
    if (readers.length > 0) {
        problems.push(...shaped("subscriptionId", args.subscriptionId, "guid"));
    }
    const value = judgedValue(owner, what, args.value, problems);
    refuse(owner, what, problems);
    warnOfEnd(what, args.expires, now);
    return { readers, value };
}

/** A value in clear would stand in the program's source, its state and its logs. */
function judgedValue(
    owner: VaultSecret,
    what: string,
    value: pulumi.Input<string> | undefined,
    problems: Problem[],
): pulumi.Output<string> | undefined {
    if (value === undefined) {
        return undefined;
    }
    const refused: Problem = {
        ...problem("value", "", "a secret output, for example of config.requireSecret"),
        seen: "a value in clear",
    };
    if (!pulumi.Output.isInstance(value)) {
        problems.push(refused);
        return undefined;
    }
    const given = pulumi.output(value);
    const judged = given.apply(async (known) => {
        refuse(owner, what, (await pulumi.isSecret(given)) ? [] : [refused]);
        return known;
    });
    return pulumi.secret(judged);
}

function createSecret(
    parent: VaultSecret,
    name: string,
    args: VaultSecretArgs,
    value: pulumi.Output<string> | undefined,
): Secret {
    return new Secret(
        `${name}-secret`,
        {
            secretName: args.secretName,
            vaultName: args.vaultName,
            resourceGroupName: args.resourceGroupName,
            tags: {
                ...args.tags,
                owner: args.owner,
                "rotated-by": args.rotationFunctionId === undefined ? args.owner : "function",
            },
            properties: {
                contentType: args.contentType,
                attributes: {
                    // Off: a placeholder that can be read would be taken for the secret.
                    enabled: value !== undefined,
                    expires: unixSeconds(args.expires),
                },
                value: value ?? placeholder,
            },
        },
        {
            parent,
            protect: args.allowDestroy !== true,
            ignoreChanges: value === undefined ? ["properties", "tags"] : [],
        },
    );
}

function createHook(
    parent: VaultSecret,
    name: string,
    args: VaultSecretArgs,
    functionId: pulumi.Input<string>,
    secret: Secret,
): void {
    new EventSubscription(
        `${name}-near-expiry`,
        {
            eventSubscriptionName: azureName("evt", args.secretName),
            scope: args.vaultId,
            eventDeliverySchema: "EventGridSchema",
            destination: {
                endpointType: "AzureFunction",
                resourceId: functionId,
                maxEventsPerBatch: 1,
            },
            filter: {
                includedEventTypes: [nearExpiry.secret],
                // The subject of the vault's events is the name of the secret, and nothing more.
                advancedFilters: [
                    { operatorType: "StringIn", key: "subject", values: [args.secretName] },
                ],
            },
            retryPolicy: nearExpiry.retries,
        },
        { parent, dependsOn: secret },
    );
}
