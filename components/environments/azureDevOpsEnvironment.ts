import { Environment } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { authorize, giveRoles, roleScopes } from "../shared/protection/authorize";
import { judgedChecks } from "../shared/protection/checkDevOpsChecks";
import { judgedAccess } from "../shared/protection/checkPrincipals";
import { protect } from "../shared/protection/protect";
import { shaped } from "../shared/shapes";
import { judged, refuse, text, type Problem } from "../shared/validate";
import type { AzureDevOpsEnvironmentArgs } from "./azureDevOpsEnvironmentArgs";

/**
 * A deployment environment of an Azure DevOps project that opens to the listed pipelines only, from
 * protected branches, after somebody else's approval.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of each approving group approves each use, never the person who asked for the run;
 * - only runs from the listed branches pass, and only while these branches are protected;
 * - only the listed pipelines are let in, each by its number, and none before the checks stand;
 * - one run at a time deploys, unless exclusiveLock is false;
 * - groups are given the roles asked for, and each group one.
 *
 * With `minimumApprovers` that many of the groups are enough. Checks are read by runs that use the
 * environment: a job deploys past it when it uses only a service connection, so give that its checks, too
 * (`AzureServiceConnection`, `AwsServiceConnection`).
 *
 * Not covered: who is in the groups, and that nobody is in two; who administers the project, and so
 * every environment in it; whether the person who asked for a run is the one who wrote the change. Azure DevOps
 * calls a run that a push started that of whoever pushed, or completed the pull request.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureDevOpsEnvironment extends pulumi.ComponentResource {
    /** Id of the environment, a number as text. */
    public readonly environmentId: pulumi.Output<string>;
    /** Name of the environment. */
    public readonly environmentName: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsEnvironmentArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureDevOpsEnvironment", name, args, opts);
        const checked = checkArguments(this, name, args);
        const environment = createEnvironment(this, name, checked, opts);
        const { projectId } = checked;
        const target = { kind: "environment", projectId, id: environment.id };
        const checks = protect(this, name, target, checked.checks);
        authorize(this, name, target, checked.pipelines, checks);
        const place = {
            scope: roleScopes.environment,
            resourceId: pulumi.interpolate`${projectId}_${environment.id}`,
        };
        giveRoles(this, name, place, "Administrator", checked.administrators);
        giveRoles(this, name, place, "User", checked.users);

        this.environmentId = environment.id;
        this.environmentName = environment.name;
        this.registerOutputs({
            environmentId: this.environmentId,
            environmentName: this.environmentName,
        });
    }
}

function checkArguments(
    owner: AzureDevOpsEnvironment,
    name: string,
    args: AzureDevOpsEnvironmentArgs,
): Required<Omit<AzureDevOpsEnvironmentArgs, "description">> & { description?: string } {
    const what = `AzureDevOpsEnvironment "${name}"`;
    const problems: Problem[] = [
        ...text("environment", args.environment, nameShape, nameAllowed),
        ...text("description", args.description ?? "", /^[^]{0,1024}$/, "at most 1024 characters"),
    ];
    const projectId = judged(
        owner,
        what,
        args.projectId,
        (id: string) => shaped("projectId", id, "guid"),
        problems,
    );
    const checks = judgedChecks(owner, what, args.checks, problems);
    const access = judgedAccess(owner, what, args, problems);
    refuse(owner, what, problems);
    return { ...args, projectId, checks, ...access };
}

/**
 * What the name of an environment holds.
 *
 * source: Microsoft Learn, "Create and target environments", from memory
 * date: 2026-11-21
 */
const nameShape = /^(?=.*\S)[^\p{Cc}",'/\\[\]:|<>+=;?*]{1,127}$/u;
const nameAllowed = "1 to 127 characters without quotes, slashes, brackets and , : | < > + = ; ? *";

function createEnvironment(
    parent: AzureDevOpsEnvironment,
    name: string,
    { projectId, environment, description }: Omit<AzureDevOpsEnvironmentArgs, "checks">,
    { dependsOn }: pulumi.ComponentResourceOptions,
): Environment {
    return new Environment(
        `${name}-environment`,
        { projectId, name: environment, description: description ?? "" },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn },
    );
}
