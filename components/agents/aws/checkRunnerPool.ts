import { awsShaped } from "../../shared/awsShapes";
import { shaped } from "../../shared/shapes";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../../shared/validate";
import { agentTiers } from "../agentTiers";
import type { AwsRunnerBuilds, AwsRunnerInstances, AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import { retentionProblems } from "./checkNetwork";
import { operatingSystems } from "./operatingSystems";

/**
 * Values that are judged by their shape.
 *
 * source: GitHub's documentation on runner groups; EC2, Systems Manager, KMS and CodeBuild API
 * references; from memory
 * date: 2026-11-21
 */
const shapes = {
    pool: /^(?=.{3,17}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    workflow:
        /^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}\/\.github\/workflows\/[^@*?/]+\.ya?ml@(refs\/(heads|tags)\/[^\s*?]+|[0-9a-f]{40})$/,
    image: /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/,
    imageParameter: /^\/[\w.-]+(\/[\w.-]+){0,14}:[1-9]\d*$/,
    instanceType: /^[a-z0-9-]+\.[a-z0-9-]+$/,
    app: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    key: /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/,
    schedule: /^(cron|rate|at)\([^()]+\)$/,
    connection:
        /^arn:aws:(codeconnections|codestar-connections):[a-z0-9-]+:\d{12}:connection\/[0-9a-f-]{36}$/,
    buildImage: /^[\w./-]+:[\w.-]+(@sha256:[0-9a-f]{64})?$/,
};

/** Sizes of containers that run Linux without a fleet. */
const computeTypes = ["SMALL", "MEDIUM", "LARGE", "XLARGE", "2XLARGE"].map(
    (size) => `BUILD_GENERAL1_${size}`,
);

/** What is not acceptable in the arguments of `AwsRunnerPool`. Outputs are left to their users. */
export function runnerPoolProblems(args: AwsRunnerPoolArgs): Problem[] {
    const { instances, codeBuild } = args;
    const kinds = [instances, codeBuild].filter((one) => one !== undefined);
    return [
        ...text(
            "poolName",
            args.poolName,
            shapes.pool,
            "3 to 17 lower case letters, digits and single hyphens, starting with a letter, ending with a letter or digit",
        ),
        ...oneOf("tier", args.tier, Object.keys(agentTiers)),
        ...awsShaped("accountId", args.accountId, "account"),
        ...awsShaped("region", args.region, "region"),
        ...shaped("organization", args.organization, "owner"),
        ...repositoryProblems(args),
        ...workflowProblems(args),
        ...(kinds.length === 1
            ? []
            : [problem("instances", kinds.length, "exactly one of instances and codeBuild")]),
        ...(instances ? instanceProblems(instances) : []),
        ...(codeBuild ? buildProblems(codeBuild) : []),
        ...retentionProblems("logRetentionDays", args.logRetentionDays),
    ];
}

function repositoryProblems({ repositories }: AwsRunnerPoolArgs): Problem[] {
    const names = repositories.map(({ name }) => name);
    const path = (i: number) => `repositories[${i}].name`;
    return [
        ...(repositories.length === 0
            ? [problem("repositories", repositories, "at least one repository")]
            : []),
        ...names.flatMap((name, i) => shaped(path(i), name, "repository")),
        ...distinct(names, path, "a repository", ignoringCase),
    ];
}

function workflowProblems({ workflows = [], tier, organization }: AwsRunnerPoolArgs): Problem[] {
    const allowed = `${JSON.stringify(organization)}/repository/.github/workflows/file.yml@ with a full ref or a commit`;
    const missing = tier === "production" && workflows.length === 0;
    return [
        ...workflows.flatMap((workflow, i) => {
            const isOwn = workflow.toLowerCase().startsWith(`${organization.toLowerCase()}/`);
            return isOwn && shapes.workflow.test(workflow)
                ? []
                : [problem(`workflows[${i}]`, workflow, allowed)];
        }),
        ...(missing
            ? [problem("workflows", workflows, "at least one workflow, for production")]
            : []),
    ];
}

function instanceProblems(machines: AwsRunnerInstances): Problem[] {
    const { imageId, imageParameter } = machines;
    const images = [imageId, imageParameter].filter((one) => one !== undefined);
    const path = (what: string) => `instances.${what}`;
    return [
        ...(images.length === 1
            ? []
            : [
                  problem(
                      path("imageId"),
                      images.length,
                      "exactly one of imageId and imageParameter",
                  ),
              ]),
        ...plain(path("imageId"), imageId, shapes.image, "the id of a machine image, ami-…"),
        ...plain(
            path("imageParameter"),
            imageParameter,
            shapes.imageParameter,
            "the name of a parameter and its version, for example /acme/images/runner:7",
        ),
        ...oneOf(
            path("operatingSystem"),
            machines.operatingSystem ?? "AMAZON_LINUX_2023",
            Object.keys(operatingSystems),
        ),
        ...plain(
            path("instanceType"),
            machines.instanceType,
            shapes.instanceType,
            "a kind of machine, for example m7i.xlarge",
        ),
        ...whole(path("maximum"), machines.maximum, 1, 100),
        ...whole(path("volumeGigabytes"), machines.volumeGigabytes ?? 30, 20, 1000),
        ...text(path("appClientId"), machines.appClientId, shapes.app, "the client id of an App"),
        ...whole(path("installationId"), machines.installationId, 1, Number.MAX_SAFE_INTEGER),
        ...plain(path("appKeyArn"), machines.appKeyArn, shapes.key, "the ARN of a KMS key"),
        ...whole(
            path("workFolderMegabytes"),
            machines.workFolderMegabytes ?? 8192,
            2048,
            1_048_576,
        ),
        ...plain(
            path("patchSchedule"),
            machines.patchSchedule,
            shapes.schedule,
            "a cron, rate or at expression of Systems Manager",
        ),
    ];
}

function buildProblems(builds: AwsRunnerBuilds): Problem[] {
    const path = (what: string) => `codeBuild.${what}`;
    const computeType = builds.computeType ?? "BUILD_GENERAL1_MEDIUM";
    return [
        ...plain(
            path("connectionArn"),
            builds.connectionArn,
            shapes.connection,
            "the ARN of a connection of CodeConnections",
        ),
        ...plain(path("image"), builds.image, shapes.buildImage, "an image with a tag or digest"),
        ...oneOf(path("computeType"), computeType, computeTypes),
        ...whole(path("maximum"), builds.maximum, 1, 1000),
        ...whole(path("timeoutMinutes"), builds.timeoutMinutes ?? 60, 5, 2160),
    ];
}

/** Judges what is given as plain text; an output is judged by whoever uses it. */
function plain(path: string, value: unknown, shape: RegExp, allowed: string): Problem[] {
    return typeof value === "string" ? text(path, value, shape, allowed) : [];
}
