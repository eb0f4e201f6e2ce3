import { Alias, Key } from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";

import type { AwsFacts } from "./facts";

/** Days in which a deletion can be taken back: the longest AWS offers. */
const deletionDays = 30;

/** A key of the trail, with a name a person can read. */
export function createKey(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    key: { alias: string; description: string; policy: string },
): Key {
    const created = new Key(
        name,
        {
            region: facts.region,
            description: key.description,
            policy: key.policy,
            enableKeyRotation: true,
            deletionWindowInDays: deletionDays,
            tags: facts.tags,
        },
        { parent, protect: facts.protect },
    );
    new Alias(
        `${name}-name`,
        { region: facts.region, name: `alias/${key.alias}`, targetKeyId: created.keyId },
        { parent },
    );
    return created;
}
