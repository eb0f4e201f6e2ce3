import { AzureDevOpsProject, type AzureDevOpsProjectArgs } from "../../../components/index";
import { record, refusal, type Recording } from "../../support/mocks";

/** Ids of groups in Entra. */
export const entra = {
    developers: "11111111-2222-4333-8444-555555555501",
    platform: "11111111-2222-4333-8444-555555555502",
    releasers: "11111111-2222-4333-8444-555555555503",
};

export const args: AzureDevOpsProjectArgs = {
    project: "Shop",
    groups: [
        { name: "developers", access: "write", entraGroups: [entra.developers] },
        { name: "platform", access: "operate", entraGroups: [entra.platform] },
        {
            name: "releasers",
            access: "read",
            entraGroups: [entra.releasers],
            members: ["ada@acme.example"],
        },
    ],
    authorEmails: ["*@acme.example"],
};

export const build = (more: Partial<AzureDevOpsProjectArgs> = {}) =>
    record(() => new AzureDevOpsProject("shop", { ...args, ...more }));

let recorded: ReturnType<typeof build> | undefined;

/** The project with nothing but what it needs, recorded once. */
export const standard = () => (recorded ??= build());

export const refusalOf = (more: Partial<AzureDevOpsProjectArgs>): Promise<string> =>
    refusal(() => new AzureDevOpsProject("shop", { ...args, ...more }));

/** Permissions of a kind by the principal they are for, as "Deny"ed, "Allow"ed names or all. */
export function permissions(recording: Recording, type: string): Record<string, unknown> {
    return Object.fromEntries(
        recording.all(type).map(({ inputs }) => [String(inputs.principal), inputs.permissions]),
    );
}

/** Whom a permission is given, or refused, by kind of resource. */
export function principalsWith(
    recording: Recording,
    type: string,
    permission: string,
    state: string,
): string[] {
    return Object.entries(permissions(recording, type))
        .filter(([, states]) => (states as Record<string, string>)[permission] === state)
        .map(([principal]) => principal)
        .sort();
}

/** Everybody a project is born with whose rights are cut, but Readers. */
export const born = {
    administrators: "vssgp.Project Administrators",
    buildAdministrators: "vssgp.Build Administrators",
    contributors: "vssgp.Contributors",
    readers: "vssgp.Readers",
    jobs: "svc.Shop Build Service (acme)",
    otherJobs: "vssgp.Project Collection Build Service Accounts",
};
