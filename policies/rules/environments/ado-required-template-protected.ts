import { conclude, type Finding } from "../../../model/finding";
import { requiredTemplates, requiredTemplateType } from "../../../model/views/devOpsCheck";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Stops templates that pipelines have to extend, taken from where anybody can change them. Which branches
 * have policies is not seen from a check, so the branches that count as guarded are a setting.
 *
 * Blind spot: what the policies of the branch ask for, and what the template says.
 */
export const adoRequiredTemplateProtected = defineRule({
    id: "ado-required-template-protected",
    code: "G06",
    title: "Required templates on Azure DevOps come from guarded branches of chosen repositories",
    attack:
        "A developer may not skip the required template, and so changes it: it is read from a branch, or " +
        "a repository, to which they push without review.",
    blindSpot:
        "Believes that the branches in the settings are guarded, and any repository until the settings name yours.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "medium",
    remediation: {
        change: "take the template from a guarded branch, written in full (components with checks: requiredTemplate.ref), or list its branch in templateRefs",
        code: `requiredTemplates: [{
    repositoryName: "Shop/templates",
    repositoryRef: "refs/heads/main",
    templatePath: "release.yml",
}]`,
    },
    controls: ["ncsc:6", "ncsc:7", "owasp:cicd-sec-1", "owasp:cicd-sec-4"],
    tags: ["azure-devops", "environment", "pipeline"],
    types: [requiredTemplateType],
    settings: {
        templateRefs: texts("Guarded branches that templates are taken from, in full.", [
            "refs/heads/main",
            "refs/heads/master",
        ]),
        templateRepositories: texts(
            "When not empty: the only repositories that templates are taken from, as project/repository.",
            [],
        ),
    },
    examples: {
        denied: `new CheckRequiredTemplate("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    requiredTemplates: [{
        repositoryName: "Shop/templates",
        repositoryRef: "refs/heads/next",
        templatePath: "release.yml",
    }],
});`,
        allowed: `new CheckRequiredTemplate("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    requiredTemplates: [{
        repositoryName: "Shop/templates",
        repositoryRef: "refs/heads/main",
        templatePath: "release.yml",
    }],
});`,
    },
    judge(resource, { config }) {
        const { templateRefs, templateRepositories } = config;
        const templates = requiredTemplates(resource);
        if (templates.state !== "known") return conclude([], ["requiredTemplates"]);
        const read = templates.value.flatMap(({ path, repository, ref }) => [
            { property: `${path}.repositoryRef`, value: ref, among: templateRefs },
            ...(templateRepositories.length === 0
                ? []
                : [
                      {
                          property: `${path}.repositoryName`,
                          value: repository,
                          among: templateRepositories,
                      },
                  ]),
        ]);
        const wrong = read.filter(
            ({ value, among }) =>
                value.state === "absent" ||
                (value.state === "known" && !listed(value.value, among)),
        );
        return conclude(
            wrong.map(({ property, value, among }): Finding => {
                return { property, seen: value, wanted: `one of ${among.join(", ")}` };
            }),
            read.filter(({ value }) => value.state === "unknown").map(({ property }) => property),
        );
    },
});

/** Names on Azure DevOps compare without regard to case. */
function listed(value: string, among: readonly string[]): boolean {
    return among.some((one) => one.toLowerCase() === value.toLowerCase());
}
