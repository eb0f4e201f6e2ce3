import { UNKNOWN } from "../../../../model/known";
import { adoProjectNotPublic } from "../../../../policies/rules/repositories/ado-project-not-public";
import { describeRule } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const type = devOpsToken("Project");

describeRule(adoProjectNotPublic, {
    denied: [
        {
            name: "a public project",
            type,
            props: { visibility: "public" },
            findings: ["visibility"],
        },
        {
            name: "a public project in other letters",
            type,
            props: { visibility: "Public" },
            findings: ["visibility"],
        },
    ],
    allowed: [
        { name: "a private project", type, props: { visibility: "private" } },
        { name: "a project that says nothing of it", type, props: { name: "Shop" } },
    ],
    undecidable: [
        { name: "a visibility that is not known yet", type, props: { visibility: UNKNOWN } },
    ],
    tokens: ["azuredevops:index:Project"],
});
