import { UNKNOWN } from "../../../../model/known";
import { actionsShaPinning } from "../../../../policies/rules/pipelines/actions-sha-pinning";
import { actionsWith, organizationActions } from "../../../support/actionsCases";
import { describeRule } from "../../../support/describeRule";

const findings = ["shaPinningRequired"];

describeRule(actionsShaPinning, {
    denied: [
        { name: "actions by tag", ...actionsWith({ shaPinningRequired: false }), findings },
        { name: "nothing said of it", ...actionsWith({ shaPinningRequired: null }), findings },
        {
            name: "actions by tag in an organization",
            ...actionsWith({ shaPinningRequired: false }, organizationActions),
            findings,
        },
    ],
    allowed: [
        { name: "actions by commit", ...actionsWith({}) },
        {
            name: "a repository where nothing runs",
            ...actionsWith({ enabled: false, shaPinningRequired: false }),
        },
    ],
    undecidable: [
        { name: "a flag that is not known yet", ...actionsWith({ shaPinningRequired: UNKNOWN }) },
    ],
    tokens: ["github:index:ActionsRepositoryPermissions"],
});
