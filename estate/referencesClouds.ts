import { environmentListsOf, environmentsFor, repositoriesOf, type Loose } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { EstateForm } from "./schema";
import { emptyTargets, secretProblems } from "./referencesAws";
import { nearest } from "./suggest";

/** What the estate has in the clouds must fit together: names, clouds, hosts and what they need. */
export function cloudReferenceProblems(form: Loose<EstateForm>): Problem[] {
    return [
        ...needsAws(form),
        ...poolProblems(form),
        ...egressProblems(form),
        ...deploymentProblems(form),
        ...secretProblems(form),
        ...emptyTargets(form),
        ...stateProblems(form),
    ];
}

/** Whatever is in AWS needs the account; one problem for each that asks for it. */
function needsAws(form: Loose<EstateForm>): Problem[] {
    if (Object.hasOwn(form, "aws")) {
        return [];
    }
    const inAws: Path[] = [
        ...environmentListsOf(form)
            .flat()
            .flatMap(({ at, value }) => (value.aws === undefined ? [] : [[...at, "aws"]])),
        ...(form.azureDevOps?.aws === undefined ? [] : [["azureDevOps", "aws"]]),
        ...(form.agents?.aws === undefined ? [] : [["agents", "aws"]]),
        ...(form.state?.cloud === "aws" ? [["state", "cloud"]] : []),
        ...cloudsOf(form, "signingKeys"),
        ...cloudsOf(form, "secrets"),
    ];
    return inAws.map((at) => ({
        ...problem(at, undefined, "nothing in AWS, or the estate's aws with accountId and region"),
        seen: "something in AWS, of which the estate has no account",
    }));
}

function cloudsOf(form: Loose<EstateForm>, key: "signingKeys" | "secrets"): Path[] {
    return (form[key] ?? []).flatMap((one, i) => (one?.cloud === "aws" ? [[key, i, "cloud"]] : []));
}

function poolProblems(form: Loose<EstateForm>): Problem[] {
    const known = repositoriesOf(form).flatMap(({ value }) => value.name ?? []);
    const inAzure = (form.agents?.azure?.pools ?? []).flatMap((pool, i) => {
        const at: Path = ["agents", "azure", "pools", i];
        const host = pool?.host ?? "github";
        return [
            ...namesIn([...at, "repositories"], pool?.repositories, known, "a repository"),
            ...hostProblems(form, at, pool?.kind, host),
            ...(host === "github" ? workflowProblems(at, pool) : []),
        ];
    });
    const inAws = (form.agents?.aws?.pools ?? []).flatMap((pool, i) => {
        const at: Path = ["agents", "aws", "pools", i];
        const needsImage = pool?.kind === "instances" && !Object.hasOwn(pool, "image");
        return [
            ...namesIn([...at, "repositories"], pool?.repositories, known, "a repository"),
            ...workflowProblems(at, pool),
            ...(pool?.kind === "instances" ? appProblems(form, [...at, "kind"], pool.kind) : []),
            ...(needsImage
                ? [problem([...at, "image"], undefined, "the id of a machine image")]
                : []),
        ];
    });
    return [...inAzure, ...inAws];
}

/** By range nobody can be let out to GitHub Actions alone, and a pool for production names its workflows. */
function egressProblems({ agents }: Loose<EstateForm>): Problem[] {
    const { azure } = agents ?? {};
    const toGitHub = (azure?.pools ?? []).some((pool) => (pool?.host ?? "github") === "github");
    const isManaged = (azure?.pools ?? []).some((pool) => pool?.kind === "managed");
    const who = toGitHub ? "GitHub Actions publishes" : "Managed DevOps Pools publish";
    const allowed = `firewall: ${who} names and no addresses`;
    return azure?.egress === "nat" && (toGitHub || isManaged)
        ? [problem(["agents", "azure", "egress"], azure.egress, allowed)]
        : [];
}

function workflowProblems(
    at: Path,
    pool: { tier?: string | undefined; workflows?: (string | undefined)[] | undefined } | undefined,
): Problem[] {
    return pool?.tier === "production" && (pool.workflows ?? []).length === 0
        ? [
              problem(
                  [...at, "workflows"],
                  undefined,
                  "at least one workflow: whatever can run in a production pool can deploy",
              ),
          ]
        : [];
}

