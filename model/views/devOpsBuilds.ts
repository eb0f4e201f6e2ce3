import {
    isTree,
    map,
    read,
    readFlag,
    readList,
    readText,
    withDefault,
    type Known,
    type PropertyTree,
} from "../known";
import { flagAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const buildDefinitionType = "azuredevops:index:BuildDefinition";
export const pipelineSettingsType = "azuredevops:index:ProjectPipelineSettings";

/** A variable of a definition; its value is none of a rule's business. */
export interface BuildVariable {
    readonly name: Known<string>;
    /** Whether whoever starts a run may set it: true when left out. */
    readonly overridable: Reading<boolean>;
}

/** What a build definition runs, and with which rights. */
export interface BuildDefinition {
    readonly ymlPath: Reading<string>;
    /** Jobs of a classic pipeline, with whether their scripts get the token. */
    readonly jobs: Known<readonly Reading<boolean>[]>;
    /** Whether the YAML says what starts a run; absent where nothing but people and policies does. */
    readonly triggersInYaml: Reading<boolean>;
    /** "project" or "projectCollection", which it is when left out. */
    readonly scope: Reading<string>;
    readonly variables: Known<readonly BuildVariable[]>;
    readonly poolName: Reading<string>;
}

export function buildDefinition({ props }: Resource): BuildDefinition {
    return {
        ymlPath: textAt(props, "repository.ymlPath"),
        jobs: elements(props, "jobs", (job, path) =>
            flagOf(job, path, "allowScriptsAuthAccessOption", false),
        ),
        triggersInYaml: {
            path: "ciTrigger.useYaml",
            value: useYaml(block(props, "ciTrigger")),
        },
        scope: textAt(props, "jobAuthorizationScope", "projectCollection"),
        variables: elements(props, "variables", (variable, path) => ({
            name: variable.state === "known" ? readText(variable.value, "name") : variable,
            overridable: flagOf(variable, path, "allowOverride", true),
        })),
        poolName: textAt(props, "agentPoolName", "Azure Pipelines"),
    };
}

/** What a definition says of pull requests; it says nothing of them for a repository in Azure Repos. */
export interface PullRequestTrigger {
    readonly buildsForks: Reading<boolean>;
    readonly sharesSecrets: Reading<boolean>;
    /** "All", "NonTeamMembers", or nothing: whose pull requests wait for a team member's comment. */
    readonly commentRequired: Reading<string>;
}

/** Absent when the definition has no trigger for pull requests. */
export function pullRequestTrigger({ props }: Resource): Known<PullRequestTrigger> {
    return map(block(props, "pullRequestTrigger"), (trigger) => {
        const at = (name: string) => `pullRequestTrigger.${name}`;
        const off = (name: string) => ({
            path: at(name),
            value: withDefault(readFlag(trigger, name), false),
        });
        return {
            buildsForks: off("forks.enabled"),
            sharesSecrets: off("forks.shareSecrets"),
            commentRequired: {
                path: at("commentRequired"),
                value: readText(trigger, "commentRequired"),
            },
        };
    });
}

/** A flag of a project's pipeline settings; one that is left out stays as somebody set it. */
export function pipelineSetting({ props }: Resource, path: string): Reading<boolean> {
    return flagAt(props, path);
}

/** A trigger that does not say so has its conditions in the definition. */
function useYaml(trigger: Known<PropertyTree>): Known<boolean> {
    return trigger.state === "known"
        ? withDefault(readFlag(trigger.value, "useYaml"), false)
        : trigger;
}

function block(props: PropertyTree, path: string): Known<PropertyTree> {
    return map(read(props, path), (value) => (isTree(value) ? value : {}));
}

type Element = Known<NonNullable<PropertyTree[string]>>;

function elements<T>(
    props: PropertyTree,
    path: string,
    form: (element: Element, path: string) => T,
): Known<readonly T[]> {
    return map(readList(props, path), (list) =>
        list.map((element, i) => form(element, `${path}[${i}]`)),
    );
}

function flagOf(
    element: Element,
    path: string,
    name: string,
    whenAbsent: boolean,
): Reading<boolean> {
    const value = element.state === "known" ? readFlag(element.value, name) : element;
    return { path: `${path}.${name}`, value: withDefault(value, whenAbsent) };
}
