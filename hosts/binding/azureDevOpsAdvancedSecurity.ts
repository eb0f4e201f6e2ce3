import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** The arguments of an {@link AzureDevOpsAdvancedSecurity}. What is left out stays as it is. */
export interface AzureDevOpsAdvancedSecurityArgs {
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /**
     * Id of the repository. A change replaces the resource.
     * @default what is created in the project from now on
     */
    repositoryId?: pulumi.Input<string>;
    /**
     * Whether the repository is searched for secrets (Secret Protection, charged by committer). Only
     * with `repositoryId`.
     * @default as it is
     */
    secretProtectionEnabled?: pulumi.Input<boolean>;
    /**
     * Whether a push that holds a secret is refused. Only with `secretProtectionEnabled: true`.
     * @default as it is
     */
    blockPushes?: pulumi.Input<boolean>;
    /**
     * Whether code and dependencies of the repository are analysed (Code Security, charged by committer).
     * Only with `repositoryId`.
     * @default as it is
     */
    codeSecurityEnabled?: pulumi.Input<boolean>;
    /**
     * Whether CodeQL runs by itself. Only with `codeSecurityEnabled: true`.
     * @default as it is
     */
    codeQLEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the dependency scan is put into every pipeline of the repository. Only with
     * `codeSecurityEnabled: true`.
     * @default as it is
     */
    dependencyScanningInjectionEnabled?: pulumi.Input<boolean>;
    /**
     * Whether new repositories of the project get Secret Protection. Only without `repositoryId`, as all below.
     * @default as it is
     */
    enableSecretProtectionOnCreate?: pulumi.Input<boolean>;
    /**
     * Whether in new repositories a push that holds a secret is refused. Only with
     * `enableSecretProtectionOnCreate: true`.
     * @default as it is
     */
    enableBlockPushesOnCreate?: pulumi.Input<boolean>;
    /**
     * Whether new repositories of the project get Code Security.
     * @default as it is
     */
    enableCodeSecurityOnCreate?: pulumi.Input<boolean>;
    /**
     * Whether CodeQL runs by itself in new repositories. Only with `enableCodeSecurityOnCreate: true`.
     * @default as it is
     */
    enableCodeQLOnCreate?: pulumi.Input<boolean>;
    /**
     * Whether the dependency scan is put into every pipeline of new repositories. Only with
     * `enableCodeSecurityOnCreate: true`.
     * @default as it is
     */
    enableDependencyScanningInjectionOnCreate?: pulumi.Input<boolean>;
}

/**
 * GitHub Advanced Security for Azure DevOps: of one repository, or what new repositories of a project begin
 * with. Deleted, what was managed is switched off, as in a new project.
 *
 * REST: `advsec.dev.azure.com/{organization}/{project}/_apis/management[/repositories/{repository}]/enablement`,
 * a preview interface (7.2-preview.3).
 */
export class AzureDevOpsAdvancedSecurity extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("AzureDevOpsAdvancedSecurity");

    declare readonly projectId: pulumi.Output<string>;
    declare readonly repositoryId: pulumi.Output<string | undefined>;
    declare readonly secretProtectionEnabled: pulumi.Output<boolean | undefined>;
    declare readonly blockPushes: pulumi.Output<boolean | undefined>;
    declare readonly codeSecurityEnabled: pulumi.Output<boolean | undefined>;
    declare readonly codeQLEnabled: pulumi.Output<boolean | undefined>;
    declare readonly dependencyScanningInjectionEnabled: pulumi.Output<boolean | undefined>;
    declare readonly enableSecretProtectionOnCreate: pulumi.Output<boolean | undefined>;
    declare readonly enableBlockPushesOnCreate: pulumi.Output<boolean | undefined>;
    declare readonly enableCodeSecurityOnCreate: pulumi.Output<boolean | undefined>;
    declare readonly enableCodeQLOnCreate: pulumi.Output<boolean | undefined>;
    declare readonly enableDependencyScanningInjectionOnCreate: pulumi.Output<boolean | undefined>;

    constructor(
        name: string,
        args: AzureDevOpsAdvancedSecurityArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            AzureDevOpsAdvancedSecurity.__pulumiType,
            name,
            ...registration(args, opts, {
                required: ["projectId"],
                optional: [
                    "repositoryId",
                    "secretProtectionEnabled",
                    "blockPushes",
                    "codeSecurityEnabled",
                    "codeQLEnabled",
                    "dependencyScanningInjectionEnabled",
                    "enableSecretProtectionOnCreate",
                    "enableBlockPushesOnCreate",
                    "enableCodeSecurityOnCreate",
                    "enableCodeQLOnCreate",
                    "enableDependencyScanningInjectionOnCreate",
                ],
            }),
        );
    }
}
