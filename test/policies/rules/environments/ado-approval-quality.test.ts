import { UNKNOWN } from "../../../../model/known";
import { adoApprovalQuality } from "../../../../policies/rules/environments/ado-approval-quality";
import { describeRule } from "../../../support/describeRule";
import { approvalWith } from "../../../support/devOpsCases";

describeRule(adoApprovalQuality, {
    denied: [
        {
            name: "a run approved by who asked for it",
            ...approvalWith({ requesterCanApprove: true }),
            findings: ["requesterCanApprove"],
        },
        { name: "nobody", ...approvalWith({ approvers: [] }), findings: ["approvers"] },
        {
            name: "fewer groups than the settings ask for",
            ...approvalWith({}),
            config: { minimumApprovers: 2 },
            findings: ["approvers", "minimumRequiredApprovers"],
        },
        {
            name: "one of several groups where the settings ask for two",
            ...approvalWith({ approvers: [UNKNOWN, UNKNOWN] }),
            config: { minimumApprovers: 2 },
            findings: ["minimumRequiredApprovers"],
        },
    ],
    allowed: [
        { name: "one group, never who asked", ...approvalWith({}) },
        { name: "groups that are not known yet", ...approvalWith({ approvers: [UNKNOWN] }) },
        {
            name: "all of two groups, by the service's default",
            ...approvalWith({ approvers: ["a", "b"], minimumRequiredApprovers: null }),
            config: { minimumApprovers: 2 },
        },
        {
            name: "the default for who asked, which is no",
            ...approvalWith({ requesterCanApprove: null }),
        },
    ],
    undecidable: [
        { name: "approvers that are not known yet", ...approvalWith({ approvers: UNKNOWN }) },
        {
            name: "a permission that is not known yet",
            ...approvalWith({ requesterCanApprove: UNKNOWN }),
        },
    ],
    tokens: ["azuredevops:index:CheckApproval"],
});
