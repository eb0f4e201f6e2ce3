import { planned } from "./environmentIndex";
import { known, readText, unknown, type Known } from "./known";
import type { Resource, Stack } from "./resource";
import { projectType, repositoryType } from "./views/devOpsPlaces";

/**
 * The projects and repositories of Azure DevOps in a stack, and what belongs to which. In a first
 * preview no id is known, so resources are joined by where their properties come from; ids are
 * compared where they do not come from the stack.
 */
export class DevOpsPlaces {
    readonly projects: readonly Resource[];
    readonly repositories: readonly Resource[];
    private readonly projectUrns = new Map<string, string | undefined>();

    constructor(
        private readonly stack: Stack,
        private readonly inputsOf: (urn: string) => Resource | undefined,
    ) {
        this.projects = this.ofType(projectType);
        this.repositories = this.ofType(repositoryType);
    }

    /** Resources of some types, with their inputs where outputs leave a gap. */
    ofType(...types: readonly string[]): Resource[] {
        return this.stack
            .ofType(...types)
            .map((resource) => planned(resource, this.inputsOf(resource.urn)));
    }

    /** The project of the stack that something belongs to. */
    projectOf(resource: Resource): Resource | undefined {
        return this.stack.get(this.projectUrn(resource));
    }

    /** Whether two resources, one of which may be the project itself, belong to one project. */
    sameProject(one: Resource, other: Resource): Known<boolean> {
        const [first, second] = [this.projectUrn(one), this.projectUrn(other)];
        if (first !== undefined && second !== undefined) return known(first === second);
        return sameId(projectId(one), projectId(other));
    }

    /** Repositories of the stack that a property's value comes from. */
    sources(resource: Resource, property: string): readonly Resource[] {
        return this.stack.sourcesOf(resource, property, repositoryType);
    }

    /** Whether an id in a property is, or where several may be meant could be, that of a repository. */
    isRepository(
        id: Known<string>,
        resource: Resource,
        property: string,
        repository: Resource,
    ): Known<boolean> {
        const sources = this.sources(resource, property);
        const own = sources.some(({ urn }) => urn === repository.urn);
        if (sources.length === 1 || (sources.length > 0 && !own)) return known(own);
        return sameId(id, readText(repository.props, "id"));
    }

    private projectUrn(resource: Resource): string | undefined {
        if (resource.type === projectType) return resource.urn;
        if (!this.projectUrns.has(resource.urn)) {
            this.projectUrns.set(resource.urn, this.findProject(resource));
        }
        return this.projectUrns.get(resource.urn);
    }

    /** What is made for a repository often takes the project from it. */
    private findProject(resource: Resource): string | undefined {
        const [project] = this.stack.sourcesOf(resource, "projectId", projectType);
        if (project) return project.urn;
        const [repository] = this.sources(resource, "projectId");
        return repository && this.projectUrn(repository);
    }
}

function projectId({ type, props }: Resource): Known<string> {
    return readText(props, type === projectType ? "id" : "projectId");
}

function sameId(one: Known<string>, other: Known<string>): Known<boolean> {
    if (one.state !== "known" || other.state !== "known") return unknown;
    return known(one.value.toLowerCase() === other.value.toLowerCase());
}
