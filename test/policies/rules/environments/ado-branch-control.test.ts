import { UNKNOWN } from "../../../../model/known";
import { adoBranchControl } from "../../../../policies/rules/environments/ado-branch-control";
import { describeRule } from "../../../support/describeRule";
import { branchControlWith } from "../../../support/devOpsCases";

const everyBranch = [
    "*",
    "refs/*",
    "refs/heads/*",
    "refs/heads/**",
    "refs/h*",
    "refs/heads/main, *",
];

describeRule(adoBranchControl, {
    denied: [
        {
            name: "branches that nothing protects",
            ...branchControlWith({ verifyBranchProtection: false }),
            findings: ["verifyBranchProtection"],
        },
        {
            name: "a check with the provider's defaults",
            ...branchControlWith({
                allowedBranches: null,
                verifyBranchProtection: null,
                ignoreUnknownProtectionStatus: null,
            }),
            findings: ["allowedBranches", "verifyBranchProtection"],
        },
        ...everyBranch.map((allowedBranches) => ({
            name: `every branch, as ${allowedBranches}`,
            ...branchControlWith({ allowedBranches }),
            findings: ["allowedBranches"],
        })),
        {
            name: "an empty list, which limits nothing",
            ...branchControlWith({ allowedBranches: " , " }),
            findings: ["allowedBranches"],
        },
        {
            name: "what pull requests propose",
            ...branchControlWith({ allowedBranches: "refs/heads/main,refs/pull/*/merge" }),
            findings: ["allowedBranches"],
        },
        {
            name: "branches of whose protection nothing is known",
            ...branchControlWith({ ignoreUnknownProtectionStatus: true }),
            findings: ["ignoreUnknownProtectionStatus"],
        },
    ],
    allowed: [
        { name: "one protected branch", ...branchControlWith({}) },
        {
            name: "protected branches below releases",
            ...branchControlWith({ allowedBranches: "refs/heads/main, refs/heads/releases/*" }),
        },
        {
            name: "the default for branches of which nothing is known",
            ...branchControlWith({ ignoreUnknownProtectionStatus: null }),
        },
    ],
    undecidable: [
        {
            name: "branches that are not known yet",
            ...branchControlWith({ allowedBranches: UNKNOWN }),
        },
        {
            name: "a demand that is not known yet",
            ...branchControlWith({ verifyBranchProtection: UNKNOWN }),
        },
    ],
    tokens: ["azuredevops:index:CheckBranchControl"],
});
