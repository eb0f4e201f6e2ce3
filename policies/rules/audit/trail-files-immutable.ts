import { conclude, denied, undecidable, type Verdict } from "../../../model/finding";
import { absent, known } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import {
    bucketsOf,
    objectLockOf,
    objectLockType,
    trailType,
    type ObjectLock,
} from "../../../model/views/trail";
import { defineStackRule } from "../../lib/defineRule";
import { isThrowaway, throwawaySettings } from "../../lib/production";

export const trailFilesImmutable = defineStackRule({
    id: "trail-files-immutable",
    code: "L04",
    title: "Nobody can delete the files of a CloudTrail trail before their time",
    attack: "The first thing a thief of an administrator's credentials deletes is the record of having been there. In governance mode, or without an object lock, a permission is enough for that; in compliance mode the root user cannot.",
    blindSpot:
        "Judges buckets of the same stack, and no stack whose name says it may be torn down. Does not judge how long the retention is, nor archives of logs in Azure.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'give the trail\'s bucket an object lock whose default retention has mode "COMPLIANCE" (AuditTrail: leave allowGovernanceMode out)',
        code: `new BucketObjectLockConfiguration("retention", {
    bucket: bucket.bucket,
    rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } },
});`,
    },
    controls: ["owasp:cicd-sec-10", "mcsb:LT-3", "mcsb:BR-2"],
    tags: ["aws", "audit"],
    types: [trailType],
    settings: throwawaySettings,
    examples: {
        denied: 'new BucketObjectLockConfiguration("retention", { bucket: logs.bucket, rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } } });',
        allowed:
            'new BucketObjectLockConfiguration("retention", { bucket: logs.bucket, rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } } });',
    },
    judge(stack, context) {
        const given = (one: Resource) => context.declarationOf(one.urn) ?? one;
        const buckets = stack
            .ofType(trailType)
            .filter(({ urn }) => !isThrowaway(urn, context))
            .flatMap((trail) => bucketsOf(trail, stack, given));
        return [...new Set(buckets)].map((bucket) => {
            const lock = objectLockOf(bucket, stack, given);
            const { urn } = lock?.resource ?? bucket;
            return { urn, verdict: lock === undefined ? unlocked : judgeLock(lock) };
        });
    },
});

const wanted = "an object lock in compliance mode";

const unlocked = denied({
    property: objectLockType,
    seen: absent,
    wanted,
});

function judgeLock({ path, mode }: ObjectLock): Verdict {
    if (mode.state !== "known") return undecidable([path], true);
    const { value } = mode;
    return conclude(value === "COMPLIANCE" ? [] : [{ property: path, seen: known(value), wanted }]);
}
