import {
    anything,
    choice,
    flag,
    list,
    map,
    number,
    object,
    required,
    text,
    variants,
} from "../shape";

const vmScannersBaseConfigurationShape = object({
    exclusionTags: map(text),
    scanningMode: choice("Default"),
});

export const environmentTypeVariants = variants("environmentType", {
    AwsAccount: {
        organizationalData: variants("organizationMembershipType", {
            Organization: { excludedAccountIds: list(text), stacksetName: text },
            Member: { parentHierarchyId: text },
        }),
        regions: list(text),
        scanInterval: number,
    },
    AzureDevOpsScope: {},
    DockerHubOrganization: {
        authentication: object({
            accessToken: text,
            authenticationType: required(choice("AccessToken")),
            username: text,
        }),
        scanInterval: number,
    },
    GcpProject: {
        organizationalData: variants("organizationMembershipType", {
            Member: { managementProjectNumber: text, parentHierarchyId: text },
            Organization: {
                excludedProjectNumbers: list(text),
                serviceAccountEmailAddress: text,
                workloadIdentityProviderId: text,
            },
        }),
        projectDetails: object({ projectId: text, projectNumber: text }),
        scanInterval: number,
    },
    GithubScope: {},
    GitlabScope: {},
    JFrogArtifactory: { scanInterval: number },
});

export const offeringTypeVariants = variants("offeringType", {
    CspmMonitorAws: { nativeCloudConnection: object({ cloudRoleArn: text }) },
    CspmMonitorAzureDevOps: {},
    CspmMonitorDockerHub: {},
    CspmMonitorGcp: {
        nativeCloudConnection: object({
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
    },
    CspmMonitorGitLab: {},
    CspmMonitorGithub: {},
    CspmMonitorJFrog: {},
    DefenderCspmAws: {
        ciem: object({
            ciemDiscovery: object({ cloudRoleArn: text }),
            ciemOidc: object({ azureActiveDirectoryAppName: text, cloudRoleArn: text }),
        }),
        dataSensitivityDiscovery: object({ cloudRoleArn: text, enabled: flag }),
        databasesDspm: object({ cloudRoleArn: text, enabled: flag }),
        mdcContainersAgentlessDiscoveryK8S: object({ cloudRoleArn: text, enabled: flag }),
        mdcContainersImageAssessment: object({ cloudRoleArn: text, enabled: flag }),
        vmScanners: object({
            cloudRoleArn: text,
            configuration: vmScannersBaseConfigurationShape,
            enabled: flag,
        }),
    },
    DefenderCspmDockerHub: {},
    DefenderCspmGcp: {
        ciemDiscovery: object({
            azureActiveDirectoryAppName: text,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        dataSensitivityDiscovery: object({
            enabled: flag,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        mdcContainersAgentlessDiscoveryK8S: object({
            enabled: flag,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        mdcContainersImageAssessment: object({
            enabled: flag,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        vmScanners: object({ configuration: vmScannersBaseConfigurationShape, enabled: flag }),
    },
    DefenderCspmJFrog: { mdcContainersImageAssessment: object({ enabled: flag }) },
    DefenderForDatabasesAws: {
        arcAutoProvisioning: object({
            cloudRoleArn: text,
            configuration: object({ privateLinkScope: text, proxy: text }),
            enabled: flag,
        }),
        databasesDspm: object({ cloudRoleArn: text, enabled: flag }),
        rds: object({ cloudRoleArn: text, enabled: flag }),
    },
    DefenderForContainersAws: {
        cloudWatchToKinesis: object({ cloudRoleArn: text }),
        dataCollectionExternalId: text,
        enableAuditLogsAutoProvisioning: flag,
        enableDefenderAgentAutoProvisioning: flag,
        enablePolicyAgentAutoProvisioning: flag,
        kinesisToS3: object({ cloudRoleArn: text }),
        kubeAuditRetentionTime: number,
        kubernetesDataCollection: object({ cloudRoleArn: text }),
        kubernetesService: object({ cloudRoleArn: text }),
        mdcContainersAgentlessDiscoveryK8S: object({ cloudRoleArn: text, enabled: flag }),
        mdcContainersImageAssessment: object({ cloudRoleArn: text, enabled: flag }),
        vmScanners: object({
            cloudRoleArn: text,
            configuration: vmScannersBaseConfigurationShape,
            enabled: flag,
        }),
    },
    DefenderForContainersDockerHub: {},
    DefenderForContainersGcp: {
        dataPipelineNativeCloudConnection: object({
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        enableAuditLogsAutoProvisioning: flag,
        enableDefenderAgentAutoProvisioning: flag,
        enablePolicyAgentAutoProvisioning: flag,
        mdcContainersAgentlessDiscoveryK8S: object({
            enabled: flag,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        mdcContainersImageAssessment: object({
            enabled: flag,
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        nativeCloudConnection: object({
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        vmScanners: object({ configuration: vmScannersBaseConfigurationShape, enabled: flag }),
    },
    DefenderForContainersJFrog: {},
    DefenderForDatabasesGcp: {
        arcAutoProvisioning: object({
            configuration: object({ privateLinkScope: text, proxy: text }),
            enabled: flag,
        }),
        defenderForDatabasesArcAutoProvisioning: object({
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
    },
    DefenderForServersAws: {
        arcAutoProvisioning: object({
            cloudRoleArn: text,
            configuration: object({ privateLinkScope: text, proxy: text }),
            enabled: flag,
        }),
        defenderForServers: object({ cloudRoleArn: text }),
        mdeAutoProvisioning: object({ configuration: anything, enabled: flag }),
        subPlan: object({ type: choice("P1", "P2") }),
        vaAutoProvisioning: object({
            configuration: object({ type: choice("Qualys", "TVM") }),
            enabled: flag,
        }),
        vmScanners: object({
            cloudRoleArn: text,
            configuration: vmScannersBaseConfigurationShape,
            enabled: flag,
        }),
    },
    DefenderForServersGcp: {
        arcAutoProvisioning: object({
            configuration: object({ privateLinkScope: text, proxy: text }),
            enabled: flag,
        }),
        defenderForServers: object({
            serviceAccountEmailAddress: text,
            workloadIdentityProviderId: text,
        }),
        mdeAutoProvisioning: object({ configuration: anything, enabled: flag }),
        subPlan: object({ type: choice("P1", "P2") }),
        vaAutoProvisioning: object({
            configuration: object({ type: choice("Qualys", "TVM") }),
            enabled: flag,
        }),
        vmScanners: object({ configuration: vmScannersBaseConfigurationShape, enabled: flag }),
    },
});
