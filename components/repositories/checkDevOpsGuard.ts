import { fileSizes } from "../governance/projectFacts";
import { shaped, type Shape } from "../shared/shapes";
import type { DevOpsGroup } from "../shared/devOpsGroup";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../shared/validate";
import type {
    AzureDevOpsRepositoryGuardArgs,
    DevOpsBranch,
    DevOpsGate,
    DevOpsStatus,
} from "./azureDevOpsRepositoryGuardArgs";
import { allBranches, defaultBranchOf, isFolder, overlap } from "./devOpsBranches";
import { tiers } from "./tiers";

/** Git's own rules for names of refs allow more; source: git-check-ref-format; date: 2026-11-21 */
const branchShape = /^(?!refs\/)(?!.*\.\.)(?!.*\.lock(\/|$))\w[\w.-]*(\/\w[\w.-]*)*$/;
const patternShape = new RegExp(branchShape.source.replace(/\$$/, "(/\\*{1,2})?$"));
const fileShape = /^(?!.*(^|\/)\.\.?(\/|$))[\w.-]+(\/[\w.-]+)*\.ya?ml$/;
const addressShape = /^!?[\w.*+-]+@([\w-]+\.)+[A-Za-z]{2,63}$/;
const pathShape = /^!?[/*][^;\s]*[^;\s*/][^;\s]*$/;

/** What the policies of a branch can be asked to count; the same as on GitHub. */
const mostReviews = 10;

/** Everything unacceptable in the arguments of `AzureDevOpsRepositoryGuard`. */
export function devOpsGuardProblems(args: AzureDevOpsRepositoryGuardArgs): Problem[] {
    const { leads, authorEmails, blockedPaths, statusChecks = [] } = args;
    const unchecked = args.checks.length === 0 && statusChecks.length === 0;
    const { allowNoChecks, adopt } = args;
    return [
        ...shaped("project", args.project, "devOpsProject"),
        ...plain("projectId", args.projectId, "guid"),
        ...shaped("repository", args.repository, "devOpsRepository"),
        ...ifGiven(args.defaultBranch, (name) =>
            text("defaultBranch", name, branchShape, "the name of a branch, without refs/heads/"),
        ),
        ...groupProblems("team", args.team),
        ...groupProblems("codeOwners", args.codeOwners),
        ...ifGiven(leads, (group) => groupProblems("leads", group)),
        ...(args.readers ?? []).flatMap((group, i) => groupProblems(`readers[${i}]`, group)),
        ...ifGiven(args.reviews, (count) => whole("reviews", count, 1, mostReviews)),
        ...gateProblems(args, adopt === true),
        ...statusProblems(statusChecks),
        ...(unchecked && allowNoChecks !== true
            ? [problem("checks", [], "at least one check, unless allowNoChecks is true")]
            : []),
        ...branchProblems(args),
        ...ifGiven(args.mergeTypes, mergeTypeProblems),
        ...ifGiven(authorEmails, (all) =>
            listed("authorEmails", all, addressShape, 'an address as "*@acme.example"'),
        ),
        ...ifGiven(args.maxFileSize, (size) =>
            fileSizes.includes(size)
                ? []
                : [problem("maxFileSize", size, `one of ${fileSizes.join(", ")} (megabytes)`)],
        ),
        ...ifGiven(args.maxPathLength, (length) => whole("maxPathLength", length, 20, 10_000)),
        ...ifGiven(blockedPaths, (all) =>
            listed("blockedPaths", all, pathShape, "a path that begins with a slash or a star"),
        ),
        ...ifGiven(args.pipelineFolder, (name) =>
            shaped("pipelineFolder", name, "devOpsRepository"),
        ),
        ...ifGiven(args.agentPool, (name) =>
            text("agentPool", name, /\S/, "the name of an agent pool"),
        ),
    ];
}

function ifGiven<T>(value: T | undefined, judge: (value: T) => Problem[]): Problem[] {
    return value === undefined ? [] : judge(value);
}

/** Judges what is known now; an output comes from a resource and is what that resource made it. */
function plain(path: string, value: unknown, shape: Shape): Problem[] {
    return typeof value === "object" ? [] : shaped(path, value, shape);
}

