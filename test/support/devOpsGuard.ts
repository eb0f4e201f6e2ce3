import {
    AzureDevOpsRepositoryGuard,
    type AzureDevOpsRepositoryGuardArgs,
} from "../../components/index";
import { record, type Recording } from "./mocks";

/** A group of the made-up organisation; different letters give different groups. */
export function devOpsGroup(name: string, letter: string) {
    const guid = [8, 4, 4, 4, 12].map((length) => letter.repeat(length)).join("-");
    return { name, descriptor: `vssgp.${name}`, originId: guid };
}

export const team = devOpsGroup("web", "a");
export const owners = devOpsGroup("platform", "b");
export const leads = devOpsGroup("leads", "c");
export const readers = devOpsGroup("auditors", "d");

/** The least a guard can be made from. */
export const guardArgs: AzureDevOpsRepositoryGuardArgs = {
    project: "Shop",
    projectId: "11111111-2222-3333-4444-555555555555",
    repository: "web",
    team,
    codeOwners: owners,
    checks: [{ name: "build" }],
};

type Recorded = ReturnType<typeof record<AzureDevOpsRepositoryGuard>>;
const recorded = new Map<string, Recorded>();

/** What a guard named "web" registers; the same arguments are recorded once. */
export function recordGuard(more: Partial<AzureDevOpsRepositoryGuardArgs> = {}): Recorded {
    const key = JSON.stringify(more);
    const made =
        recorded.get(key) ??
        record(() => new AzureDevOpsRepositoryGuard("web", { ...guardArgs, ...more }));
    recorded.set(key, made);
    return made;
}

type Values = Record<string, unknown>;

/** Settings of the only policy of a kind, which must be in force. */
export function policySettings(recording: Recording, type: string, name?: string): Values {
    const { inputs } = name === undefined ? recording.one(type) : recording.named(type, name);
    if (inputs.enabled !== true || inputs.blocking !== true) {
        throw new Error(`${type} is not in force`);
    }
    return inputs.settings as Values;
}

/** Branches a policy's settings are about: "main", or "release/" for all that begin so. */
export function branchesOf(settings: Values): string[] {
    return (settings.scopes as Record<string, string>[]).map(
        ({ repositoryRef = "", matchType }) => {
            const name = repositoryRef.replace(/^refs\/heads\//, "");
            if ((matchType === "Prefix") !== name.endsWith("/")) {
                throw new Error(
                    `${repositoryRef} is not to be compared as ${matchType ?? "nothing"}`,
                );
            }
            return name;
        },
    );
}

/** Git permissions by the last part of their names. */
export function gitGrants(recording: Recording): Map<string, Values> {
    return new Map(
        recording
            .all("GitPermissions")
            .map(({ name, inputs }) => [name.replace(/^web-git\//, ""), inputs]),
    );
}
