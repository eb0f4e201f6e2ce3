import type { Rule } from "../lib/defineRule";
import { orgMemberDefaults } from "./access/org-member-defaults";
import { roleAssignmentNoPrivilegedRole } from "./access/role-assignment-no-privileged-role";
import { adoApprovalQuality } from "./environments/ado-approval-quality";
import { adoBranchControl } from "./environments/ado-branch-control";
import { ghEnvBranchLimited } from "./environments/gh-env-branch-limited";
import { ghEnvNoSelfOrAdminBypass } from "./environments/gh-env-no-self-or-admin-bypass";
import { ghEnvReviewers } from "./environments/gh-env-reviewers";
import { everyRepoProtected } from "./estate/every-repo-protected";
import { prodOidcBoundToReviewedEnvironment } from "./estate/prod-oidc-bound-to-reviewed-environment";
import { protectedResourceHasChecks } from "./estate/protected-resource-has-checks";
import { pushedFilesJudged } from "./estate/pushed-files-judged";
import { adoScAwsOidc } from "./identity/ado-sc-aws-oidc";
import { adoScWorkloadIdentity } from "./identity/ado-sc-workload-identity";
import { federatedCredentialMatchesDeclaration } from "./identity/federated-credential-matches-declaration";
import { oidcAudienceExact } from "./identity/oidc-audience-exact";
import { oidcIssuerAllowlist } from "./identity/oidc-issuer-allowlist";
import { oidcIssuerNotRetiring } from "./identity/oidc-issuer-not-retiring";
import { oidcSubjectImmutableIds } from "./identity/oidc-subject-immutable-ids";
import { oidcSubjectNoPullRequest } from "./identity/oidc-subject-no-pull-request";
import { oidcSubjectNoWildcard } from "./identity/oidc-subject-no-wildcard";
import { adoResourceNotOpenToAllPipelines } from "./pipelines/ado-resource-not-open-to-all-pipelines";
import { forkWorkflowsContained } from "./repositories/fork-workflows-contained";
import { rulesetActive } from "./repositories/ruleset-active";
import { rulesetHistoryImmutable } from "./repositories/ruleset-history-immutable";
import { rulesetNoStandingBypass } from "./repositories/ruleset-no-standing-bypass";
import { rulesetReviews } from "./repositories/ruleset-reviews";
import { rulesetStatusChecks } from "./repositories/ruleset-status-checks";
import { statusCheckSourcePinned } from "./repositories/status-check-source-pinned";
import { kvFirewallDefaultDeny } from "./vault/kv-firewall-default-deny";
import { kvNoPublicNetwork } from "./vault/kv-no-public-network";
import { kvPurgeProtection } from "./vault/kv-purge-protection";
import { kvRbacOnly } from "./vault/kv-rbac-only";

/** Every rule of the pack, sorted by id. A rule that is not here does not run; a test compares it to the files. */
export const rules: readonly Rule[] = [
    adoApprovalQuality,
    adoBranchControl,
    adoResourceNotOpenToAllPipelines,
    adoScAwsOidc,
    adoScWorkloadIdentity,
    everyRepoProtected,
    federatedCredentialMatchesDeclaration,
    forkWorkflowsContained,
    ghEnvBranchLimited,
    ghEnvNoSelfOrAdminBypass,
    ghEnvReviewers,
    kvFirewallDefaultDeny,
    kvNoPublicNetwork,
    kvPurgeProtection,
    kvRbacOnly,
    oidcAudienceExact,
    oidcIssuerAllowlist,
    oidcIssuerNotRetiring,
    oidcSubjectImmutableIds,
    oidcSubjectNoPullRequest,
    oidcSubjectNoWildcard,
    orgMemberDefaults,
    prodOidcBoundToReviewedEnvironment,
    protectedResourceHasChecks,
    pushedFilesJudged,
    roleAssignmentNoPrivilegedRole,
    rulesetActive,
    rulesetHistoryImmutable,
    rulesetNoStandingBypass,
    rulesetReviews,
    rulesetStatusChecks,
    statusCheckSourcePinned,
];
