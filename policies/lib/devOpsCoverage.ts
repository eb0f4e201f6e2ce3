import { DevOpsPlaces } from "../../model/devOpsPlaces";
import { conclude, type Finding, type Judgement } from "../../model/finding";
import { addTo } from "../../model/grouping";
import { is, known, readFlag, type Known } from "../../model/known";
import type { Resource, Stack } from "../../model/resource";
import { isSwitchedOff, projectType } from "../../model/views/devOpsPlaces";

/** What a stack rule can look inputs up with. */
export interface Declarations {
    readonly declarationOf: (urn: string | undefined) => Resource | undefined;
}

/** The projects and repositories of a stack, as far as its context shows them. */
export function placesOf(stack: Stack, context: Declarations): DevOpsPlaces {
    return new DevOpsPlaces(stack, (urn) => context.declarationOf(urn));
}

/** Resources of some types, found by the repository that a property of theirs names. */
export class Holders {
    private readonly named = new Map<string, Resource[]>();
    private readonly unnamed: Resource[] = [];

    constructor(
        readonly places: DevOpsPlaces,
        types: readonly string[],
        private readonly property: string,
    ) {
        for (const holder of places.ofType(...types)) {
            const sources = places.sources(holder, property);
            for (const { urn } of sources) addTo(this.named, urn, holder);
            if (sources.length === 0) this.unnamed.push(holder);
        }
    }

    /** Those that may be about a project or repository. */
    of(place: Resource): readonly Resource[] {
        return [...(this.named.get(place.urn) ?? []), ...this.unnamed];
    }

    /** Whether one is about a place, by the repository's id in the property; absent for a whole project. */
    isAbout(id: Known<string>, holder: Resource, place: Resource): Known<boolean> {
        if (id.state === "absent") return this.places.sameProject(holder, place);
        return place.type === projectType
            ? known(false)
            : this.places.isRepository(id, holder, this.property, place);
    }
}

/** Something every repository must have: its project's, or its own. */
export interface Coverage {
    /** Whether a project has it, or a repository by either way. */
    readonly covers: (place: Resource) => Known<boolean>;
    readonly finding: Finding;
    /** What is not known when it cannot be told. */
    readonly open: string;
}

/**
 * A project is told only when no repository of it is in the stack: of one with repositories they are,
 * so that nothing is told twice.
 */
export function judgePlaces(places: DevOpsPlaces, coverage: Coverage): Judgement[] {
    const repositories = places.repositories.filter((one) => !isSwitchedOff(one));
    const told = new Set(repositories.map((one) => places.projectOf(one)?.urn));
    const alone = places.projects.filter(({ urn }) => !told.has(urn));
    return [...repositories, ...alone].map((place) => judgePlace(place, coverage));
}

export function judgePlace(place: Resource, { covers, finding, open }: Coverage): Judgement {
    const covered = covers(place);
    const unknown = covered.state === "unknown" ? [open] : [];
    return { urn: place.urn, verdict: conclude(is(covered, false) ? [finding] : [], unknown) };
}

/**
 * What the component a resource stands under says of it, while whom the resource is about is not known:
 * false where an argument leaves it out. Absent where no such component, or none whose inputs were
 * seen, says anything.
 */
export function declared(
    { parent }: Resource,
    context: Declarations,
    components: readonly string[],
    argument: string,
): Known<boolean> {
    const component = context.declarationOf(parent);
    if (component === undefined || !components.includes(component.type)) return { state: "absent" };
    const left = readFlag(component.props, argument);
    return left.state === "unknown" ? left : known(!is(left, true));
}
