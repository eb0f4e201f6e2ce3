import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoAuthorPattern } from "../../../../policies/rules/estate/ado-author-pattern";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import { devOps } from "../../../support/devOpsPlaceCases";

const project = (name: string) => devOps(name, "Project", { name });
const repository = (name: string, of: string) =>
    devOps(name, "Git", { projectId: UNKNOWN, name }, { projectId: [of] });

/** A policy of project "one", or of the repositories named. */
function authors(
    more: PropertyTree = {},
    { repositories, of = "one" }: { repositories?: readonly string[]; of?: string } = {},
): StackResource {
    const ids: PropertyTree = repositories
        ? { repositoryIds: repositories.map(() => UNKNOWN) }
        : {};
    const props: PropertyTree = {
        projectId: UNKNOWN,
        authorEmailPatterns: ["*@acme.example"],
        ...ids,
        ...more,
    };
    return devOps("authors", "RepositoryPolicyAuthorEmailPattern", props, {
        projectId: [of],
        ...(repositories && { repositoryIds: repositories }),
    });
}

const found = ["(resource)"];
const shop = project("shop");
const one = repository("one", "shop");

describeStackRule(adoAuthorPattern, {
    denied: [
        { name: "a project without a policy", resources: [project("one")], findings: found },
        {
            name: "a repository that neither its project nor itself says anything of",
            resources: [shop, one],
            findings: found,
        },
        {
            name: "a policy that is switched off",
            resources: [project("one"), authors({ enabled: false })],
            findings: found,
        },
        {
            name: "a policy that only advises",
            resources: [project("one"), authors({ blocking: false })],
            findings: found,
        },
        {
            name: "a policy that anybody meets",
            resources: [project("one"), authors({ authorEmailPatterns: ["*@acme.example", "*"] })],
            findings: found,
        },
        {
            name: "a policy without a pattern",
            resources: [project("one"), authors({ authorEmailPatterns: [] })],
            findings: found,
        },
        {
            name: "a policy of another project",
            resources: [project("one"), shop, authors({}, { of: "shop" })],
            findings: found,
        },
        {
            name: "a policy of another repository",
            resources: [
                shop,
                one,
                repository("two", "shop"),
                authors({}, { repositories: ["two"], of: "shop" }),
            ],
            findings: found,
        },
    ],
    allowed: [
        { name: "a policy of the project", resources: [project("one"), authors()] },
        {
            name: "a policy of the repository's project",
            resources: [shop, one, authors({ repositoryIds: [] }, { of: "shop" })],
        },
        {
            name: "a policy of each repository",
            resources: [
                shop,
                one,
                repository("two", "shop"),
                authors({}, { repositories: ["one", "two"], of: "shop" }),
            ],
        },
        {
            name: "policies in a project that another stack made",
            resources: [
                devOps("one", "Git", { projectId: "p", name: "one" }),
                devOps("authors", "RepositoryPolicyAuthorEmailPattern", {
                    projectId: "P",
                    authorEmailPatterns: ["*@acme.example"],
                }),
            ],
        },
        {
            name: "a policy that names the repository by its id",
            resources: [
                devOps("one", "Git", { projectId: "p", id: "r" }),
                devOps("authors", "RepositoryPolicyAuthorEmailPattern", {
                    projectId: "p",
                    repositoryIds: ["q", "R"],
                    authorEmailPatterns: ["*@acme.example"],
                }),
            ],
        },
    ],
    undecidable: [
        {
            name: "patterns that are not known yet",
            resources: [project("one"), authors({ authorEmailPatterns: UNKNOWN })],
            production: false,
        },
        {
            name: "a policy of repositories that are not known yet",
            resources: [
                devOps("one", "Git", { projectId: "p" }),
                devOps("authors", "RepositoryPolicyAuthorEmailPattern", {
                    projectId: "p",
                    repositoryIds: UNKNOWN,
                    authorEmailPatterns: ["*@acme.example"],
                }),
            ],
            production: false,
        },
    ],
    tokens: ["azuredevops:index:Project"],
});
