/** Regions of the commercial partition, with the letters of their zones.
 * source: AWS documentation, "AWS Regions" and "S3 website endpoints"; date: 2026-11-21 */
const regions: Readonly<Record<string, { zones: string; id: string; s3Zone: string }>> = {
    "af-south-1": { zones: "abc", id: "afs1", s3Zone: "Z83WF9RJE8B12" },
    "ap-east-1": { zones: "abc", id: "ape1", s3Zone: "ZNB98KWMFR0R6" },
    "ap-northeast-1": { zones: "acd", id: "apne1", s3Zone: "Z2M4EHUR26P7ZW" },
    "ap-northeast-2": { zones: "abcd", id: "apne2", s3Zone: "Z3W03O7B5YMIYP" },
    "ap-northeast-3": { zones: "abc", id: "apne3", s3Zone: "Z2YQB5RD63NC85" },
    "ap-south-1": { zones: "abc", id: "aps1", s3Zone: "Z11RGJOFQNVJUP" },
    "ap-southeast-1": { zones: "abc", id: "apse1", s3Zone: "Z3O0J2DXBE1FTB" },
    "ap-southeast-2": { zones: "abc", id: "apse2", s3Zone: "Z1WCIGYICN2BYD" },
    "ca-central-1": { zones: "abd", id: "cac1", s3Zone: "Z1QDHH18159H29" },
    "eu-central-1": { zones: "abc", id: "euc1", s3Zone: "Z21DNDUVLTQW6Q" },
    "eu-north-1": { zones: "abc", id: "eun1", s3Zone: "Z3BAZG2TWCNX0D" },
    "eu-south-1": { zones: "abc", id: "eus1", s3Zone: "Z30OZKI7KPW7MI" },
    "eu-west-1": { zones: "abc", id: "euw1", s3Zone: "Z1BKCTXD74EZPE" },
    "eu-west-2": { zones: "abc", id: "euw2", s3Zone: "Z3GKZC51ZF0DB4" },
    "eu-west-3": { zones: "abc", id: "euw3", s3Zone: "Z3R1K369G5AVDG" },
    "me-south-1": { zones: "abc", id: "mes1", s3Zone: "Z1MPMWCPA7YB62" },
    "sa-east-1": { zones: "abc", id: "sae1", s3Zone: "Z7KQH4QJS55SO" },
    "us-east-1": { zones: "abcdef", id: "use1", s3Zone: "Z3AQBSTGFYJSTF" },
    "us-east-2": { zones: "abc", id: "use2", s3Zone: "Z2O1EMRO9K5GLX" },
    "us-west-1": { zones: "ab", id: "usw1", s3Zone: "Z2F56UZL2M1ACD" },
    "us-west-2": { zones: "abcd", id: "usw2", s3Zone: "Z3BJ6K6RIION7M" },
};

/** Regions the emulation knows. */
export const regionNames: readonly string[] = Object.keys(regions);

/** Availability zones of a region, by name and id. */
export function zonesOf(region: string): { name: string; id: string }[] {
    const { zones = "abc", id = region } = regions[region] ?? {};
    return Array.from(zones, (letter, i) => ({
        name: `${region}${letter}`,
        id: `${id}-az${i + 1}`,
    }));
}

/** Route 53 zone of the region's S3 website endpoint. */
export function s3HostedZone(region: string): string {
    return regions[region]?.s3Zone ?? "";
}
