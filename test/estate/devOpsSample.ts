import { sample, type Raw } from "./sample";

/** Object id of a group, by its number. */
export const group = (i: number): string => `0000000${i}-1111-4222-8333-444444444444`;

/** A project with a group for each team of the sample. */
export const azureDevOps = {
    organization: "acme",
    project: "delivery",
    authorEmails: ["*@acme.example"],
    groups: { platform: group(1), web: group(2), release: group(3) },
};

/** The sample with its one repository on Azure DevOps. */
export function onDevOps(repository: Raw = {}, changes: Raw = {}): Raw {
    return sample({
        azureDevOps,
        repositories: [{ name: "web", host: "azureDevOps", team: "web", ...repository }],
        ...changes,
    });
}
