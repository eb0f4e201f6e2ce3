import { repositoriesOf, type Loose, type Placed } from "./draft";
import { problem, type Path, type Problem } from "./problems";
import type { BranchForm, EstateForm, RepositoryForm } from "./schema";
import { shapes } from "./shapes";

/** The branch that is always guarded in full. */
const main = { pattern: "main", tier: "production" } as const;

/** Folders in which people create branches on Azure DevOps where no branch of tier "feature" is given. */
const openFolders = ["feature/*", "users/*"].map((pattern) => ({
    pattern,
    tier: "feature" as const,
}));

/** Branches as the repository's host takes them, each given once. */
export function branchProblems(form: Loose<EstateForm>): Problem[] {
    return repositoriesOf(form).flatMap((repository) =>
        repository.value.host === "azureDevOps"
            ? onDevOps(repository)
            : repository.value.host === "github"
              ? onGitHub(repository)
              : [],
    );
}

interface Given extends Loose<BranchForm> {
    at: Path;
}

function givenBy({ at, value }: Placed<RepositoryForm>): Given[] {
    return (value.branches ?? []).flatMap((branch, i) =>
        branch === undefined ? [] : [{ ...branch, at: [...at, "branches", i, "pattern"] }],
    );
}

function onGitHub(repository: Placed<RepositoryForm>): Problem[] {
    const given = givenBy(repository);
    return given.flatMap(({ at, pattern }, i) => {
        if (pattern === undefined) {
            return [];
        }
        const { pattern: shape, allowed } = shapes.gitHubBranch;
        const repeated = given.slice(0, i).some((other) => other.pattern === pattern);
        return shape.test(pattern)
            ? repeated
                ? [problem(at, pattern, "a branch not given before")]
                : []
            : [problem(at, pattern, allowed)];
    });
}

/** A branch of two tiers would have the policies of both. */
function onDevOps(repository: Placed<RepositoryForm>): Problem[] {
    const given = givenBy(repository);
    const open = given.some(({ tier }) => tier === "feature") ? [] : openFolders;
    return given.flatMap((branch, i) => {
        const { at, pattern } = branch;
        if (pattern === undefined) {
            return [];
        }
        const { pattern: shape, allowed } = shapes.devOpsBranch;
        if (!shape.test(pattern)) {
            return [problem(at, pattern, `${allowed}, on Azure DevOps`)];
        }
        const other = [main, ...open, ...given.slice(0, i)].find((one) => clash(one, branch));
        return other === undefined
            ? []
            : [problem(at, pattern, `no branch that ${other.pattern ?? "another"} covers, or is`)];
    });
}

function clash(one: Loose<BranchForm>, other: Loose<BranchForm>): boolean {
    const [a, b] = [one.pattern, other.pattern];
    if (a === undefined || b === undefined) {
        return false;
    }
    return a === b || (one.tier !== other.tier && (covers(a, b) || covers(b, a)));
}

function covers(outer: string, inner: string): boolean {
    const folder = /^(.*\/)\*{1,2}$/.exec(outer)?.[1];
    return folder === undefined ? outer === inner : inner.startsWith(folder);
}
