import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoRequiredTemplateProtected } from "../../../../policies/rules/environments/ado-required-template-protected";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const sound = {
    repositoryName: "Shop/templates",
    repositoryRef: "refs/heads/main",
    templatePath: "release.yml",
    repositoryType: "azuregit",
};

function templates(...changed: PropertyTree[]): Judged {
    const requiredTemplates = changed.map((one): PropertyTree => ({ ...sound, ...one }));
    return { type: devOpsToken("CheckRequiredTemplate"), props: { requiredTemplates } };
}

const config = { templateRepositories: ["shop/Templates"] };

describeRule(adoRequiredTemplateProtected, {
    denied: [
        {
            name: "a branch that nobody guards",
            ...templates({ repositoryRef: "refs/heads/next" }),
            findings: ["requiredTemplates[0].repositoryRef"],
        },
        {
            name: "the second of two templates, by a tag that anybody moves",
            ...templates({}, { repositoryRef: "refs/tags/v1" }),
            findings: ["requiredTemplates[1].repositoryRef"],
        },
        {
            name: "another repository than the settings list",
            ...templates({ repositoryName: "Shop/web" }),
            config,
            findings: ["requiredTemplates[0].repositoryName"],
        },
    ],
    allowed: [
        { name: "the main branch", ...templates({}) },
        { name: "a listed repository, whatever its case", ...templates({}), config },
        {
            name: "a branch that the settings list",
            ...templates({ repositoryRef: "refs/heads/stable" }),
            config: { templateRefs: ["refs/heads/stable"] },
        },
    ],
    undecidable: [
        { name: "a branch that is not known yet", ...templates({ repositoryRef: UNKNOWN }) },
        {
            name: "a repository that is not known yet",
            ...templates({ repositoryName: UNKNOWN }),
            config,
        },
        {
            name: "templates that are not known yet",
            type: devOpsToken("CheckRequiredTemplate"),
            props: { requiredTemplates: UNKNOWN },
        },
    ],
    tokens: ["azuredevops:index:CheckRequiredTemplate"],
});
