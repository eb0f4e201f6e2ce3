import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { branchPolicyTypes, repositoryPolicyTypes } from "../../../../model/views/devOpsPolicies";
import { adoPolicyBlocking } from "../../../../policies/rules/repositories/ado-policy-blocking";
import { describeRule, type DeniedResource, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function comments(props: PropertyTree): Judged {
    return { type: devOpsToken("BranchPolicyCommentResolution"), props };
}

const everyType: DeniedResource[] = [...branchPolicyTypes, ...repositoryPolicyTypes].map(
    (type) => ({
        name: `a ${type.split(":")[2] ?? ""} that is switched off`,
        type,
        props: { enabled: false },
        findings: ["enabled"],
    }),
);

describeRule(adoPolicyBlocking, {
    denied: [
        {
            name: "a policy that only advises",
            ...comments({ enabled: true, blocking: false }),
            findings: ["blocking"],
        },
        {
            name: "a policy that is off and would only advise",
            ...comments({ enabled: false, blocking: false }),
            findings: ["enabled", "blocking"],
        },
        {
            name: "a policy that is off although the rest is unknown",
            ...comments({ enabled: false, blocking: UNKNOWN }),
            findings: ["enabled"],
        },
        ...everyType,
    ],
    allowed: [
        { name: "a policy in force", ...comments({ enabled: true, blocking: true }) },
        { name: "a policy left at the provider's defaults", ...comments({}) },
        {
            name: "reviewers who are asked and not waited for",
            type: devOpsToken("BranchPolicyAutoReviewers"),
            props: { enabled: true, blocking: false },
        },
    ],
    undecidable: [
        { name: "a switch that is not known yet", ...comments({ enabled: UNKNOWN }) },
        { name: "a force that is not known yet", ...comments({ blocking: UNKNOWN }) },
    ],
    tokens: ["azuredevops:index:BranchPolicyCommentResolution"],
});
