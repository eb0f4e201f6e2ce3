import { addTo } from "./grouping";
import { read, readText, UNKNOWN, unknown, type Known, type PropertyTree } from "./known";
import type { Resource, Stack } from "./resource";
import {
    deploymentPolicy,
    deploymentPolicyTypes,
    environmentType,
    githubEnvironment,
    type DeploymentPolicy,
    type GitHubEnvironment,
} from "./views/githubEnvironment";

const repositoryType = "github:index:Repository";

/** The environment a token names. Names compare without regard to case, as GitHub's do. */
export interface EnvironmentPlace {
    readonly owner: string | undefined;
    readonly repository: string | undefined;
    readonly repositoryId: string | undefined;
    readonly environment: string;
}

export interface PlannedEnvironment {
    readonly resource: Resource;
    readonly gate: GitHubEnvironment;
    /** Branches and tags that may deploy, where the stack lists them. */
    readonly policies: readonly DeploymentPolicy[];
}

export type Lookup =
    | { readonly kind: "found"; readonly found: PlannedEnvironment }
    /** An environment whose repository or name is not known yet may be the one. */
    | { readonly kind: "undecided" }
    | {
          readonly kind: "missing";
          /** Environments that the stack has of that repository. */
          readonly others: readonly string[];
      };

/** What the engine knows of a resource: its outputs and, where these leave a gap, its inputs. */
export function planned(resource: Resource, inputs: Resource | undefined): Resource {
    if (inputs === undefined) return resource;
    const outputs = Object.entries(resource.props).filter(
        ([key, value]) => value !== UNKNOWN || !Object.hasOwn(inputs.props, key),
    );
    const props: PropertyTree = { ...inputs.props, ...Object.fromEntries(outputs) };
    return { ...resource, props };
}

/** The environments of a stack, by the places that tokens name. */
export class EnvironmentIndex {
    private readonly byUrn = new Map<string, PlannedEnvironment>();
    private readonly byRepository = new Map<string, PlannedEnvironment[]>();
    private readonly ofUnknownRepository: PlannedEnvironment[] = [];
    private readonly repositoryNames = new Map<string, string>();
    private readonly someIdUnknown: boolean;

    constructor(
        private readonly stack: Stack,
        private readonly inputsOf: (urn: string) => Resource | undefined,
    ) {
        const policies = this.policiesByPlace();
        for (const resource of stack.ofType(environmentType)) {
            const written = githubEnvironment(this.plan(resource));
            const gate = {
                ...written,
                repository: this.repositoryName(resource, written.repository),
            };
            const key = placeKey(gate.repository, gate.environment);
            const listed = key === undefined ? [] : (policies.get(key) ?? []);
            this.add({ resource, gate, policies: listed });
        }
        const repositories = stack.ofType(repositoryType).map((one) => this.plan(one).props);
        this.someIdUnknown = repositories.some((props) => read(props, "repoId").state !== "known");
        for (const props of repositories) {
            const [id, name] = [readText(props, "repoId"), readText(props, "name")];
            if (id.state === "known" && name.state === "known") {
                this.repositoryNames.set(id.value, name.value);
            }
        }
    }

    get(urn: string): PlannedEnvironment | undefined {
        return this.byUrn.get(urn);
    }

    find(place: EnvironmentPlace): Lookup {
        // The id outlives a change of name.
        const repository = this.repositoryNames.get(place.repositoryId ?? "") ?? place.repository;
        if (repository === undefined) {
            return this.someIdUnknown ? { kind: "undecided" } : { kind: "missing", others: [] };
        }
        const candidates = this.byRepository.get(repository.toLowerCase()) ?? [];
        const own = candidates.filter(({ resource }) => ownerFits(resource, place.owner));
        const found = own.find(({ gate }) => is(gate.environment, place.environment));
        if (found) return { kind: "found", found };
        const open = [...own, ...this.ofUnknownRepository];
        return open.some(({ gate }) => maybe(gate.environment, place.environment))
            ? { kind: "undecided" }
            : { kind: "missing", others: own.flatMap(({ gate }) => named(gate)) };
    }

    private add(environment: PlannedEnvironment): void {
        this.byUrn.set(environment.resource.urn, environment);
        const { repository } = environment.gate;
        if (repository.state !== "known") {
            this.ofUnknownRepository.push(environment);
            return;
        }
        const name = repository.value.toLowerCase();
        addTo(this.byRepository, name, environment);
    }

    private policiesByPlace(): Map<string, DeploymentPolicy[]> {
        const byPlace = new Map<string, DeploymentPolicy[]>();
        for (const resource of this.stack.ofType(...deploymentPolicyTypes)) {
            const policy = deploymentPolicy(this.plan(resource));
            const repository = this.repositoryName(resource, policy.repository);
            const key = placeKey(repository, policy.environment);
            if (key !== undefined) addTo(byPlace, key, policy);
        }
        return byPlace;
    }

    private plan(resource: Resource): Resource {
        return planned(resource, this.inputsOf(resource.urn));
    }

    /** By value, else through the repository whose output it is. */
    private repositoryName(resource: Resource, written: Known<string>): Known<string> {
        if (written.state !== "unknown") return written;
        const [source] = this.stack.sourcesOf(resource, "repository", repositoryType);
        return source === undefined ? unknown : readText(this.plan(source).props, "name");
    }
}

/**
 * No key while one of the names is unknown: it would join what belongs to different repositories.
 */
function placeKey(repository: Known<string>, environment: Known<string>): string | undefined {
    return repository.state === "known" && environment.state === "known"
        ? `${repository.value}:${environment.value}`.toLowerCase()
        : undefined;
}

function named({ environment }: GitHubEnvironment): string[] {
    return environment.state === "known" ? [environment.value] : [];
}

function is(value: Known<string>, wanted: string): boolean {
    return value.state === "known" && value.value.toLowerCase() === wanted.toLowerCase();
}

/** Whether a value is, or may turn out to be, the wanted one. */
function maybe(value: Known<string>, wanted: string): boolean {
    return value.state === "unknown" || is(value, wanted);
}

/** A provider that says for whom it works makes no environments for anybody else. */
function ownerFits({ provider }: Resource, owner: string | undefined): boolean {
    if (owner === undefined || provider === undefined) return true;
    const configured = readText(provider.props, "owner");
    return configured.state !== "known" || is(configured, owner) || configured.value === "";
}
