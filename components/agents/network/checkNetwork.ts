import type * as pulumi from "@pulumi/pulumi";
import type { Address4 } from "ip-address";

import { shaped } from "../../shared/shapes";
import {
    distinct,
    judged,
    oneOf,
    problem,
    refuse,
    text,
    type Problem,
} from "../../shared/validate";
import type { EgressProfile } from "../egress/egressProfile";
import { egressProfiles, profilesNamed } from "../egress/egressProfiles";
import type { AgentNetworkArgs } from "./agentNetworkArgs";
import { isPrivateRange, overlap, parseRange } from "./ranges";

/** The smallest subnets: Azure keeps five addresses; a firewall needs 59 of its own. */
const longestPrefix = { space: 24, subnet: 28, firewall: 26 } as const;

/** What the arguments ask for, once they are found acceptable. */
export interface NetworkPlan {
    /** The region, judged later if not known yet. */
    location: pulumi.Input<string>;
    profiles: EgressProfile[];
}

/** Refuses bad arguments, all in one error. */
export function checkNetwork(
    owner: pulumi.Resource,
    name: string,
    args: AgentNetworkArgs,
): NetworkPlan {
    const what = `AgentNetwork "${name}"`;
    const label = "1 to 40 lower case letters, digits and single hyphens";
    const problems = [
        ...text("networkName", args.networkName, /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, label),
        ...oneOf("egress", args.egress, ["nat", "firewall"]),
        ...rangeProblems(args),
        ...profileProblems(args),
        ...optionProblems(args),
    ];
    const location = judged(
        owner,
        what,
        args.location,
        (value) => shaped("location", value, "location"),
        problems,
    );
    refuse(owner, what, problems);
    return { location, profiles: profilesNamed(args.profiles) };
}

/** Private ranges, large enough, inside the network and apart from each other. */
function rangeProblems(args: AgentNetworkArgs): Problem[] {
    const space = parseRange(args.addressSpace);
    const problems = sizeProblems("addressSpace", args.addressSpace, longestPrefix.space);
    if (space !== undefined && !isPrivateRange(space)) {
        problems.push(problem("addressSpace", args.addressSpace, "a range of private addresses"));
    }
    const subnets = subnetRanges(args);
    const placed: { path: string; range: Address4 }[] = [];
    for (const { path, value, longest } of subnets) {
        problems.push(...sizeProblems(path, value, longest));
        const range = parseRange(value);
        if (range === undefined) {
            continue;
        }
        if (space !== undefined && !range.isInSubnet(space)) {
            problems.push(problem(path, value, `a range inside addressSpace`));
        }
        const other = placed.find((one) => overlap(one.range, range));
        if (other !== undefined) {
            problems.push(problem(path, value, `a range that does not overlap ${other.path}`));
        }
        placed.push({ path, range });
    }
    return problems;
}

function subnetRanges(args: AgentNetworkArgs) {
    const { agentRange, endpointRange, firewallRange } = args;
    const subnets: { path: string; value: unknown; longest: number }[] = [
        { path: "agentRange", value: agentRange, longest: longestPrefix.subnet },
        { path: "endpointRange", value: endpointRange, longest: longestPrefix.subnet },
    ];
    if (args.egress === "firewall") {
        const longest = longestPrefix.firewall;
        subnets.push({ path: "firewallRange", value: firewallRange, longest });
    }
    return subnets;
}

function sizeProblems(path: string, value: unknown, longest: number): Problem[] {
    const range = parseRange(value);
    return range !== undefined && range.subnetMask <= longest
        ? []
        : [problem(path, value, `an IPv4 range of /${longest} or larger, its host bits zero`)];
}

/** Known services, once each, that the way out can tell from others. */
function profileProblems(args: AgentNetworkArgs): Problem[] {
    const { profiles, egress } = args;
    if (!Array.isArray(profiles) || profiles.length === 0) {
        return [problem("profiles", profiles, "at least one service")];
    }
    const names = egressProfiles.map((profile) => profile.name);
    const problems = distinct(profiles, (i) => `profiles[${i}]`, "a service");
    profiles.forEach((name, i) => {
        const path = `profiles[${i}]`;
        const [profile] = profilesNamed([name]);
        if (profile === undefined) {
            problems.push(...oneOf(path, name, names));
        } else if (egress === "nat" && isByNameOnly(profile)) {
            const allowed = `a service with published addresses, or egress "firewall"`;
            problems.push(problem(path, name, allowed));
        }
    });
    return problems;
}

function isByNameOnly(profile: EgressProfile): boolean {
    const { ranges, serviceTags, privateZones } = profile;
    return [...ranges, ...serviceTags, ...privateZones].length === 0;
}

/** Options that need, or exclude, each other. */
function optionProblems(args: AgentNetworkArgs): Problem[] {
    const { egress, awsRegions = [], zones = [] } = args;
    const usesAws = Array.isArray(args.profiles) && args.profiles.includes("aws");
    const region = /^[a-z]{2}(-[a-z]+){1,2}-\d$/;
    const problems = [
        ...awsRegions.flatMap((one, i) =>
            text(`awsRegions[${i}]`, one, region, "an AWS region, for example eu-west-2"),
        ),
        ...zones.flatMap((one, i) => oneOf(`zones[${i}]`, one, ["1", "2", "3"])),
    ];
    if (usesAws && awsRegions.length === 0) {
        problems.push(problem("awsRegions", awsRegions, `at least one for the profile "aws"`));
    }
    if (!usesAws && awsRegions.length > 0) {
        problems.push(problem("awsRegions", awsRegions, `nothing without the profile "aws"`));
    }
    if (egress !== "firewall" && args.firewallRange !== undefined) {
        const allowed = `nothing without egress "firewall"`;
        problems.push(problem("firewallRange", args.firewallRange, allowed));
    }
    if (egress !== "firewall" && args.allowPlainHttp === true) {
        problems.push(problem("allowPlainHttp", true, `false without egress "firewall"`));
    }
    if (egress === "nat" && zones.length > 1) {
        problems.push(problem("zones", zones, `one at most with egress "nat"`));
    }
    return problems;
}
