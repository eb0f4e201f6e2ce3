// A repository in which nobody acts alone: its branches in three tiers, a team lead who approves what
// goes to production, and a release team that alone creates tags of releases.
import { Team } from "@pulumi/github/team";
import { GitHubRepositoryGuard } from "gatehouse";

const team = (slug: string) => ({ slug, id: new Team(slug, { name: slug, privacy: "closed" }).id });

const guard = new GitHubRepositoryGuard("shop", {
    organization: "acme",
    repository: "shop",
    description: "The shop window.",
    githubPlan: "enterprise",
    team: team("web"),
    codeOwners: team("platform"),
    leads: team("web-leads"),
    readers: [team("release-reviewers")],
    outsideCollaborators: [{ login: "ada-auditor", permission: "pull" }],
    branches: [
        { pattern: "release/**", tier: "production" },
        { pattern: "develop", tier: "integration" },
        { pattern: "feature/**", tier: "feature" },
    ],
    checks: [{ context: "build", integrationId: 15368 }],
    codeScanning: [{ tool: "CodeQL" }],
    securityAnalysis: { codeSecurity: true },
    commitEmails: "@acme\\.example$",
    branchNames: "^(feature|fix)/[a-z0-9-]+$",
    tagNames: "^v[0-9]+\\.[0-9]+\\.[0-9]+$",
    releaseTags: { patterns: ["v*"], creators: [team("release-managers")] },
    largestFile: 5,
    dependabot: [{ ecosystem: "npm" }, { ecosystem: "github-actions", interval: "daily" }],
    allowedActions: ["docker/build-push-action@*"],
    oidcClaims: ["repo", "context"],
});

export const repository = guard.fullName;
