import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoBuildDefinitionAsCode } from "../../../../policies/rules/pipelines/ado-build-definition-as-code";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const type = devOpsToken("BuildDefinition");
const repository = { repoType: "TfsGit", repoId: "r", ymlPath: "build.yml" };

function definition(changed: PropertyTree): Judged {
    const sound = { repository, ciTrigger: { useYaml: true }, jobAuthorizationScope: "project" };
    return { type, props: { ...sound, ...changed } };
}

const job = { name: "build", refName: "build", condition: "succeeded()" };

describeRule(adoBuildDefinitionAsCode, {
    denied: [
        {
            name: "a token for the whole organisation",
            ...definition({ jobAuthorizationScope: "projectCollection" }),
            findings: ["jobAuthorizationScope"],
        },
        {
            name: "no YAML file, and a scope left at the provider's default",
            type,
            props: { repository: { repoType: "TfsGit", repoId: "r" } },
            findings: ["repository.ymlPath", "jobAuthorizationScope"],
        },
        {
            name: "jobs written into the definition",
            ...definition({ jobs: [job] }),
            findings: ["jobs"],
        },
        {
            name: "jobs whose scripts get the token",
            ...definition({ jobs: [job, { ...job, allowScriptsAuthAccessOption: true }] }),
            findings: ["jobs", "jobs[1].allowScriptsAuthAccessOption"],
        },
        {
            name: "a trigger written into the definition",
            ...definition({ ciTrigger: { override: { branchFilters: [] } } }),
            findings: ["ciTrigger.useYaml"],
        },
        {
            name: "a variable that can be set when a run is started",
            ...definition({
                variables: [
                    { name: "tier", value: "dev", allowOverride: false },
                    { name: "target", value: "dev" },
                ],
            }),
            findings: ["variables[1].allowOverride"],
        },
        {
            name: "jobs although the scope is unknown",
            ...definition({ jobs: [job], jobAuthorizationScope: UNKNOWN }),
            findings: ["jobs"],
        },
    ],
    allowed: [
        { name: "a pipeline from the repository", ...definition({}) },
        {
            name: "a pipeline that only policies and people start",
            type,
            props: { repository, jobAuthorizationScope: "project", jobs: [], variables: [] },
        },
        {
            name: "a variable that the settings leave to whoever starts a run",
            ...definition({ variables: [{ name: "target", allowOverride: true }] }),
            config: { overridable: ["target"] },
        },
    ],
    undecidable: [
        {
            name: "a scope that is not known yet",
            ...definition({ jobAuthorizationScope: UNKNOWN }),
        },
        { name: "jobs that are not known yet", ...definition({ jobs: UNKNOWN }) },
        { name: "variables that are not known yet", ...definition({ variables: UNKNOWN }) },
        { name: "a trigger that is not known yet", ...definition({ ciTrigger: UNKNOWN }) },
        { name: "a variable that is not known yet", ...definition({ variables: [UNKNOWN] }) },
    ],
    tokens: ["azuredevops:index:BuildDefinition"],
});
