import { VariableGroup, VariableGroupPermissions } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup } from "../shared/devOpsGroup";
import { authorize } from "../shared/protection/authorize";
import { judgedChecks } from "../shared/protection/checkDevOpsChecks";
import { judgedAccess, type DevOpsAccess } from "../shared/protection/checkPrincipals";
import { protect, type ProtectedTarget } from "../shared/protection/protect";
import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    judged,
    problem,
    refuse,
    text,
    type Problem,
} from "../shared/validate";
import { keyVaultTemplate } from "./keyVaultTemplate";
import type { KeyVaultVariablesArgs } from "./keyVaultVariablesArgs";

/**
 * Secrets of a Key Vault for pipelines of Azure DevOps, by the way that works with a vault closed to the
 * internet: agents inside its network read them while the job runs. Azure DevOps itself never does.
 *
 * A variable group that is linked to a vault is read by Azure DevOps from its own network, which a closed
 * vault refuses. So the group made here holds names only: it is what checks and authorisations stand
 * before. `template` is the job that reads the secrets: put it into the repository of guarded
 * templates and require it (`requiredTemplate` of the checks).
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of each approving group approves each use, never the person who asked for the run;
 * - only runs from the listed branches pass, and only while these branches are protected;
 * - only the listed pipelines are let in, each by its number, and none before the checks stand;
 * - the variable group holds names only, no value of a secret, and is not linked to the vault;
 * - the template reads the listed secrets and never all of them;
 * - the template runs on the agents of the given pool only, after the checks of the group and of the
 *   environment, where one is given;
 * - a group that uses the variables does not administer them.
 *
 * Not covered: the secrets themselves: whoever may use the service connection can read what its identity
 * can, with this template or without. So give the connection the same checks (`AzureServiceConnection`),
 * and its identity "Key Vault Secrets User" on the listed secrets only. Who is in the groups, and
 * that nobody is in two; who administers the library of the project. What a step does with a secret it was given.
 *
 * All unacceptable arguments are reported in one error.
 */
export class KeyVaultVariables extends pulumi.ComponentResource {
    /** Id of the variable group, a number as text. */
    public readonly variableGroupId: pulumi.Output<string>;
    /** Name of the variable group. */
    public readonly variableGroupName: pulumi.Output<string>;
    /** Text of the YAML template, with the parameters `job` (a name) and `steps`. */
    public readonly template: pulumi.Output<string>;

    constructor(
        name: string,
        args: KeyVaultVariablesArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:KeyVaultVariables", name, args, opts);
        const checked = checkArguments(this, name, args);
        const group = createGroup(this, name, checked, opts);
        const target = { kind: "variablegroup", projectId: checked.projectId, id: group.id };
        const checks = protect(this, name, target, checked.checks);
        const permissions = permit(this, name, target, checked);
        authorize(this, name, target, checked.pipelines, [...checks, ...permissions]);

        this.variableGroupId = group.id;
        this.variableGroupName = group.name;
        this.template = group.name.apply((groupName) => keyVaultTemplate({ ...args, groupName }));
        this.registerOutputs({
            variableGroupId: this.variableGroupId,
            variableGroupName: this.variableGroupName,
            template: this.template,
        });
    }
}

/** Texts that stand in the template. None can end a text, or begin an expression or a variable. */
const nameShape = /^(?! )[^\p{Cc}"'`$\\{}[\]#]{1,128}(?<! )$/u;
const nameAllowed = "1 to 128 characters without quotes, backslashes, braces, brackets, # and $";

function checkArguments(
    owner: KeyVaultVariables,
    name: string,
    args: KeyVaultVariablesArgs,
): KeyVaultVariablesArgs & DevOpsAccess {
    const what = `KeyVaultVariables "${name}"`;
    const at = (i: number): string => `secrets[${i}]`;
    const { secrets, environment } = args;
    const problems: Problem[] = [
        ...text("groupName", args.groupName, nameShape, nameAllowed),
        ...shaped("vaultName", args.vaultName, "vault"),
        ...(secrets.length === 0 ? [problem("secrets", [], "at least one secret")] : []),
        ...secrets.flatMap((secret, i) => shaped(at(i), secret, "vaultItem")),
        ...distinct(secrets, at, "a secret", ignoringCase),
        ...text("connection", args.connection, nameShape, nameAllowed),
        ...text("pool", args.pool, nameShape, nameAllowed),
        ...(environment === undefined
            ? []
            : text("environment", environment, nameShape, nameAllowed)),
    ];
    const judgeProject = (id: string): Problem[] => shaped("projectId", id, "guid");
    const projectId = judged(owner, what, args.projectId, judgeProject, problems);
    const checks = judgedChecks(owner, what, args.checks, problems);
    const access = judgedAccess(owner, what, args, problems);
    refuse(owner, what, problems);
    return { ...args, projectId, checks, ...access };
}

function createGroup(
    parent: KeyVaultVariables,
    name: string,
    args: KeyVaultVariablesArgs,
    { dependsOn }: pulumi.ComponentResourceOptions,
): VariableGroup {
    return new VariableGroup(
        `${name}-group`,
        {
            projectId: args.projectId,
            name: args.groupName,
            description: "Names only: the secrets stay in the vault until a job reads them.",
            allowAccess: false,
            variables: [
                { name: "vaultName", value: args.vaultName },
                { name: "secretNames", value: args.secrets.join(",") },
                { name: "connectionName", value: args.connection },
            ],
        },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn },
    );
}

/**
 * What a group may do with the variables, by the names Azure DevOps has for it.
 *
 * source: Microsoft Learn, "Security namespaces and permissions reference", Library
 * date: 2026-11-21
 */
const permissions = {
    users: { View: "Allow", Use: "Allow", Administer: "Deny", Create: "Deny", Owner: "Deny" },
    administrators: { View: "Allow", Use: "Allow", Administer: "Allow" },
} as const;

function permit(
    parent: KeyVaultVariables,
    name: string,
    { projectId, id }: ProtectedTarget,
    groups: { users: DevOpsGroup[]; administrators: DevOpsGroup[] },
): VariableGroupPermissions[] {
    return (["administrators", "users"] as const).flatMap((kind) =>
        groups[kind].map(
            ({ name: group, descriptor }) =>
                new VariableGroupPermissions(
                    `${name}-${kind}/${group}`,
                    {
                        projectId,
                        variableGroupId: id,
                        principal: descriptor,
                        permissions: permissions[kind],
                        replace: true,
                    },
                    { parent },
                ),
        ),
    );
}
