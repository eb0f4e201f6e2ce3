import {
    fixed,
    flag,
    integer,
    list,
    map,
    number,
    object,
    oneOf,
    required,
    secret,
    text,
} from "../../shape";
import type { TypeFields } from "../awsType";

export const parameterFields: TypeFields = {
    token: "aws:ssm/parameter:Parameter",
    tagged: true,
    fields: {
        allowedPattern: text,
        arn: text,
        dataType: oneOf("text", "aws:ssm:integration", "aws:ec2:image"),
        description: text,
        insecureValue: text,
        keyId: text,
        name: fixed(text),
        overwrite: flag,
        tier: oneOf("Standard", "Advanced", "Intelligent-Tiering"),
        type: required(text),
        value: secret(text),
        valueWo: secret(text),
        valueWoVersion: number,
    },
};

export const documentFields: TypeFields = {
    token: "aws:ssm/document:Document",
    tagged: true,
    fields: {
        attachmentsSources: list(
            object({ key: required(text), name: text, values: required(list(text)) }),
        ),
        content: required(text),
        documentFormat: oneOf("YAML", "JSON", "TEXT"),
        documentType: required(
            fixed(
                oneOf(
                    "Command",
                    "Policy",
                    "Automation",
                    "Session",
                    "Package",
                    "ApplicationConfiguration",
                    "ApplicationConfigurationSchema",
                    "DeploymentStrategy",
                    "ChangeCalendar",
                    "Automation.ChangeTemplate",
                    "ProblemAnalysis",
                    "ProblemAnalysisTemplate",
                    "CloudFormation",
                    "ConformancePackTemplate",
                    "QuickSetup",
                    "ManualApprovalPolicy",
                    "AutoApprovalPolicy",
                ),
            ),
        ),
        name: fixed(text),
        permissions: map(text),
        targetType: text,
        versionName: text,
    },
};

export const patchBaselineFields: TypeFields = {
    token: "aws:ssm/patchBaseline:PatchBaseline",
    tagged: true,
    fields: {
        approvalRules: list(
            object({
                approveAfterDays: integer(0, 360),
                approveUntilDate: text,
                complianceLevel: oneOf(
                    "CRITICAL",
                    "HIGH",
                    "MEDIUM",
                    "LOW",
                    "INFORMATIONAL",
                    "UNSPECIFIED",
                ),
                enableNonSecurity: flag,
                patchFilters: required(
                    list(object({ key: required(text), values: required(list(text)) })),
                ),
            }),
            { max: 10 },
        ),
        approvedPatches: list(text),
        approvedPatchesComplianceLevel: oneOf(
            "CRITICAL",
            "HIGH",
            "MEDIUM",
            "LOW",
            "INFORMATIONAL",
            "UNSPECIFIED",
        ),
        approvedPatchesEnableNonSecurity: flag,
        availableSecurityUpdatesComplianceStatus: oneOf("COMPLIANT", "NON_COMPLIANT"),
        description: text,
        globalFilters: list(object({ key: required(text), values: required(list(text)) })),
        name: text,
        operatingSystem: fixed(
            oneOf(
                "WINDOWS",
                "AMAZON_LINUX",
                "AMAZON_LINUX_2",
                "AMAZON_LINUX_2022",
                "AMAZON_LINUX_2023",
                "UBUNTU",
                "REDHAT_ENTERPRISE_LINUX",
                "SUSE",
                "CENTOS",
                "ORACLE_LINUX",
                "DEBIAN",
                "MACOS",
                "RASPBIAN",
                "ROCKY_LINUX",
                "ALMA_LINUX",
            ),
        ),
        rejectedPatches: list(text),
        rejectedPatchesAction: oneOf("ALLOW_AS_DEPENDENCY", "BLOCK"),
        sources: list(
            object({
                configuration: required(text),
                name: required(text),
                products: required(list(text)),
            }),
        ),
    },
};

export const defaultPatchBaselineFields: TypeFields = {
    token: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
    fields: { baselineId: required(fixed(text)), operatingSystem: required(fixed(text)) },
};

export const patchGroupFields: TypeFields = {
    token: "aws:ssm/patchGroup:PatchGroup",
    fields: { baselineId: required(fixed(text)), patchGroup: required(fixed(text)) },
};

export const associationFields: TypeFields = {
    token: "aws:ssm/association:Association",
    tagged: true,
    fields: {
        applyOnlyAtCronInterval: flag,
        associationName: text,
        automationTargetParameterName: text,
        calendarNames: list(text),
        complianceSeverity: oneOf("UNSPECIFIED", "LOW", "MEDIUM", "HIGH", "CRITICAL"),
        documentVersion: text,
        maxConcurrency: text,
        maxErrors: text,
        name: fixed(text),
        outputLocation: object({ s3BucketName: required(text), s3KeyPrefix: text, s3Region: text }),
        parameters: map(text),
        scheduleExpression: text,
        syncCompliance: oneOf("AUTO", "MANUAL"),
        targets: list(object({ key: required(text), values: required(list(text)) }), { max: 5 }),
        waitForSuccessTimeoutSeconds: number,
    },
};

export const maintenanceWindowFields: TypeFields = {
    token: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    tagged: true,
    fields: {
        allowUnassociatedTargets: flag,
        cutoff: required(integer(0, 23)),
        description: text,
        duration: required(integer(1, 24)),
        enabled: flag,
        endDate: text,
        name: text,
        schedule: required(text),
        scheduleOffset: integer(1, 6),
        scheduleTimezone: text,
        startDate: text,
    },
};

export const maintenanceWindowTargetFields: TypeFields = {
    token: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    fields: {
        description: text,
        name: text,
        ownerInformation: text,
        resourceType: required(fixed(oneOf("INSTANCE", "RESOURCE_GROUP"))),
        targets: required(
            list(object({ key: required(text), values: required(list(text)) }), { max: 5 }),
        ),
        windowId: required(fixed(text)),
    },
};
