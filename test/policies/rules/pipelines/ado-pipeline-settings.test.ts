import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoPipelineSettings } from "../../../../policies/rules/pipelines/ado-pipeline-settings";
import { describeRule } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const type = devOpsToken("ProjectPipelineSettings");
const sound = {
    enforceJobScope: true,
    enforceJobScopeForRelease: true,
    enforceReferencedRepoScopedToken: true,
    enforceSettableVar: true,
    statusBadgesArePrivate: true,
};
const names = Object.keys(sound);
const unknown: PropertyTree = Object.fromEntries(names.map((one) => [one, UNKNOWN]));

describeRule(adoPipelineSettings, {
    denied: [
        {
            name: "jobs that reach other projects",
            type,
            props: { ...sound, enforceJobScope: false },
            findings: ["enforceJobScope"],
        },
        { name: "nothing said of any setting", type, props: { projectId: "p" }, findings: names },
        ...names.map((name) => ({
            name: `${name} off, the others unknown`,
            type,
            props: { ...unknown, [name]: false },
            findings: [name],
        })),
    ],
    allowed: [{ name: "all five settings", type, props: sound }],
    undecidable: [
        {
            name: "a setting that is not known yet",
            type,
            props: { ...sound, enforceSettableVar: UNKNOWN },
        },
    ],
    tokens: ["azuredevops:index:ProjectPipelineSettings"],
});
