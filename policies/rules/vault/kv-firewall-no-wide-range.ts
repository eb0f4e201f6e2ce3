import { allowed, conclude } from "../../../model/finding";
import { is } from "../../../model/known";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { isWide } from "../../lib/addressRanges";
import { defineRule } from "../../lib/defineRule";
import { wholeNumber } from "../../lib/settings";

export const kvFirewallNoWideRange = defineRule({
    id: "kv-firewall-no-wide-range",
    code: "A05",
    title: "A key vault's firewall lets no wide range of addresses through",
    attack: "A range as wide as a cloud region or an internet provider holds machines anybody can rent. With a stolen token the vault can be read from one of them, and the firewall is no more than decoration.",
    blindSpot:
        "Adds nothing up: many narrow ranges side by side pass, and so do subnets let in by id.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name single addresses, or ranges of 24 bits and more, in networkAcls.ipRules (HardenedVault: narrow allowAddresses, or leave it out)",
        code: 'networkAcls: { defaultAction: "Deny", bypass: "None", ipRules: [{ value: "203.0.113.7" }] }',
    },
    controls: ["owasp:cicd-sec-7", "mcsb:NS-1", "mcsb:NS-2"],
    tags: ["azure", "key-vault", "network"],
    types: vaultTypes,
    settings: {
        minPrefix: wholeNumber("Shortest prefix of a range that is let through.", 24, 8, 32),
    },
    examples: {
        denied: 'networkAcls: { defaultAction: "Deny", ipRules: [{ value: "52.0.0.0/8" }] }',
        allowed: 'networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.7" }] }',
    },
    judge(resource, { config }) {
        const vault = vaultView(resource);
        // Nobody comes as far as the firewall of a closed endpoint.
        if (is(vault.publicNetworkOff, true)) return allowed;
        const { path, value } = vault.addresses;
        const ranges = value.state === "known" ? value.value : [value];
        const findings = ranges.flatMap((range) =>
            range.state === "known" && isWide(range.value, config.minPrefix)
                ? [
                      {
                          id: range.value,
                          property: path,
                          seen: range,
                          wanted: `ranges of /${config.minPrefix} or narrower`,
                      },
                  ]
                : [],
        );
        return conclude(findings, ranges.some((one) => one.state === "unknown") ? [path] : []);
    },
});
