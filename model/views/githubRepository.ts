import { known, readFlag, readText, withDefault, type Known } from "../known";
import { textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const repositoryType = "github:index:Repository";

/** A repository of GitHub, GitHub's own defaults filled in. */
export interface GitHubRepository {
    readonly name: Known<string>;
    /** The number that stays when the name changes. */
    readonly id: Known<string>;
    /** The id in GitHub's other interface, which classic protection asks for. */
    readonly nodeId: Known<string>;
    /** "public", "private" or "internal". */
    readonly visibility: Reading<string>;
    /** Whether nobody can change it any more. */
    readonly archived: Known<boolean>;
    /** Scanning for secrets in what is there, and in what is pushed. */
    readonly secretScanning: readonly Reading<string>[];
}

export function githubRepository({ props }: Pick<Resource, "props">): GitHubRepository {
    const scanning = ["secretScanning", "secretScanningPushProtection"];
    return {
        name: readText(props, "name"),
        id: readText(props, "repoId"),
        nodeId: readText(props, "nodeId"),
        visibility: visibility(props),
        archived: withDefault(readFlag(props, "archived"), false),
        secretScanning: scanning.map((name) => textAt(props, `securityAndAnalysis.${name}.status`)),
    };
}

/** GitHub makes public what nobody says is not; `private` is the older property. */
function visibility(props: Resource["props"]): Reading<string> {
    const named = textAt(props, "visibility");
    if (named.value.state !== "absent") return named;
    const older = readFlag(props, "private");
    if (older.state === "absent") return { path: "visibility", value: known("public") };
    return {
        path: "private",
        value: older.state === "known" ? known(older.value ? "private" : "public") : older,
    };
}
