import { PolicyPack } from "@pulumi/policy";

import { packPolicies } from "./lib/packPolicies";
import { PackSession } from "./lib/session";
import { rules } from "./rules";

// Starts the pack's server: there is one pack per process, so nothing else may import this file.
new PolicyPack("gatehouse-policies", {
    displayName: "Gatehouse",
    description: "Blocks every weakening of a delivery pipeline in preview, on any Pulumi stack.",
    readme: "One page per rule is in docs/rules; settings and exemptions are in policies/README.md.",
    tags: ["ci-cd", "supply-chain", "github", "azure"],
    policies: packPolicies(rules, new PackSession(() => new Date())),
});
