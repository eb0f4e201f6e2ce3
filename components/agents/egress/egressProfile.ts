/**
 * What an agent must reach to use one service, and where that is known from. Pure data: networks on
 * Azure and on AWS read the same profiles, each the part its firewall understands.
 */
export interface EgressProfile {
    /** As it is written in `profiles`. */
    name: string;
    /** What it opens, in one line. */
    opens: string;
    /** Published IPv4 ranges, in CIDR form, that answer on port 443. */
    ranges: readonly string[];
    /** Azure service tags that Azure lets stand in an outbound rule. */
    serviceTags: readonly string[];
    /**
     * Host names reached over TLS on port 443. "*." in front stands for one or more labels;
     * "{region}" for an AWS region, see `namesIn`.
     */
    names: readonly string[];
    /** Host names that answer on port 80 only, without TLS: archives of signed packages. */
    plainNames: readonly string[];
    /** Private DNS zones of a service that is reached through a private endpoint and nothing else. */
    privateZones: readonly string[];
    /** Where the values stand. */
    source: string;
    /**
     * Day of the copy that was read, as "2026-11-21"; where the copy does not tell, the day on which
     * it was read, and `source` says that its age is unknown.
     */
    date: string;
    /**
     * Set when somebody compared the values with the source again and they still held.
     * @default never compared again
     */
    renewed?: EgressRenewal;
}

/** A look at the source that found nothing to change. */
export interface EgressRenewal {
    /** Day, as "2026-11-21". */
    date: string;
    /** What was compared with what. */
    how: string;
}

/** A profile with the parts that are given; the others are empty. */
export function egressProfile(
    facts: Pick<EgressProfile, "name" | "opens" | "source" | "date"> & Partial<EgressProfile>,
): EgressProfile {
    return { ranges: [], serviceTags: [], names: [], plainNames: [], privateZones: [], ...facts };
}

/** The names of a profile, those with "{region}" once for each AWS region. */
export function namesIn(profile: EgressProfile, awsRegions: readonly string[]): string[] {
    const filled = [...profile.names].flatMap((name) =>
        name.includes("{region}")
            ? awsRegions.map((region) => name.replace("{region}", region))
            : [name],
    );
    return [...new Set(filled)];
}
