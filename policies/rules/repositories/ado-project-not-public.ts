import { conclude, denied } from "../../../model/finding";
import { readText } from "../../../model/known";
import { projectType } from "../../../model/views/devOpsPlaces";
import { defineRule } from "../../lib/defineRule";

/** A project is private when nothing is said of it. */
export const adoProjectNotPublic = defineRule({
    id: "ado-project-not-public",
    code: "F20",
    title: "Projects on Azure DevOps are not public",
    attack:
        "Anybody reads the code, the runs and their logs without signing in, and looks for secrets, names of " +
        "machines and weak spots in them.",
    blindSpot:
        "Says nothing of who may make a project public later, nor of the organisation's policy on public projects.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set visibility to private, or leave it out",
        code: 'visibility: "private"',
    },
    controls: ["owasp:cicd-sec-7"],
    tags: ["azure-devops", "repository"],
    types: [projectType],
    settings: {},
    examples: {
        denied: 'new Project("shop", { name: "Shop", visibility: "public" });',
        allowed: 'new Project("shop", { name: "Shop", visibility: "private" });',
    },
    judge({ props }) {
        const seen = readText(props, "visibility");
        if (seen.state === "unknown") return conclude([], ["visibility"]);
        return seen.state === "known" && /^public$/i.test(seen.value)
            ? denied({ property: "visibility", seen, wanted: "private" })
            : conclude([]);
    },
});
