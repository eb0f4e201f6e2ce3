import type { Rule } from "../lib/defineRule";
import { adoGitNoBypassGrant } from "./access/ado-git-no-bypass-grant";
import { adoGrantsNarrow } from "./access/ado-grants-narrow";
import { emergencyTeamEmpty } from "./access/emergency-team-empty";
import { orgMemberDefaults } from "./access/org-member-defaults";
import { roleAssignmentNarrowScope } from "./access/role-assignment-narrow-scope";
import { roleAssignmentNoPrivilegedRole } from "./access/role-assignment-no-privileged-role";
import { agentEphemeral } from "./agents/agent-ephemeral";
import { agentNsgEgressAllowlist } from "./agents/agent-nsg-egress-allowlist";
import { agentPoolDefaults } from "./agents/agent-pool-defaults";
import { awsAgentImdsv2 } from "./agents/aws-agent-imdsv2";
import { awsSgIngress } from "./agents/aws-sg-ingress";
import { ghRunnerGroupNotPublic } from "./agents/gh-runner-group-not-public";
import { nsgNoInternetInbound } from "./agents/nsg-no-internet-inbound";
import { adoServicehookTls } from "./audit/ado-servicehook-tls";
import { awsDetectionOn } from "./audit/aws-detection-on";
import { awsTrailComplete } from "./audit/aws-trail-complete";
import { defenderPlansOn } from "./audit/defender-plans-on";
import { logRetention } from "./audit/log-retention";
import { trailFilesImmutable } from "./audit/trail-files-immutable";
import { adoApprovalQuality } from "./environments/ado-approval-quality";
import { adoBranchControl } from "./environments/ado-branch-control";
import { adoRequiredTemplateProtected } from "./environments/ado-required-template-protected";
import { ghEnvBranchLimited } from "./environments/gh-env-branch-limited";
import { ghEnvNoSelfOrAdminBypass } from "./environments/gh-env-no-self-or-admin-bypass";
import { ghEnvReviewers } from "./environments/gh-env-reviewers";
import { adoAdministratorsHeld } from "./estate/ado-administrators-held";
import { adoAuthorPattern } from "./estate/ado-author-pattern";
import { adoDefaultBranchProtected } from "./estate/ado-default-branch-protected";
import { adoJobsStartNoPipelines } from "./estate/ado-jobs-start-no-pipelines";
import { adoTrustMatchesConnection } from "./estate/ado-trust-matches-connection";
import { approversAreNotAuthors } from "./estate/approvers-are-not-authors";
import { everyRepoProtected } from "./estate/every-repo-protected";
import { prodOidcBoundToReviewedEnvironment } from "./estate/prod-oidc-bound-to-reviewed-environment";
import { protectedResourceHasChecks } from "./estate/protected-resource-has-checks";
import { pushedFilesJudged } from "./estate/pushed-files-judged";
import { adoScAwsOidc } from "./identity/ado-sc-aws-oidc";
import { adoScWorkloadIdentity } from "./identity/ado-sc-workload-identity";
import { awsDeployRoleBoundary } from "./identity/aws-deploy-role-boundary";
import { awsRoleNoIamUsers } from "./identity/aws-role-no-iam-users";
import { federatedCredentialMatchesDeclaration } from "./identity/federated-credential-matches-declaration";
import { noLongLivedIdentityKeys } from "./identity/no-long-lived-identity-keys";
import { oidcAudienceExact } from "./identity/oidc-audience-exact";
import { oidcIssuerAllowlist } from "./identity/oidc-issuer-allowlist";
import { oidcIssuerNotRetiring } from "./identity/oidc-issuer-not-retiring";
import { oidcSubjectImmutableIds } from "./identity/oidc-subject-immutable-ids";
import { oidcSubjectNoPullRequest } from "./identity/oidc-subject-no-pull-request";
import { oidcSubjectNoWildcard } from "./identity/oidc-subject-no-wildcard";
import { providerNoStaticCredentials } from "./identity/provider-no-static-credentials";
import { actionsAllowlist } from "./pipelines/actions-allowlist";
import { actionsNoPrApproval } from "./pipelines/actions-no-pr-approval";
import { actionsShaPinning } from "./pipelines/actions-sha-pinning";
import { actionsTokenReadOnly } from "./pipelines/actions-token-read-only";
import { adoBuildDefinitionAsCode } from "./pipelines/ado-build-definition-as-code";
import { adoForkBuilds } from "./pipelines/ado-fork-builds";
import { adoPipelineSettings } from "./pipelines/ado-pipeline-settings";
import { adoResourceNotOpenToAllPipelines } from "./pipelines/ado-resource-not-open-to-all-pipelines";
import { adoScNoPatOrBasic } from "./pipelines/ado-sc-no-pat-or-basic";
import { adoVariableGroupKeyvault } from "./pipelines/ado-variable-group-keyvault";
import { adoBuildValidationStrict } from "./repositories/ado-build-validation-strict";
import { adoMinReviewers } from "./repositories/ado-min-reviewers";
import { adoPolicyBlocking } from "./repositories/ado-policy-blocking";
import { adoProjectNotPublic } from "./repositories/ado-project-not-public";
import { deployKeyReadOnly } from "./repositories/deploy-key-read-only";
import { forkWorkflowsContained } from "./repositories/fork-workflows-contained";
import { repoNotPublic } from "./repositories/repo-not-public";
import { repoSecretScanning } from "./repositories/repo-secret-scanning";
import { rulesetActive } from "./repositories/ruleset-active";
import { rulesetHistoryImmutable } from "./repositories/ruleset-history-immutable";
import { rulesetNoStandingBypass } from "./repositories/ruleset-no-standing-bypass";
import { rulesetReviews } from "./repositories/ruleset-reviews";
import { rulesetStatusChecks } from "./repositories/ruleset-status-checks";
import { statusCheckSourcePinned } from "./repositories/status-check-source-pinned";
import { criticalResourcesProtected } from "./state/critical-resources-protected";
import { stateBucketHardened } from "./state/state-bucket-hardened";
import { stateStorageHardened } from "./state/state-storage-hardened";
import { storageNoSharedKeys } from "./state/storage-no-shared-keys";
import { kvFirewallDefaultDeny } from "./vault/kv-firewall-default-deny";
import { kvFirewallNoWideRange } from "./vault/kv-firewall-no-wide-range";
import { kvNoPlatformGrants } from "./vault/kv-no-platform-grants";
import { kvNoPublicNetwork } from "./vault/kv-no-public-network";
import { kvNoTrustedServicesBypass } from "./vault/kv-no-trusted-services-bypass";
import { kvPurgeProtection } from "./vault/kv-purge-protection";
import { kvRbacOnly } from "./vault/kv-rbac-only";
import { kvSoftDeleteWindow } from "./vault/kv-soft-delete-window";

