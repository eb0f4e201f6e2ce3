import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { ghEnvBranchLimited } from "../../../../policies/rules/environments/gh-env-branch-limited";
import { describeRule, type Judged } from "../../../support/describeRule";
import { deploymentPolicyType, environmentWith } from "../../../support/environmentCases";

function branches(
    protectedBranches: PropertyTree[string],
    customBranchPolicies: PropertyTree[string],
): Judged {
    return environmentWith({
        deploymentBranchPolicy: {
            protectedBranches: protectedBranches ?? null,
            customBranchPolicies: customBranchPolicies ?? null,
        },
    });
}

function pattern(props: PropertyTree): Judged {
    return {
        type: deploymentPolicyType,
        props: { repository: "web", environment: "production", ...props },
    };
}

describeRule(ghEnvBranchLimited, {
    denied: [
        {
            name: "no branch policy, which lets every branch deploy",
            ...environmentWith({ deploymentBranchPolicy: null }),
            findings: ["deploymentBranchPolicy"],
        },
        {
            name: "a branch policy that limits nothing",
            ...branches(false, false),
            findings: ["deploymentBranchPolicy"],
        },
        {
            name: "every branch by pattern",
            ...pattern({ branchPattern: "*" }),
            findings: ["branchPattern"],
        },
        {
            name: "every branch by a pattern with slashes",
            ...pattern({ branchPattern: "**/*" }),
            findings: ["branchPattern"],
        },
        {
            name: "every tag by pattern",
            ...pattern({ tagPattern: "*" }),
            findings: ["tagPattern"],
        },
        {
            name: "a pattern that the settings do not list",
            ...pattern({ branchPattern: "feature/*" }),
            config: { deployPatterns: ["main", "release/*"] },
            findings: ["branchPattern"],
        },
        {
            name: "every branch, by the older resource",
            type: "github:index/repositoryDeploymentBranchPolicy:RepositoryDeploymentBranchPolicy",
            props: { repository: "web", environmentName: "production", name: "*" },
            findings: ["name"],
        },
    ],
    allowed: [
        { name: "listed branches", ...environmentWith({}) },
        { name: "protected branches", ...branches(true, false) },
        { name: "one branch", ...pattern({ branchPattern: "main" }) },
        { name: "release tags", ...pattern({ tagPattern: "v*" }) },
        {
            name: "a pattern that the settings list",
            ...pattern({ branchPattern: "release/*" }),
            config: { deployPatterns: ["main", "release/*"] },
        },
        {
            name: "every branch on staging",
            ...environmentWith({ environment: "staging", deploymentBranchPolicy: null }),
        },
        {
            name: "every branch by pattern on staging",
            ...pattern({ environment: "staging", branchPattern: "*" }),
        },
        {
            name: "one branch of an environment that is not known yet",
            ...pattern({ environment: UNKNOWN, branchPattern: "main" }),
        },
    ],
    undecidable: [
        {
            name: "a branch policy that is not known yet",
            ...environmentWith({ deploymentBranchPolicy: UNKNOWN }),
        },
        { name: "a half of it that is not known yet", ...branches(false, UNKNOWN) },
        { name: "a pattern that is not known yet", ...pattern({ branchPattern: UNKNOWN }) },
        {
            name: "every branch of an environment that is not known yet",
            ...pattern({ environment: UNKNOWN, branchPattern: "*" }),
        },
    ],
    tokens: ["github:index:RepositoryEnvironment"],
});
