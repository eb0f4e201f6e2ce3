import { Address4 } from "ip-address";

import { appliedByProblems } from "./appliedBy";
import { environmentsFor, repositoriesOf, type Loose } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { EstateForm } from "./schema";
import type { AgentsForm } from "./schemaAgents";

type PoolForm = Loose<NonNullable<AgentsForm["azure"] | AgentsForm["aws"]>["pools"][number]>;

/** Managed pools have a network each, cut from the same addresses as the shared one. */
const managedPools = 3;

/** Key that GitHub's App signs with, made beside the estate's own. */
const appKey = "github-app";

/** Limits of the clouds, so that no component has to refuse anything when half of the estate is built. */
export function cloudLimitProblems(form: Loose<EstateForm>): Problem[] {
    return [
        ...appliedByProblems(form),
        ...azurePoolProblems(form),
        ...awsPoolProblems(form),
        ...addressProblems(form),
        ...awsEgressProblems(form),
        ...keyNameProblems(form),
        ...repeatedUsers(form),
        ...planNameProblems(form),
    ];
}

function azurePoolProblems({ agents, repositories }: Loose<EstateForm>): Problem[] {
    const pools = agents?.azure?.pools ?? [];
    const managed = pools.flatMap((pool, i) => (pool?.kind === "managed" ? [i] : []));
    return [
        ...managed.slice(managedPools).map((i) => {
            const allowed = `another kind: an estate has room for ${managedPools} managed pools`;
            return problem(["agents", "azure", "pools", i, "kind"], "managed", allowed);
        }),
        ...pools.flatMap((pool, i) => {
            const at: Path = ["agents", "azure", "pools", i];
            const isManaged = pool?.kind === "managed";
            const image = isManaged ? /^[^:]+$/ : /^\/|:/;
            const images = isManaged
                ? "the name of an image that Microsoft keeps, or the id of a version in a gallery"
                : "publisher:offer:sku:version, or the id of a version in a gallery";
            return [
                ...fits([...at, "size"], pool?.size, /^Standard_[\w-]{2,60}$/, azureSizes),
                ...(pool?.kind === undefined
                    ? []
                    : fits([...at, "image"], pool.image, image, images)),
                ...(isManaged && pool.name === "agents"
                    ? [
                          problem(
                              [...at, "name"],
                              pool.name,
                              "a name other than the shared network's",
                          ),
                      ]
                    : []),
                ...((pool?.host ?? "github") === "github"
                    ? someRepositories(at, pool, repositories)
                    : []),
            ];
        }),
    ];
}

const azureSizes = "a size of Azure, for example Standard_D4ads_v5";

function awsPoolProblems({ agents, repositories, organization }: Loose<EstateForm>): Problem[] {
    return (agents?.aws?.pools ?? []).flatMap((pool, i) => {
        const at: Path = ["agents", "aws", "pools", i];
        const own = `${organization ?? ""}/`.toLowerCase();
        const isInstances = pool?.kind === "instances";
        return [
            ...fits([...at, "name"], pool?.name, /^.{3,17}$/, "17 characters at most in AWS"),
            ...fits([...at, "size"], pool?.size, /^[a-z0-9-]+\.[a-z0-9-]+$/, awsSizes),
            ...(isInstances && (pool.maximum ?? 0) > 100
                ? [problem([...at, "maximum"], pool.maximum, "100 machines at most")]
                : []),
            ...(organization === undefined ? [] : (pool?.workflows ?? [])).flatMap((workflow, j) =>
                workflow === undefined || workflow.toLowerCase().startsWith(own)
                    ? []
                    : [problem([...at, "workflows", j], workflow, `a workflow of ${organization}`)],
            ),
            ...someRepositories(at, pool, repositories),
        ];
    });
}

const awsSizes = "a size of AWS, for example m7i.xlarge";

