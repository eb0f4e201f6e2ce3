import type { Known } from "../known";
import { map, read, readFlag, readText, withDefault } from "../known";
import type { Resource, Stack } from "../resource";

export const trailType = "aws:cloudtrail:Trail";
export const bucketType = "aws:s3:Bucket";
export const objectLockType = "aws:s3:BucketObjectLockConfiguration";

/** How long nobody can take a version out of a bucket, and who may after all. */
export interface ObjectLock {
    /** What says so: the bucket, or the configuration that stands beside it. */
    readonly resource: Resource;
    readonly path: string;
    /** "COMPLIANCE" or "GOVERNANCE". */
    readonly mode: Known<string>;
}

/** Buckets of the stack that a trail writes to: by what the name comes from, or by the name. */
export function bucketsOf(trail: Resource, stack: Stack, given: Given): readonly Resource[] {
    return linked(trail, "s3BucketName", stack.ofType(bucketType), given);
}

/** The default retention of a bucket, written on it or beside it; undefined when there is none. */
export function objectLockOf(bucket: Resource, stack: Stack, given: Given): ObjectLock | undefined {
    const beside = stack
        .ofType(objectLockType)
        .filter((one) => linked(one, "bucket", [bucket], given).length > 0)
        .map((one) => lockIn(one, given(one), "rule.defaultRetention.mode"));
    const path = "objectLockConfiguration.rule.defaultRetention.mode";
    const locks = [...beside, lockIn(bucket, given(bucket), path)];
    return locks.find(({ mode }) => mode.state !== "absent");
}

/** Finds what a resource was registered with: outputs leave settings out. */
type Given = (resource: Resource) => Resource;

function linked(
    from: Resource,
    property: string,
    buckets: readonly Resource[],
    given: Given,
): readonly Resource[] {
    const sources = from.propertyDependencies[property] ?? [];
    const name = readText(given(from).props, property);
    return buckets.filter((bucket) => {
        if (sources.includes(bucket.urn)) return true;
        const own = readText(given(bucket).props, "bucket");
        return own.state === "known" && name.state === "known" && own.value === name.value;
    });
}

function lockIn(resource: Resource, { props }: Resource, path: string): ObjectLock {
    return { resource, path, mode: map(readText(props, path), (mode) => mode.toUpperCase()) };
}

/** What a trail records, and how it is kept. The provider's defaults are filled in. */
export interface Trail {
    readonly flags: readonly {
        readonly path: string;
        readonly value: Known<boolean>;
    }[];
    /** Whether a key is named; a name that is unknown yet is one. */
    readonly encrypted: Known<boolean>;
}

/** source of the defaults: typings of @pulumi/aws 7.48; date: 2026-11-21 */
const trailDefaults = {
    enableLogging: true,
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: false,
} as const;

export function trailView({ props }: Resource): Trail {
    const key = read(props, "kmsKeyId");
    return {
        flags: Object.entries(trailDefaults).map(([path, whenAbsent]) => ({
            path,
            value: withDefault(readFlag(props, path), whenAbsent),
        })),
        encrypted: withDefault(
            map(key, (value) => value !== ""),
            false,
        ),
    };
}
