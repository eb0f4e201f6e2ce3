import { is, known, map, unknown, type Known } from "../../../model/known";
import type { Reading } from "../../../model/reading";
import type { Resource } from "../../../model/resource";
import {
    buildPolicy,
    buildValidationType,
    statusCheckType,
    statusPolicy,
} from "../../../model/views/devOpsPolicies";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands, type Demand } from "../../lib/demands";
import { pattern, wholeNumber } from "../../lib/settings";

/**
 * Stops results that say nothing of what is merged. `validDuration` has two meanings at 0: a result
 * never ends, or, with `queueOnSourceUpdateOnly` false, ends as soon as the target branch moves, which
 * is the strictest setting there is. The catalogue's row takes every 0 for the first.
 *
 * Lists of paths a gate is about are how repositories of many parts work, and are accepted; what they
 * leave out is judged where it is said with an exclamation mark.
 */
export const adoBuildValidationStrict = defineRule({
    id: "ado-build-validation-strict",
    code: "F15",
    title: "Gates of pull requests run by themselves and judge what is merged",
    attack:
        "A change is completed on a result that is not about it: nobody started the gate, the target branch moved " +
        "on weeks ago, the paths that matter are excepted, or anybody who may vote reports the status themselves.",
    blindSpot:
        "Says nothing of what a gate checks, nor of paths that no gate lists. The identity that may set a status is not judged.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "let gates start by themselves and end with the target branch (validDuration 0 with queueOnSourceUpdateOnly false); name the author of a status and let it end with each push",
        code: `settings: {
    manualQueueOnly: false,
    validDuration: 0,
    queueOnSourceUpdateOnly: false,
    // …
}`,
    },
    controls: ["ncsc:4", "ncsc:6", "owasp:cicd-sec-1", "cis:1.1.9"],
    tags: ["azure-devops", "repository", "gate"],
    types: [buildValidationType, statusCheckType],
    settings: {
        maxMinutes: wholeNumber(
            "Longest time in minutes that a result counts after the target branch moved.",
            720,
            1,
            43_200,
        ),
        harmlessPaths: pattern(
            "Paths that a gate may except: what they match runs nowhere.",
            String.raw`\.(md|rst|adoc|png|jpg|svg)$`,
        ),
    },
    examples: {
        denied: `new BranchPolicyBuildValidation("build", {
    projectId: project.id,
    settings: { buildDefinitionId, displayName: "build", scopes, manualQueueOnly: true },
});`,
        allowed: `new BranchPolicyBuildValidation("build", {
    projectId: project.id,
    settings: {
        buildDefinitionId,
        displayName: "build",
        scopes,
        validDuration: 0,
        queueOnSourceUpdateOnly: false,
    },
});`,
    },
    judge(resource, { config }) {
        return judgeDemands(
            resource.type === buildValidationType
                ? readBuild(resource, config)
                : readStatus(resource, config),
        );
    },
});

interface Config {
    readonly maxMinutes: number;
    readonly harmlessPaths: string;
}

function readBuild(resource: Resource, config: Config): Demand[] {
    const policy = buildPolicy(resource);
    return [
        demand(policy.byHandOnly, (byHand) => !byHand, "false"),
        readExpiry(policy.validDuration, policy.onSourceUpdateOnly, config.maxMinutes),
        readPaths(policy.paths, config),
    ];
}

function readStatus(resource: Resource, config: Config): Demand[] {
    const policy = statusPolicy(resource);
    return [
        demand(policy.author, (id) => id !== "", "the id of the one identity that sets it"),
        demand(policy.endsWithPush, (ends) => ends, "true"),
        demand(policy.applicability, (kind) => kind.toLowerCase() === "default", "default"),
        readPaths(policy.paths, config),
    ];
}

function readExpiry(
    { path, value }: Reading<number>,
    onSourceOnly: Reading<boolean>,
    maxMinutes: number,
): Demand {
    const never = is(value, 0);
    return {
        property: path,
        seen: value,
        met: never
            ? map(onSourceOnly.value, (only) => !only)
            : map(value, (minutes) => minutes <= maxMinutes),
        wanted: never
            ? "0 only with queueOnSourceUpdateOnly false: else it never ends"
            : `at most ${maxMinutes}`,
    };
}

function readPaths(
    { path, value }: Reading<readonly Known<string>[]>,
    { harmlessPaths }: Config,
): Demand {
    const harmless = new RegExp(harmlessPaths, "i");
    const patterns = value.state === "known" ? value.value : [];
    const excepted = patterns.find((one) =>
        is(
            map(one, (text) => text.startsWith("!") && !harmless.test(text.slice(1))),
            true,
        ),
    );
    const open = value.state === "unknown" || patterns.some(({ state }) => state === "unknown");
    return {
        property: path,
        seen: excepted ?? value,
        met: excepted ? known(false) : open ? unknown : known(true),
        wanted: "no exception but of paths that run nowhere",
    };
}