/** A pool that no repository may use has no runner group. */
function someRepositories(
    at: Path,
    pool: PoolForm | undefined,
    all: Loose<EstateForm>["repositories"],
): Problem[] {
    const own = pool && Object.hasOwn(pool, "repositories") ? pool.repositories : all;
    const allowed = "at least one repository whose jobs run in the pool";
    return own?.length === 0 ? [problem([...at, "repositories"], own, allowed)] : [];
}

/** Ranges as networks are made of: private, from the first address on, and with room for all subnets. */
function addressProblems({ agents }: Loose<EstateForm>): Problem[] {
    return (["azure", "aws"] as const).flatMap((cloud) => {
        const range = agents?.[cloud]?.addresses;
        const longest = cloud === "azure" ? 22 : 24;
        if (
            range === undefined ||
            (isNetwork(range) && new Address4(range).subnetMask <= longest)
        ) {
            return [];
        }
        const allowed = `a private range of /16 to /${longest} that begins with its first address, for example 10.65.0.0/${longest}`;
        return [problem(["agents", cloud, "addresses"], range, allowed)];
    });
}

/** AWS has no endpoint for GitHub: behind endpoints alone no runner could register. */
function awsEgressProblems({ agents }: Loose<EstateForm>): Problem[] {
    const { egress, pools = [] } = agents?.aws ?? {};
    const allowed = "firewall: runners reach GitHub in no other way";
    return egress === "endpoints" && pools.length > 0
        ? [problem(["agents", "aws", "egress"], egress, allowed)]
        : [];
}

function isNetwork(range: string): boolean {
    const known = new Address4(range);
    const outer = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
    return (
        known.networkForm() === range && outer.some((one) => known.isInSubnet(new Address4(one)))
    );
}

/** Names that the estate gives to keys of its own. */
function keyNameProblems({ signingKeys }: Loose<EstateForm>): Problem[] {
    return (signingKeys ?? []).flatMap((key, i) => {
        const taken = key?.cloud === "aws" ? [appKey, "secrets"] : [appKey];
        return taken.includes(key?.name?.toLowerCase() ?? "")
            ? [
                  problem(
                      ["signingKeys", i, "name"],
                      key?.name,
                      "a name the estate does not use itself",
                  ),
              ]
            : [];
    });
}

/** Who uses a key or secret is named once: each name is one grant. */
function repeatedUsers({ signingKeys, secrets }: Loose<EstateForm>): Problem[] {
    const lists: [Path, (string | undefined)[] | undefined][] = [
        ...(signingKeys ?? []).flatMap((key, i): [Path, (string | undefined)[] | undefined][] => [
            [["signingKeys", i, "signers"], key?.signers],
            [["signingKeys", i, "verifiers"], key?.verifiers],
        ]),
        ...(secrets ?? []).map((one, i): [Path, (string | undefined)[] | undefined] => [
            ["secrets", i, "readers"],
            one?.readers,
        ]),
    ];
    return lists.flatMap(([at, list = []]) =>
        list.flatMap((name, i) =>
            name !== undefined && list.indexOf(name) < i
                ? [problem([...at, i], name, "each deployment once")]
                : [],
        ),
    );
}

/** Previews run in environments of these names; on Azure DevOps each cloud has one of its own. */
const planNames = { github: ["plan"], azureDevOps: ["plan", "plan-aws"] } as const;

/** Previews do not share an environment with what deploys. */
function planNameProblems(form: Loose<EstateForm>): Problem[] {
    const found = new Map<string, Problem>();
    for (const repository of repositoriesOf(form)) {
        const environments =
            repository.value.plan === true ? environmentsFor(form, repository) : [];
        for (const { at, value } of environments) {
            const taken: readonly string[] = planNames[repository.value.host ?? "github"];
            if (taken.includes(value.name?.toLowerCase() ?? "")) {
                const allowed =
                    "another name: with plan: true the previews run in one of this name";
                const one = problem([...at, "name"], value.name, allowed);
                found.set(one.where, one);
            }
        }
    }
    return [...found.values()];
}

function fits(at: Path, value: string | undefined, shape: RegExp, allowed: string): Problem[] {
    return value === undefined || shape.test(value) ? [] : [problem(at, value, allowed)];
}
