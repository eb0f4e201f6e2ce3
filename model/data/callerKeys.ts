/**
 * Keys of IAM conditions that say who asks or from where, in lower case. Amazon S3 takes a policy
 * whose statements for everybody hold a fixed value of one of these for not public.
 *
 * source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning
 * of public"; keys of whole organisations besides: IAM User Guide, "AWS global condition context
 * keys"; from memory
 * date: 2026-11-21
 */
export const callerKeys: readonly string[] = [
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
];

/** Prefix lengths; Amazon S3 takes a source any wider for everybody. Same source and date. */
export const widestSource = { ipv4: 8, ipv6: 32 } as const;
