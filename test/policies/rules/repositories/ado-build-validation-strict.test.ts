import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoBuildValidationStrict } from "../../../../policies/rules/repositories/ado-build-validation-strict";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function build(changed: PropertyTree): Judged {
    const settings = { buildDefinitionId: 1, displayName: "build", ...changed };
    return { type: devOpsToken("BranchPolicyBuildValidation"), props: { settings } };
}

function status(changed: PropertyTree): Judged {
    const settings = { name: "scan", authorId: "a", invalidateOnUpdate: true, ...changed };
    return { type: devOpsToken("BranchPolicyStatusCheck"), props: { settings } };
}

const duration = ["settings.validDuration"];
const never = { validDuration: 0, queueOnSourceUpdateOnly: true };
const atOnce = { validDuration: 0, queueOnSourceUpdateOnly: false };

describeRule(adoBuildValidationStrict, {
    denied: [
        {
            name: "a gate that waits for somebody to start it",
            ...build({ ...atOnce, manualQueueOnly: true }),
            findings: ["settings.manualQueueOnly"],
        },
        { name: "a result that never ends", ...build(never), findings: duration },
        {
            name: "a result that never ends by the provider's default",
            ...build({ validDuration: 0 }),
            findings: duration,
        },
        {
            name: "a result that counts for a day",
            ...build({ validDuration: 1440, queueOnSourceUpdateOnly: true }),
            findings: duration,
        },
        {
            name: "a result that counts longer than the settings accept",
            ...build({ validDuration: 120 }),
            config: { maxMinutes: 60 },
            findings: duration,
        },
        {
            name: "code that the gate does not look at",
            ...build({ ...atOnce, filenamePatterns: ["/web/*", "!/web/deploy/*"] }),
            findings: ["settings.filenamePatterns"],
        },
        {
            name: "code that is called a text",
            ...build({ ...atOnce, filenamePatterns: ["*", "!/requirements.txt"] }),
            findings: ["settings.filenamePatterns"],
        },
        {
            name: "a folder of documents, in which anything may lie",
            ...build({ ...atOnce, filenamePatterns: ["*", "!/docs/*"] }),
            findings: ["settings.filenamePatterns"],
        },
        {
            name: "code among documents",
            ...build({ ...atOnce, filenamePatterns: ["*", "!/docs/*.ts"] }),
            findings: ["settings.filenamePatterns"],
        },
        {
            name: "a status that anybody may set and that outlives a push",
            ...status({ authorId: "", invalidateOnUpdate: false }),
            findings: ["settings.authorId", "settings.invalidateOnUpdate"],
        },
        {
            name: "a status left at the provider's defaults",
            type: devOpsToken("BranchPolicyStatusCheck"),
            props: { settings: { name: "scan" } },
            findings: ["settings.authorId", "settings.invalidateOnUpdate"],
        },
        {
            name: "a status that counts only once somebody set it",
            ...status({ applicability: "conditional" }),
            findings: ["settings.applicability"],
        },
        {
            name: "code that a status does not look at",
            ...status({ filenamePatterns: ["!/src/*"] }),
            findings: ["settings.filenamePatterns"],
        },
    ],
    allowed: [
        { name: "a result that ends as soon as the target branch moves", ...build(atOnce) },
        { name: "a gate left at the provider's defaults", ...build({}) },
        {
            name: "a gate on one part of the repository",
            ...build({ ...atOnce, filenamePatterns: ["/web/*"] }),
        },
        {
            name: "a gate that leaves documents out",
            ...build({ ...atOnce, filenamePatterns: ["/*", "!*.md", "!/docs/*.rst"] }),
        },
        { name: "a status of one identity that ends with each push", ...status({}) },
    ],
    undecidable: [
        {
            name: "a duration that is not known yet",
            ...build({ ...atOnce, validDuration: UNKNOWN }),
        },
        {
            name: "no duration while what ends it is not known yet",
            ...build({ validDuration: 0, queueOnSourceUpdateOnly: UNKNOWN }),
        },
        {
            name: "a pattern that is not known yet",
            ...build({ ...atOnce, filenamePatterns: [UNKNOWN] }),
        },
        { name: "an author who is not known yet", ...status({ authorId: UNKNOWN }) },
    ],
    tokens: ["azuredevops:index:BranchPolicyBuildValidation"],
});
