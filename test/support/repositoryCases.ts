import type { PropertyTree } from "../../model/known";
import type { Judged } from "./describeRule";

/** A repository that every rule accepts, with some properties changed; null leaves one out. */
export function repositoryWith(changed: PropertyTree): Judged {
    const enabled = { status: "enabled" };
    const sound = {
        name: "web",
        visibility: "private",
        securityAndAnalysis: { secretScanning: enabled, secretScanningPushProtection: enabled },
    };
    return { type: "github:index/repository:Repository", props: { ...sound, ...changed } };
}
