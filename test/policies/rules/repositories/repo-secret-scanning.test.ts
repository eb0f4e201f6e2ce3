import { UNKNOWN, type PropertyValue } from "../../../../model/known";
import { repoSecretScanning } from "../../../../policies/rules/repositories/repo-secret-scanning";
import { describeRule } from "../../../support/describeRule";
import { repositoryWith } from "../../../support/repositoryCases";

const scanning = "securityAndAnalysis.secretScanning.status";
const pushes = "securityAndAnalysis.secretScanningPushProtection.status";

function scans(secretScanning: PropertyValue, secretScanningPushProtection: PropertyValue) {
    return repositoryWith({
        securityAndAnalysis: { secretScanning, secretScanningPushProtection },
    });
}

const [enabled, disabled] = [{ status: "enabled" }, { status: "disabled" }];

describeRule(repoSecretScanning, {
    denied: [
        { name: "no scanning", ...scans(disabled, enabled), findings: [scanning] },
        { name: "no protection of pushes", ...scans(enabled, disabled), findings: [pushes] },
        {
            name: "a repository that says nothing of either",
            ...repositoryWith({ securityAndAnalysis: null }),
            findings: [scanning, pushes],
        },
        {
            name: "no scanning although the protection of pushes is not known yet",
            ...scans(null, UNKNOWN),
            findings: [scanning],
        },
        {
            name: "one that is not among those accepted",
            ...repositoryWith({ name: "web", securityAndAnalysis: null }),
            config: { withoutScanning: ["docs"] },
            findings: [scanning, pushes],
        },
    ],
    allowed: [
        {
            name: "one that the user accepts by name",
            ...repositoryWith({ name: "docs", securityAndAnalysis: null }),
            config: { withoutScanning: ["docs"] },
        },
        { name: "both", ...scans(enabled, enabled) },
        {
            name: "an archived repository, which nobody can push to",
            ...repositoryWith({ archived: true, securityAndAnalysis: null }),
        },
    ],
    undecidable: [
        {
            name: "an unknown name where some are accepted",
            ...repositoryWith({ name: UNKNOWN, securityAndAnalysis: null }),
            config: { withoutScanning: ["docs"] },
        },
        {
            name: "settings that are not known yet",
            ...repositoryWith({ securityAndAnalysis: UNKNOWN }),
        },
        { name: "a status that is not known yet", ...scans(enabled, { status: UNKNOWN }) },
    ],
    tokens: ["github:index:Repository"],
});
