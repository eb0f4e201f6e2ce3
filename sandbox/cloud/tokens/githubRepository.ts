import { accountId } from "../github/account";
import { hasImmutableSubject } from "../hosts/immutableSubject";
import type { CloudView } from "../index";
import { num, str } from "../values";

/** What GitHub's token service knows of a repository. Names are spelled as they were registered. */
export interface GitHubRepository {
    readonly owner: string;
    readonly ownerId: number;
    readonly name: string;
    readonly id: number;
    readonly visibility: "public" | "private" | "internal";
    /**
     * "name": `repo:acme/web`; "id": `repo:acme@1/web@2`, the form of every repository created,
     * renamed or transferred since 2026-07-15.
     * source: GitHub's documentation of OpenID Connect; date: 2026-11-21
     */
    readonly subjectFormat: "name" | "id";
    /** Claims the subject is made of, where the repository has a template of its own. */
    readonly template?: readonly string[];
    /** The enterprise it belongs to, and whether that has an issuer of its own. */
    readonly enterprise?: { readonly slug: string; readonly ownIssuer: boolean };
    /** Host of an enterprise with data residency, as `acme.ghe.com`. */
    readonly dataResidencyHost?: string;
    /** A private repository may hand tokens to jobs of pull requests from forks. */
    readonly tokensForForks?: boolean;
}

const repositoryType = "github:index/repository:Repository";
const ownTemplate =
    "github:index/actionsRepositoryOidcSubjectClaimCustomizationTemplate:ActionsRepositoryOidcSubjectClaimCustomizationTemplate";
const organizationTemplate =
    "github:index/actionsOrganizationOidcSubjectClaimCustomizationTemplate:ActionsOrganizationOidcSubjectClaimCustomizationTemplate";

/**
 * A repository standing in the emulated cloud, named in any case. It is as new as the emulated
 * cloud, so its subjects carry ids unless somebody switched that off. Its template is the one it has opted in to. Throws when it
 * does not stand.
 */
export function standingRepository(
    cloud: CloudView,
    owner: string,
    name: string,
): GitHubRepository {
    const wanted = `${owner}/${name}`;
    const found = cloud
        .list(repositoryType)
        .find(({ outputs }) => str(outputs, "fullName").toLowerCase() === wanted.toLowerCase());
    if (found === undefined) {
        throw new Error(`The emulated GitHub has no repository ${wanted}`);
    }
    const [login = "", repository = ""] = str(found.outputs, "fullName").split("/");
    const visibility = str(found.outputs, "visibility");
    const template = templateOf(cloud, login, repository);
    return {
        owner: login,
        ownerId: accountId(login),
        name: repository,
        id: num(found.outputs, "repoId") ?? 0,
        visibility: visibility === "public" || visibility === "internal" ? visibility : "private",
        subjectFormat: hasImmutableSubject(cloud, login, repository) ? "id" : "name",
        ...(template === undefined ? {} : { template }),
    };
}

/** The organisation's template counts only where a repository opted in without keys of its own. */
function templateOf(cloud: CloudView, owner: string, name: string): string[] | undefined {
    const own = cloud.find(ownTemplate, name, owner);
    if (own?.inputs.useDefault !== false) {
        return undefined;
    }
    const shared = cloud.find(organizationTemplate, owner, owner);
    const keys = own.inputs.includeClaimKeys ?? shared?.inputs.includeClaimKeys;
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : undefined;
}

/** The same repository under another name or owner: its id stays, its subjects carry ids now. */
export function renamed(
    repository: GitHubRepository,
    to: Partial<Pick<GitHubRepository, "owner" | "ownerId" | "name">>,
): GitHubRepository {
    return { ...repository, ...to, subjectFormat: "id" };
}

/** Another repository under the same name, after the first was deleted or renamed. */
export function recreated(repository: GitHubRepository, id: number): GitHubRepository {
    return { ...repository, id, subjectFormat: "id" };
}