function hostProblems(
    form: Loose<EstateForm>,
    at: Path,
    kind: string | undefined,
    host: string,
): Problem[] {
    if (kind !== undefined && kind !== "ephemeral" && host === "github") {
        const allowed = `azureDevOps: a pool of kind ${kind} serves nothing else`;
        return [problem([...at, "host"], host, allowed)];
    }
    if (host === "azureDevOps" && !Object.hasOwn(form, "azureDevOps")) {
        const allowed = "github, or the estate's azureDevOps with organization and project";
        return [problem([...at, "host"], host, allowed)];
    }
    return kind === "ephemeral" && host === "github"
        ? appProblems(form, [...at, "kind"], kind)
        : [];
}

function appProblems(form: Loose<EstateForm>, at: Path, kind: string): Problem[] {
    const allowed = "a kind that needs no GitHub App, or the estate's githubApp to register with";
    return Object.hasOwn(form, "githubApp") ? [] : [problem(at, kind, allowed)];
}

/** Deployments, as "repository/environment", in the cloud that the key or secret lives in. */
function deploymentProblems(form: Loose<EstateForm>): Problem[] {
    const inAzure = deploymentsIn(form, "azure");
    const inAws = deploymentsIn(form, "aws");
    const known = (cloud: string | undefined): string[] => (cloud === "aws" ? inAws : inAzure);
    const what = (cloud: string | undefined): string =>
        `a deployment in ${cloud === "aws" ? "AWS" : "Azure"}`;
    const keys = (form.signingKeys ?? []).flatMap((key, i) => [
        ...(["signers", "verifiers"] as const).flatMap((list) =>
            namesIn(["signingKeys", i, list], key?.[list], known(key?.cloud), what(key?.cloud)),
        ),
        ...(key && key.cloud !== "aws" && !Object.hasOwn(key, "expires")
            ? [problem(["signingKeys", i, "expires"], undefined, "a date: keys in Azure end")]
            : []),
    ]);
    const teams = Object.keys(form.teams ?? {});
    const secrets = (form.secrets ?? []).flatMap((secret, i) => [
        ...namesIn(
            ["secrets", i, "readers"],
            secret?.readers,
            known(secret?.cloud),
            what(secret?.cloud),
        ),
        ...(secret?.owner === undefined || teams.includes(secret.owner)
            ? []
            : [
                  problem(
                      ["secrets", i, "owner"],
                      secret.owner,
                      oneOf("a team", teams),
                      nearest(secret.owner, teams),
                  ),
              ]),
    ]);
    return [...keys, ...secrets];
}

function deploymentsIn(form: Loose<EstateForm>, cloud: "azure" | "aws"): string[] {
    return repositoriesOf(form).flatMap((repository) =>
        environmentsFor(form, repository).flatMap(({ value }) => {
            const inCloud = Object.hasOwn(value, "aws") === (cloud === "aws");
            const { name } = repository.value;
            return inCloud && name !== undefined && value.name !== undefined
                ? [`${name}/${value.name}`]
                : [];
        }),
    );
}

function namesIn(
    at: Path,
    names: (string | undefined)[] | undefined,
    known: string[],
    what: string,
): Problem[] {
    return (names ?? []).flatMap((name, i) =>
        name === undefined || known.includes(name)
            ? []
            : [problem([...at, i], name, oneOf(what, known), nearest(name, known))],
    );
}

const mostListed = 20;

function oneOf(what: string, known: string[]): string {
    const shown = known.slice(0, mostListed).join(", ");
    const rest = known.length > mostListed ? ` and ${known.length - mostListed} more` : "";
    return known.length === 0
        ? `${what} of this estate, which has none`
        : `${what} of this estate: ${shown}${rest}`;
}

function stateProblems(form: Loose<EstateForm>): Problem[] {
    return [...storeNameProblems(form), ...plannerProblems(form)];
}

/** Plans of repositories that deploy in Azure: a role of AWS is bounded to what it deploys. */
function plannerProblems(form: Loose<EstateForm>): Problem[] {
    const { state } = form;
    const plans = repositoriesOf(form).flatMap((repository) => {
        const inAzure = environmentsFor(form, repository).some(
            ({ value }) => !Object.hasOwn(value, "aws"),
        );
        const { name, plan } = repository.value;
        return plan === true && inAzure && name !== undefined ? [`${name}/plan`] : [];
    });
    const known = state?.cloud === "aws" ? [] : plans;
    return namesIn(["state", "planners"], state?.planners, known, "a plan in Azure");
}

/** Storage accounts have shorter names than buckets, without hyphens. */
function storeNameProblems({ state }: Loose<EstateForm>): Problem[] {
    const { cloud, name } = state ?? {};
    return cloud !== "azure" || name === undefined || /^[a-z0-9]{3,24}$/.test(name)
        ? []
        : [
              problem(
                  ["state", "name"],
                  name,
                  "the name of a storage account: 3 to 24 lower case letters and digits",
              ),
          ];
}