function listed(path: string, values: string[], shape: RegExp, allowed: string): Problem[] {
    return values.length === 0
        ? [problem(path, values, "at least one, or none given at all")]
        : values.flatMap((value, i) => text(`${path}[${i}]`, value, shape, allowed));
}

function groupProblems(path: string, group: DevOpsGroup): Problem[] {
    return [
        ...text(`${path}.name`, group.name, /\S/, "the name of a group"),
        ...plain(`${path}.descriptor`, group.descriptor, "devOpsDescriptor"),
        ...plain(`${path}.originId`, group.originId, "guid"),
    ];
}

function gateProblems(args: AzureDevOpsRepositoryGuardArgs, adopt: boolean): Problem[] {
    const all = [...args.checks, ...(args.pipelines ?? [])];
    const judged = args.checks.length;
    const at = (i: number): string => (i < judged ? `checks[${i}]` : `pipelines[${i - judged}]`);
    const files = all.map((gate) => pipelineFileOf(gate));
    return [
        ...all.flatMap(({ name, pipeline, pipelineFile }, i) => [
            ...shaped(`${at(i)}.name`, name, "key"),
            ...ifGiven(pipelineFile, (file) =>
                text(
                    `${at(i)}.pipelineFile`,
                    file,
                    fileShape,
                    'a file as "ci/build.yml": from the root of the repository, without a slash before it',
                ),
            ),
            ...(adopt && pipeline !== undefined
                ? [
                      problem(
                          `${at(i)}.pipeline`,
                          "a text",
                          "none with adopt: bring the file by pull request",
                      ),
                  ]
                : []),
        ]),
        ...distinct(
            all.map(({ name }) => name),
            (i) => `${at(i)}.name`,
            "a name",
            ignoringCase,
        ),
        ...distinct(files, (i) => `${at(i)}.pipelineFile`, "a file"),
    ];
}

/** Path of a gate's pipeline in the repository. */
export function pipelineFileOf({ name, pipelineFile }: DevOpsGate): string {
    return pipelineFile ?? `.azuredevops/${name}.yml`;
}

function statusProblems(statuses: DevOpsStatus[]): Problem[] {
    return [
        ...statuses.flatMap(({ name, genre, authorId }, i) => [
            ...text(`statusChecks[${i}].name`, name, /^\S(.*\S)?$/, "the name of a status"),
            ...text(`statusChecks[${i}].genre`, genre, /^\S(.*\S)?$/, "the genre of a status"),
            ...plain(`statusChecks[${i}].authorId`, authorId, "guid"),
        ]),
        ...distinct(
            statuses.map(({ name, genre }) => `${genre}/${name}`),
            (i) => `statusChecks[${i}].name`,
            "a status",
        ),
    ];
}

function mergeTypeProblems(types: string[]): Problem[] {
    return types.length === 0
        ? [problem("mergeTypes", types, '"squash" or "rebase" or both')]
        : types.flatMap((type, i) => oneOf(`mergeTypes[${i}]`, type, ["squash", "rebase"]));
}

function branchProblems(args: AzureDevOpsRepositoryGuardArgs): Problem[] {
    const given = args.branches ?? [];
    const all = allBranches(args);
    return [
        ...given.flatMap((branch, i) => oneBranchProblems(`branches[${i}]`, branch, all)),
        ...distinct(
            [defaultBranchOf(args), ...given.map(({ pattern }) => pattern)],
            (i) => `branches[${i - 1}].pattern`,
            "a branch",
        ),
    ];
}

function oneBranchProblems(path: string, branch: DevOpsBranch, all: DevOpsBranch[]): Problem[] {
    const { pattern, tier, create } = branch;
    const allowed = 'a branch as "develop", or a folder of branches as "release/*"';
    const clash = all.find((other) => other.tier !== tier && overlap(other.pattern, pattern));
    const creatable = tier !== "feature" && !isFolder(pattern);
    return [
        ...text(`${path}.pattern`, pattern, patternShape, allowed),
        ...oneOf(`${path}.tier`, tier, tiers),
        ...(clash === undefined
            ? []
            : [
                  problem(
                      `${path}.pattern`,
                      pattern,
                      `no branch that ${JSON.stringify(clash.pattern)} of tier ${clash.tier} matches`,
                  ),
              ]),
        ...(create === true && !creatable
            ? [problem(`${path}.create`, create, "one branch of tier integration or production")]
            : []),
    ];
}
