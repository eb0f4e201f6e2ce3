import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { ghRunnerGroupNotPublic } from "../../../../policies/rules/agents/gh-runner-group-not-public";
import { describeRule, type Judged } from "../../../support/describeRule";

const groupType = "github:index/actionsRunnerGroup:ActionsRunnerGroup";

function group(changed: PropertyTree, type = groupType): Judged {
    return { type, props: { name: "build", visibility: "selected", ...changed } };
}

const findings = ["allowsPublicRepositories"];

describeRule(ghRunnerGroupNotPublic, {
    denied: [
        {
            name: "a group that public repositories may use",
            ...group({ allowsPublicRepositories: true }),
            findings,
        },
        {
            name: "such a group of an enterprise",
            ...group(
                { allowsPublicRepositories: true },
                "github:index/enterpriseActionsRunnerGroup:EnterpriseActionsRunnerGroup",
            ),
            findings,
        },
    ],
    allowed: [
        {
            name: "a group that they may not use",
            ...group({ allowsPublicRepositories: false }),
        },
        { name: "nothing said of it", ...group({}) },
    ],
    undecidable: [
        { name: "a flag that is not known yet", ...group({ allowsPublicRepositories: UNKNOWN }) },
    ],
    tokens: ["github:index:ActionsRunnerGroup"],
});
