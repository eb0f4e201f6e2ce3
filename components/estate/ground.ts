import type * as pulumi from "@pulumi/pulumi";

import type { GitHubOrganization } from "../governance/githubOrganization";
import type { AwsPlatform } from "./awsPlatform";
import type { DevOpsPlatform } from "./devOpsProject";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";
import type { StandingTeam } from "./teams";

/** What a repository is built on. */
export interface Ground {
    estate: PipelineEstateArgs;
    teams: Map<string, StandingTeam>;
    /** What holds for every repository on GitHub, where the estate says it. */
    gitHub: GitHubOrganization | undefined;
    platform: EstatePlatform;
    /** What the estate has in AWS. */
    aws: AwsPlatform | undefined;
    /** What the estate has on Azure DevOps. */
    devOps: DevOpsPlatform | undefined;
    /** GitHub's number for the organisation, where a subject holds it. */
    ownerId: pulumi.Input<number> | undefined;
}

/** A resource group that is deployed to. */
export interface DeploymentTarget {
    /** Its id, spelt out. */
    scope: string;
    /** Stage of the environment it belongs to. */
    tier: string;
    group: pulumi.Resource;
}

/** An environment with the identity its jobs use. */
export interface Deployment {
    /** "repository/environment". */
    key: string;
    /** The exact subject that the identity trusts. */
    subject: pulumi.Output<string>;
    /** In Azure: the identity's client id, and the object id that roles are given to. */
    azure?: { clientId: pulumi.Output<string>; principalId: pulumi.Output<string> };
    /** In AWS: the role's ARN. */
    aws?: { roleArn: pulumi.Output<string> };
    /** What a workflow logs in with, by the name of its variable. */
    variables: Record<string, pulumi.Input<string>>;
    /** In Azure: the resource group that is deployed to. A plan deploys to none. */
    target?: DeploymentTarget;
}