/** Every rule of the pack, sorted by id. A rule that is not here does not run; a test compares it to the files. */
export const rules: readonly Rule[] = [
    actionsAllowlist,
    actionsNoPrApproval,
    actionsShaPinning,
    actionsTokenReadOnly,
    adoAdministratorsHeld,
    adoApprovalQuality,
    adoAuthorPattern,
    adoBranchControl,
    adoBuildDefinitionAsCode,
    adoBuildValidationStrict,
    adoDefaultBranchProtected,
    adoForkBuilds,
    adoGitNoBypassGrant,
    adoGrantsNarrow,
    adoJobsStartNoPipelines,
    adoMinReviewers,
    adoPipelineSettings,
    adoPolicyBlocking,
    adoProjectNotPublic,
    adoRequiredTemplateProtected,
    adoResourceNotOpenToAllPipelines,
    adoScAwsOidc,
    adoScNoPatOrBasic,
    adoScWorkloadIdentity,
    adoServicehookTls,
    adoTrustMatchesConnection,
    adoVariableGroupKeyvault,
    agentEphemeral,
    agentNsgEgressAllowlist,
    agentPoolDefaults,
    approversAreNotAuthors,
    awsAgentImdsv2,
    awsDeployRoleBoundary,
    awsDetectionOn,
    awsRoleNoIamUsers,
    awsSgIngress,
    awsTrailComplete,
    criticalResourcesProtected,
    defenderPlansOn,
    deployKeyReadOnly,
    emergencyTeamEmpty,
    everyRepoProtected,
    federatedCredentialMatchesDeclaration,
    forkWorkflowsContained,
    ghEnvBranchLimited,
    ghEnvNoSelfOrAdminBypass,
    ghEnvReviewers,
    ghRunnerGroupNotPublic,
    kvFirewallDefaultDeny,
    kvFirewallNoWideRange,
    kvNoPlatformGrants,
    kvNoPublicNetwork,
    kvNoTrustedServicesBypass,
    kvPurgeProtection,
    kvRbacOnly,
    kvSoftDeleteWindow,
    logRetention,
    noLongLivedIdentityKeys,
    nsgNoInternetInbound,
    oidcAudienceExact,
    oidcIssuerAllowlist,
    oidcIssuerNotRetiring,
    oidcSubjectImmutableIds,
    oidcSubjectNoPullRequest,
    oidcSubjectNoWildcard,
    orgMemberDefaults,
    prodOidcBoundToReviewedEnvironment,
    protectedResourceHasChecks,
    providerNoStaticCredentials,
    pushedFilesJudged,
    repoNotPublic,
    repoSecretScanning,
    roleAssignmentNarrowScope,
    roleAssignmentNoPrivilegedRole,
    rulesetActive,
    rulesetHistoryImmutable,
    rulesetNoStandingBypass,
    rulesetReviews,
    rulesetStatusChecks,
    stateBucketHardened,
    stateStorageHardened,
    statusCheckSourcePinned,
    storageNoSharedKeys,
    trailFilesImmutable,
];
