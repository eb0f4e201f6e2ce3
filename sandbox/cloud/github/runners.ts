import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, matching, object, oneOf, required, text } from "../shape";
import { hex } from "../identifiers";
import { items, num, str, text as joined, UNKNOWN } from "../values";
import { planHas, planRefusal } from "./plan";
import { requireRepositoryIds } from "./repositoryIds";
import { dashed, restType } from "./rest";

/** The group every organisation has, for runners nobody puts elsewhere. */
const defaultGroup = 1;
const groupNumber = (owner: string, id: number) => `runner group ${owner}/#${id}`;
const groupName = ({ scope, inputs }: Pick<Write, "scope" | "inputs">) =>
    `runner group ${scope.owner}/${str(inputs, "name")}`;

export const runnerGroup = restType({
    token: "github:index/actionsRunnerGroup:ActionsRunnerGroup",
    inputs: {
        allowsPublicRepositories: flag,
        name: text,
        restrictedToWorkflows: flag,
        selectedRepositoryIds: list(integer()),
        selectedWorkflows: list(
            matching(
                /^[^/]+\/[^/]+\/\.github\/workflows\/.+\.ya?ml@.+$/,
                "owner/repository/.github/workflows/file.yml@ref",
            ),
        ),
        visibility: required(oneOf("all", "selected", "private")),
    },
    autoname: dashed("name"),
    creates: true,
    defaults: { allowsPublicRepositories: false, restrictedToWorkflows: false },
    check: (inputs) =>
        items(inputs, "selectedRepositoryIds").length > 0 &&
        (inputs.visibility === "all" || inputs.visibility === "private")
            ? [{ property: "selectedRepositoryIds", reason: 'is for visibility "selected" only' }]
            : [],
    id: (_inputs, _scope, { once, store }) =>
        String(once("groupId", () => store.next("github runner group", defaultGroup, 1))),
    outputs: ({ inputs, id, scope, each }) => {
        const url = joined`https://api.github.com/orgs/${scope.owner}/actions/runner-groups/${id}`;
        return {
            default: false,
            inherited: false,
            etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
            runnersUrl: joined`${url}/runners`,
            selectedRepositoriesUrl: joined`${url}/repositories`,
        };
    },
    claims: (write) => [groupName(write), groupNumber(write.scope.owner, Number(write.id))],
    beforeCreate: (write) => checkGroup(write, ""),
    beforeUpdate: (change) => checkGroup(change, change.id),
    beforeDelete: ({ store, scope, id }) => {
        const runner = store.under(`runners of ${groupNumber(scope.owner, Number(id))}`)[0];
        if (runner !== undefined) {
            const request = `DELETE /orgs/${scope.owner}/actions/runner-groups/${id}`;
            throw githubError(409, request, `Runner group has runners: ${runner.id}`);
        }
    },
});

function checkGroup(write: Write, itself: string): void {
    const { scope, inputs, store } = write;
    const request = `POST /orgs/${scope.owner}/actions/runner-groups`;
    if (!planHas(scope, "runnerGroups", "private")) {
        throw planRefusal("runnerGroups", "private", 403, request);
    }
    if (
        inputs.restrictedToWorkflows === true &&
        !planHas(scope, "runnerGroupWorkflows", "private")
    ) {
        throw planRefusal("runnerGroupWorkflows", "private", 422, request);
    }
    const holder = store.holder(groupName(write));
    if (holder !== undefined && holder.id !== itself) {
        throw githubError(409, request, "A runner group with this name already exists");
    }
    requireRepositoryIds(write, request, items(inputs, "selectedRepositoryIds"));
}

export const hostedRunner = restType({
    token: "github:index/actionsHostedRunner:ActionsHostedRunner",
    inputs: {
        image: required(
            fixed(
                object({
                    id: required(text),
                    sizeGb: integer(1),
                    source: oneOf("github", "partner", "custom"),
                }),
            ),
        ),
        imageGen: fixed(flag),
        imageVersion: text,
        maximumRunners: integer(1),
        name: matching(/^[a-zA-Z0-9._-]{1,64}$/, "1 to 64 letters, digits, . - _"),
        publicIpEnabled: flag,
        runnerGroupId: required(integer(1)),
        size: required(text),
    },
    autoname: dashed("name"),
    creates: true,
    defaults: { imageGen: false, publicIpEnabled: false },
    id: (_inputs, _scope, { once, store }) =>
        String(once("runnerId", () => store.next("github runner", 50, 1))),
    outputs: ({ inputs, each }) => {
        const size = str(inputs, "size");
        const cores = Number(/^(\d+)-core/.exec(size)?.[1] ?? 2);
        return {
            platform: /win/i.test(str(inputs, "image", "id")) ? "win-x64" : "linux-x64",
            status: "Ready",
            publicIps: [],
            lastActiveOn: each(() => new Date().toISOString()),
            machineSizeDetails: [
                size === UNKNOWN
                    ? UNKNOWN
                    : { id: size, cpuCores: cores, memoryGb: cores * 4, storageGb: 14 },
            ],
        };
    },
    parents: ({ scope, inputs }) => [
        `runners of ${groupNumber(scope.owner, num(inputs, "runnerGroupId") ?? 0)}`,
    ],
    beforeCreate: checkRunner,
    beforeUpdate: checkRunner,
});

function checkRunner({ scope, inputs, store }: Write): void {
    const request = `POST /orgs/${scope.owner}/actions/hosted-runners`;
    if (!planHas(scope, "hostedRunners", "private")) {
        throw planRefusal("hostedRunners", "private", 403, request);
    }
    const group = num(inputs, "runnerGroupId") ?? 0;
    if (group !== defaultGroup && store.holder(groupNumber(scope.owner, group)) === undefined) {
        throw githubError(422, request, `Runner group ${group} does not exist`);
    }
}
