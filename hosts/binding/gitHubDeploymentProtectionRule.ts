import * as pulumi from "@pulumi/pulumi";
import { registration, token } from "./registration";

/** The arguments of a {@link GitHubDeploymentProtectionRule}. A change of any replaces the resource. */
export interface GitHubDeploymentProtectionRuleArgs {
    /** Name of the repository, without its owner. */
    repository: pulumi.Input<string>;
    /** Name of the environment. It must stand. */
    environment: pulumi.Input<string>;
    /**
     * Id of the GitHub App's integration whose verdict deployments wait for. The app must be installed
     * on the repository and offer a deployment protection rule.
     */
    integrationId: pulumi.Input<number>;
}

/**
 * An app that has to agree before a job deploys to an environment. At most six for one environment; in
 * private and internal repositories an Enterprise plan is needed.
 *
 * REST: `/repos/{owner}/{repo}/environments/{environment}/deployment_protection_rules`.
 */
export class GitHubDeploymentProtectionRule extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("GitHubDeploymentProtectionRule");

    declare readonly repository: pulumi.Output<string>;
    declare readonly environment: pulumi.Output<string>;
    declare readonly integrationId: pulumi.Output<number>;
    /** Id of the rule on the environment. */
    declare readonly ruleId: pulumi.Output<number>;
    /** Short name of the app. */
    declare readonly appSlug: pulumi.Output<string>;
    /** Whether the rule is in force. */
    declare readonly enabled: pulumi.Output<boolean>;

    constructor(
        name: string,
        args: GitHubDeploymentProtectionRuleArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(
            GitHubDeploymentProtectionRule.__pulumiType,
            name,
            ...registration(args, opts, {
                required: ["repository", "environment", "integrationId"],
                outputs: ["ruleId", "appSlug", "enabled"],
            }),
        );
    }
}
