import { githubError } from "../failures";
import { nodeId } from "../identifiers";
import type { Scope, Write } from "../resourceType";
import { fixed, flag, list, matching, object, oneOf, required, text } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { num, part, str, text as joined, type Values } from "../values";
import { planHas, planRefusal } from "./plan";
import { repositoryNumber } from "./repositoryIds";
import { dashed, repositoryClaim, restType } from "./rest";

const status = object({ status: required(oneOf("enabled", "disabled")) });

/** First id and step of GitHub's series of repository ids. */
function nextId(store: CloudStore): number {
    return store.next("github repository", 1_096_000_000, 389);
}

export const repository = restType({
    token: "github:index/repository:Repository",
    inputs: {
        allowAutoMerge: flag,
        allowForking: flag,
        allowMergeCommit: flag,
        allowRebaseMerge: flag,
        allowSquashMerge: flag,
        allowUpdateBranch: flag,
        archiveOnDestroy: flag,
        archived: flag,
        autoInit: flag,
        defaultBranch: text,
        deleteBranchOnMerge: flag,
        description: text,
        etag: text,
        fork: fixed(text),
        gitignoreTemplate: text,
        hasDiscussions: flag,
        hasDownloads: flag,
        hasIssues: flag,
        hasProjects: flag,
        hasWiki: flag,
        homepageUrl: text,
        ignoreVulnerabilityAlertsDuringRead: flag,
        isTemplate: flag,
        licenseTemplate: text,
        mergeCommitMessage: oneOf("PR_BODY", "PR_TITLE", "BLANK"),
        mergeCommitTitle: oneOf("PR_TITLE", "MERGE_MESSAGE"),
        name: matching(/^(?!\.{1,2}$)[-\w.]{1,100}$/, "1 to 100 letters, digits, _ - ."),
        pages: object({
            buildType: oneOf("legacy", "workflow"),
            cname: text,
            custom404: flag,
            htmlUrl: text,
            source: object({ branch: required(text), path: text }),
            status: text,
            url: text,
        }),
        private: flag,
        securityAndAnalysis: object({
            advancedSecurity: status,
            codeSecurity: status,
            secretScanning: status,
            secretScanningAiDetection: status,
            secretScanningNonProviderPatterns: status,
            secretScanningPushProtection: status,
        }),
        sourceOwner: fixed(text),
        sourceRepo: fixed(text),
        squashMergeCommitMessage: oneOf("PR_BODY", "COMMIT_MESSAGES", "BLANK"),
        squashMergeCommitTitle: oneOf("PR_TITLE", "COMMIT_OR_PR_TITLE"),
        template: fixed(
            object({ includeAllBranches: flag, owner: required(text), repository: required(text) }),
        ),
        topics: list(
            matching(
                /^[a-z0-9][a-z0-9-]{0,49}$/,
                "a topic: 1 to 50 lower-case letters, digits and hyphens",
            ),
            { max: 20 },
        ),
        visibility: oneOf("public", "private", "internal"),
        vulnerabilityAlerts: flag,
        webCommitSignoffRequired: flag,
    },
    autoname: dashed("name"),
    creates: true,
    check: (inputs) => {
        const failures = [];
        if (inputs.private !== undefined && inputs.visibility !== undefined) {
            failures.push({ property: "private", reason: "conflicts with visibility" });
        }
        const merges = ["allowMergeCommit", "allowRebaseMerge", "allowSquashMerge"];
        if (merges.every((name) => inputs[name] === false)) {
            const reason = "no way to merge is left: allow merge commits, squash or rebase merges";
            failures.push({ property: "allowSquashMerge", reason });
        }
        return failures;
    },
    defaults: {
        allowAutoMerge: false,
        allowForking: false,
        allowMergeCommit: true,
        allowRebaseMerge: true,
        allowSquashMerge: true,
        allowUpdateBranch: false,
        archived: false,
        defaultBranch: "main",
        deleteBranchOnMerge: false,
        hasDiscussions: false,
        hasIssues: false,
        hasProjects: false,
        hasWiki: false,
        isTemplate: false,
        mergeCommitMessage: "PR_TITLE",
        mergeCommitTitle: "MERGE_MESSAGE",
        squashMergeCommitMessage: "COMMIT_MESSAGES",
        squashMergeCommitTitle: "COMMIT_OR_PR_TITLE",
        topics: [],
        webCommitSignoffRequired: false,
    },
    id: (inputs) => str(inputs, "name"),
    outputs: ({ inputs, scope, store, once, each }) => {
        const name = str(inputs, "name");
        const fullName = joined`${scope.owner}/${name}`;
        const repoId = once("repoId", () => nextId(store));
        const visibility = wantedVisibility(inputs);
        return {
            visibility,
            private: visibility !== "public",
            fullName,
            repoId,
            nodeId: once("nodeId", () => nodeId("R", fullName, String(repoId))),
            etag: each(() => `W/"${nodeId("e", fullName, String(Date.now()))}"`),
            htmlUrl: joined`https://github.com/${fullName}`,
            gitCloneUrl: joined`git://github.com/${fullName}.git`,
            httpCloneUrl: joined`https://github.com/${fullName}.git`,
            sshCloneUrl: joined`git@github.com:${fullName}.git`,
            svnUrl: joined`https://github.com/${fullName}`,
            primaryLanguage: "",
        };
    },
    claims: ({ inputs, scope, outputs }) => [
        repositoryClaim(scope.owner, str(inputs, "name")),
        `repository node ${str(outputs, "nodeId")}`,
        repositoryNumber(scope.owner, num(outputs, "repoId") ?? 0),
    ],
    parents: ({ scope }) => [`repositories of ${scope.owner}`],
    beforeCreate: (write) => {
        refuseByPlan(write);
        refuseTakenName(write);
    },
    beforeUpdate: (change) => {
        const { scope, inputs, id, old } = change;
        refuseByPlan(change);
        refuseTakenName(change, old);
        if (old.outputs.archived === true && inputs.archived !== false) {
            throw githubError(
                403,
                `PATCH /repos/${scope.owner}/${id}`,
                "Repository was archived so is read-only.",
            );
        }
    },
    deletion: ({ inputs, scope, store, old }) =>
        inputs.archiveOnDestroy === true
            ? { leave: [{ ...old, outputs: { ...old.outputs, archived: true } }] }
            : { remove: store.under(repositoryClaim(scope.owner, str(inputs, "name"))) },
});

