import { environmentListsOf, repositoriesOf, type Loose } from "./draft";
import { pathText, problem, type Path, type Problem } from "./problems";
import type { EstateForm } from "./schema";

interface Name {
    at: Path;
    name: string | undefined;
}

/** Names that may be used once only, upper and lower case being the same to GitHub and Azure. */
export function repeatedNames(form: Loose<EstateForm>): Problem[] {
    const environmentLists = environmentListsOf(form);
    const checkLists = [
        { at: ["checks"], list: form.checks },
        ...repositoriesOf(form).map(({ at, value }) => ({
            at: [...at, "checks"],
            list: value.checks,
        })),
    ];
    const reviewerLists = environmentLists
        .flat()
        .map(({ at, value }) => namesIn([...at, "reviewers"], value.reviewers));
    const roleLists = environmentLists
        .flat()
        .map(({ at, value }) => namesIn([...at, "roles"], value.roles));
    return [
        namesIn(["contacts"], form.contacts),
        ...principalsOf(form),
        ...Object.entries(form.teams ?? {}).map(([team, logins]) =>
            namesIn(["teams", team], logins),
        ),
        // Two teams of one group are the same people, who would approve what they wrote.
        groupsOf(form),
        repositoriesOf(form).map(({ at, value }) => ({ at: [...at, "name"], name: value.name })),
        ...environmentLists.map((list) =>
            list.map(({ at, value }) => ({ at: [...at, "name"], name: value.name })),
        ),
        ...checkLists.map(({ at, list }) => contextsIn(at, list)),
        ...reviewerLists,
        ...roleLists,
        ...cloudNamesOf(form),
    ].flatMap(repeated);
}

function groupsOf({ azureDevOps }: Loose<EstateForm>): Name[] {
    return Object.entries(azureDevOps?.groups ?? {}).map(([team, name]) => ({
        at: ["azureDevOps", "groups", team],
        name,
    }));
}

/** Each of them gets its roles, and its place in an alert, once. */
function principalsOf(form: Loose<EstateForm>): Name[][] {
    return (["appliedBy", "breakGlass"] as const).flatMap((key) =>
        (["azure", "aws"] as const).map((cloud) => namesIn([key, cloud], form[key]?.[cloud])),
    );
}

/** Pools of both clouds are runner groups of one organization; vaults do not tell upper from lower case. */
function cloudNamesOf(form: Loose<EstateForm>): Name[][] {
    const { agents, signingKeys, secrets, azureDevOps } = form;
    const feeds: Path = ["azureDevOps", "packages", "feeds"];
    const named = (at: Path, list: ({ name?: string | undefined } | undefined)[] | undefined) =>
        (list ?? []).map((one, i) => ({ at: [...at, i, "name"], name: one?.name }));
    return [
        [
            ...named(["agents", "azure", "pools"], agents?.azure?.pools),
            ...named(["agents", "aws", "pools"], agents?.aws?.pools),
        ],
        named(["signingKeys"], signingKeys),
        named(["secrets"], secrets),
        named(feeds, azureDevOps?.packages?.feeds),
        ...(azureDevOps?.packages?.feeds ?? []).map((feed, i) =>
            named([...feeds, i, "sources"], feed?.sources),
        ),
    ];
}

function namesIn(at: Path, list: (string | undefined)[] | undefined): Name[] {
    return (list ?? []).map((name, i) => ({ at: [...at, i], name }));
}

function contextsIn(at: Path, list: Loose<EstateForm>["checks"]): Name[] {
    return (list ?? []).map((check, i) =>
        typeof check === "object"
            ? { at: [...at, i, "context"], name: check.context }
            : { at: [...at, i], name: check },
    );
}

function repeated(names: Name[]): Problem[] {
    const first = new Map<string, Path>();
    return names.flatMap(({ at, name }) => {
        const key = name?.toLowerCase();
        const earlier = key === undefined ? undefined : first.get(key);
        if (key !== undefined && !earlier) {
            first.set(key, at);
        }
        return earlier ? [problem(at, name, `a name other than that of ${pathText(earlier)}`)] : [];
    });
}
