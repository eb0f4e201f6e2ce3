import { Address4 } from "ip-address";

import { awsShaped } from "../../shared/awsShapes";
import { distinct, oneOf, problem, text, type Problem } from "../../shared/validate";
import type { AwsAgentNetworkArgs } from "../awsAgentNetworkArgs";
import { namesIn } from "../egress/egressProfile";
import { egressProfiles, profilesNamed } from "../egress/egressProfiles";
import { ruleCapacity } from "./firewall";
import { retentionChoices } from "./logs";

/** What the firewall lets agents out to unless told otherwise. */
const defaultProfiles = ["github", "githubActions"];

const hostName = /^(?=.{4,253}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Whether the network has a way to the internet. */
export function hasFirewall(args: AwsAgentNetworkArgs): boolean {
    return (args.egress ?? "firewall") === "firewall";
}

/** Profiles the firewall goes by. */
export function profilesOf(args: AwsAgentNetworkArgs) {
    return hasFirewall(args) ? profilesNamed(args.profiles ?? defaultProfiles) : [];
}

/** Every host name the firewall lets through, each once. */
export function hostNames(args: AwsAgentNetworkArgs): string[] {
    const named = profilesOf(args).flatMap((profile) => namesIn(profile, [args.region]));
    return [...new Set([...named, ...(args.allowNames ?? [])])];
}

/** What is not acceptable in the arguments of `AwsAgentNetwork`. */
export function networkProblems(args: AwsAgentNetworkArgs): Problem[] {
    return [
        ...awsShaped("networkName", args.networkName, "namePrefix"),
        ...awsShaped("accountId", args.accountId, "account"),
        ...awsShaped("region", args.region, "region"),
        ...zoneProblems(args),
        ...rangeProblems(args.addressRange),
        ...egressProblems(args),
        ...(args.allowAccounts ?? []).flatMap((id, i) =>
            awsShaped(`allowAccounts[${i}]`, id, "account"),
        ),
        ...retentionProblems("logRetentionDays", args.logRetentionDays),
    ];
}

/** Retention of logs: a choice of CloudWatch Logs, a year at least. */
export function retentionProblems(path: string, days: number | undefined): Problem[] {
    const isChoice = days === undefined || retentionChoices.some((choice) => choice === days);
    return isChoice ? [] : [problem(path, days, `one of ${retentionChoices.join(", ")}`)];
}

function zoneProblems({ availabilityZones, region }: AwsAgentNetworkArgs): Problem[] {
    const path = (i: number) => `availabilityZones[${i}]`;
    const allowed = `a zone of ${JSON.stringify(region)}: its name and a letter`;
    const count =
        availabilityZones.length === 2
            ? []
            : [problem("availabilityZones", availabilityZones, "two zones")];
    const wrong = availabilityZones.flatMap((zone, i) =>
        zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length))
            ? []
            : [problem(path(i), zone, allowed)],
    );
    return [...count, ...wrong, ...distinct(availabilityZones, path, "a zone")];
}

function rangeProblems(range: string): Problem[] {
    const allowed = "an IPv4 range of /16 to /24 that begins with its first address";
    const fits =
        /^[\d.]+\/(1[6-9]|2[0-4])$/.test(range) &&
        Address4.isValid(range) &&
        new Address4(range).startAddress().correctForm() === range.split("/")[0];
    return fits ? [] : [problem("addressRange", range, allowed)];
}

function egressProblems(args: AwsAgentNetworkArgs): Problem[] {
    const known = egressProfiles.filter(({ names }) => names.length > 0).map(({ name }) => name);
    const profiles = args.profiles ?? [];
    const problems = [
        ...oneOf("egress", args.egress ?? "firewall", ["firewall", "endpoints"]),
        ...profiles.flatMap((profile, i) => oneOf(`profiles[${i}]`, profile, known)),
        ...distinct(profiles, (i) => `profiles[${i}]`, "a profile"),
        ...(args.allowNames ?? []).flatMap((name, i) =>
            text(`allowNames[${i}]`, name, hostName, 'a host name, "*." in front if need be'),
        ),
    ];
    if (!hasFirewall(args)) {
        const unused = [...profiles, ...(args.allowNames ?? [])];
        return unused.length === 0
            ? problems
            : [...problems, problem("egress", args.egress, '"firewall", to let out to names')];
    }
    const count = hostNames(args).length;
    return count > 0 && count <= ruleCapacity
        ? problems
        : [...problems, problem("profiles", profiles, `1 to ${ruleCapacity} names in all`)];
}