function wantedVisibility(inputs: Values): string {
    return str(inputs, "visibility") || (inputs.private === true ? "private" : "public");
}

/** Analyses a private repository has to pay for, and those a public one always has. */
function refuseByPlan({ scope, inputs }: Write): void {
    const visibility = wantedVisibility(inputs);
    const request = `PATCH /repos/${scope.owner}/${str(inputs, "name")}`;
    if (visibility === "internal" && !planHas(scope, "internalRepositories", visibility)) {
        const message =
            "Visibility can't be internal: only organizations associated with an enterprise can set it";
        throw planRefusal("internalRepositories", visibility, 422, request, message);
    }
    const analysis = part(inputs, "securityAndAnalysis");
    const isOn = (name: string) => str(analysis, name, "status") === "enabled";
    if (visibility === "public" && isOn("advancedSecurity")) {
        const message = "Advanced security is always available for public repos.";
        throw githubError(422, request, message);
    }
    const paid = Object.keys(analysis).find(isOn);
    if (paid !== undefined && !planHas(scope, "secretScanning", visibility)) {
        const name = paid.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
        const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} is not available for this repository.`;
        throw planRefusal("secretScanning", visibility, 422, request, message);
    }
}

/** Names are compared without regard to case; an archived repository keeps its own. */
function refuseTakenName({ store, scope, inputs }: Write, itself?: StoredResource): void {
    const name = str(inputs, "name");
    const holder = store.holder(repositoryClaim(scope.owner, name));
    if (holder !== undefined && holder.key !== itself?.key) {
        const message = "Repository creation failed: name already exists on this account";
        throw githubError(422, `POST /orgs/${scope.owner}/repos`, message);
    }
}

/** The branch that stands where nobody said which one. */
export function defaultBranchOf(store: CloudStore, scope: Scope, name: string): string {
    const settings = store.find("github:index/branchDefault:BranchDefault", name, scope.owner);
    const found = store.holder(repositoryClaim(scope.owner, name));
    return str(settings?.inputs, "branch") || str(found?.outputs, "defaultBranch") || "main";
}
