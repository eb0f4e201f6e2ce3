import type * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { oneOf, problem, refuse, text, whole, type Problem } from "../shared/validate";
import { agentTiers } from "./agentTiers";
import type {
    AgentMachines,
    AzureAgentPoolArgs,
    EphemeralPool,
    ManagedPool,
} from "./azureAgentPoolArgs";
import { devOpsProblems, runnerProblems } from "./checkHosts";
import { checkAppKey, checkMachines, judgeInto, sizeShape, type Judge } from "./checkMachines";

const kinds = ["scaleSet", "ephemeral", "managed"] as const;
const poolShape = /^(?=.{2,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const windowShape = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known.
 *
 * @throws pulumi.ResourceError
 */
export function checkAgentPool(
    owner: pulumi.Resource,
    name: string,
    args: AzureAgentPoolArgs,
): AzureAgentPoolArgs {
    const what = `AzureAgentPool "${name}"`;
    const problems = [
        ...text("poolName", args.poolName, poolShape, poolNameAllowed),
        ...oneOf("tier", args.tier, Object.keys(agentTiers)),
        ...kindProblems(args),
        ...(args.scaleSet === undefined ? [] : scaleSetProblems(args)),
        ...(args.ephemeral === undefined ? [] : ephemeralProblems(args.ephemeral, args.tier)),
        ...(args.managed === undefined ? [] : managedProblems(args.managed)),
    ];
    const judge = judgeInto(owner, what, problems);
    const subnetId = judge(args.subnetId, (id) => shaped("subnetId", id, "subnetId"));
    const checked = { ...args, subnetId, ...checkKinds(args, judge, problems) };
    refuse(owner, what, problems);
    return checked;
}

/** The kinds that are given, with what is judged later in the place of what is not known yet. */
function checkKinds(
    { scaleSet, ephemeral }: AzureAgentPoolArgs,
    judge: Judge,
    problems: Problem[],
): Pick<AzureAgentPoolArgs, "scaleSet" | "ephemeral"> {
    const machinesOf = (kind: string, machines: AgentMachines) =>
        checkMachines(`${kind}.machines`, machines, judge, problems);
    return {
        scaleSet: scaleSet && { ...scaleSet, machines: machinesOf("scaleSet", scaleSet.machines) },
        ephemeral: ephemeral && {
            ...ephemeral,
            machines: machinesOf("ephemeral", ephemeral.machines),
            github: ephemeral.github && checkAppKey(ephemeral.github, judge),
        },
    };
}

const poolNameAllowed =
    "2 to 24 lower case letters, digits and single hyphens, starting with a letter";

function kindProblems(args: AzureAgentPoolArgs): Problem[] {
    const given = kinds.filter((kind) => args[kind] !== undefined);
    return given.length === 1
        ? []
        : [problem(kinds.join(", "), given, "exactly one of the three kinds of pool")];
}

function scaleSetProblems({ scaleSet }: AzureAgentPoolArgs): Problem[] {
    const most = whole("scaleSet.maximum", scaleSet?.maximum, 1, 1000);
    const idleMost = most.length > 0 ? 1000 : Number(scaleSet?.maximum);
    return [...most, ...whole("scaleSet.idle", scaleSet?.idle ?? 0, 0, idleMost)];
}

function ephemeralProblems(pool: EphemeralPool, tier: string): Problem[] {
    const hosts = (["github", "azureDevOps"] as const).filter((host) => pool[host] !== undefined);
    const one = "exactly one of github and azureDevOps";
    const window = 'a date and time as "2026-12-06 03:00"';
    return [
        ...whole("ephemeral.instances", pool.instances, 1, 1000),
        ...(hosts.length === 1 ? [] : [problem("ephemeral", hosts, one)]),
        ...(pool.patchFrom === undefined
            ? []
            : text("ephemeral.patchFrom", pool.patchFrom, windowShape, window)),
        ...(pool.github === undefined ? [] : runnerProblems(pool.github, tier)),
        ...(pool.azureDevOps === undefined ? [] : devOpsProblems(pool.azureDevOps)),
    ];
}

function managedProblems(pool: ManagedPool): Problem[] {
    const image = /^([a-z0-9][a-z0-9._-]{1,60}|\/subscriptions\/.+\/versions\/\d+\.\d+\.\d+)$/i;
    return [
        ...shaped("managed.organization", pool.organization, "devOpsOrganization"),
        ...(pool.projects.length > 0
            ? pool.projects.flatMap((project, i) =>
                  shaped(`managed.projects[${i}]`, project, "devOpsProject"),
              )
            : [problem("managed.projects", [], "at least one project")]),
        ...whole("managed.maximum", pool.maximum, 1, 10_000),
        ...text("managed.size", pool.size, sizeShape, "a size, for example Standard_D4ads_v5"),
        ...text(
            "managed.image",
            pool.image,
            image,
            "an image Microsoft keeps, or an image version's id",
        ),
    ];
}
