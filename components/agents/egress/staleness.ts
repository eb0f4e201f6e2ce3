import { warn } from "../../shared/messages";
import type { EgressProfile } from "./egressProfile";

/** Days after which nobody should rely on a profile that was not compared with its source again. */
export const longestAgeInDays = 180;

const dayInMs = 24 * 60 * 60 * 1000;

/** Whole days since a profile was last compared with its source. */
export function ageInDays(profile: EgressProfile, today: Date): number {
    const seen = profile.renewed?.date ?? profile.date;
    return Math.floor((today.getTime() - Date.parse(`${seen}T00:00:00Z`)) / dayInMs);
}

/** Profiles older than `longestAgeInDays`. */
export function staleProfiles(profiles: readonly EgressProfile[], today: Date): EgressProfile[] {
    return profiles.filter((profile) => ageInDays(profile, today) > longestAgeInDays);
}

/** Warns once, in the name of the component that uses the profiles, when some of them are stale. */
export function warnOfStaleProfiles(
    what: string,
    profiles: readonly EgressProfile[],
    today = new Date(Date.now()),
): void {
    const stale = staleProfiles(profiles, today);
    if (stale.length === 0) {
        return;
    }
    const list = stale
        .map((profile) => `${profile.name} (${ageInDays(profile, today)} days)`)
        .join(", ");
    warn(
        `${what}: addresses of these egress profiles were last compared with their source more than ${longestAgeInDays} days ago: ${list}. Update the gatehouse package.`,
    );
}
