import { text, type Problem } from "./validate";

/**
 * Names as the services accept them. Anchored at both ends; none of them can hold a wildcard, a
 * slash or a space, so a value that passed one can be put into a subject or an id.
 *
 * source: resource naming rules of Azure Resource Manager and account, repository and team naming
 * rules of GitHub, as documented by the vendors
 * date: 2026-11-21
 */
const shapes = {
    guid: {
        shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
        allowed: "a GUID, for example 11111111-2222-3333-4444-555555555555",
    },
    location: {
        shape: /^[a-z][a-z0-9]{2,49}$/,
        allowed: "an Azure region in its short form, for example uksouth",
    },
    vault: {
        shape: /^(?=.{3,24}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
        allowed:
            "3 to 24 letters, digits and single hyphens, starting with a letter and ending with a letter or digit",
    },
    owner: {
        shape: /^(?=.{1,39}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
        allowed: "a GitHub account: 1 to 39 letters, digits and single hyphens",
    },
    login: {
        // Accounts managed by an enterprise end with an underscore and its short code.
        shape: /^(?=.{1,39}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*(_[A-Za-z0-9]+)?$/,
        allowed: "a GitHub login: 1 to 39 letters, digits and single hyphens",
    },
    repository: {
        shape: /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
        allowed:
            "a repository name without owner: 1 to 100 letters, digits, dots, hyphens, underscores",
    },
    team: {
        shape: /^(?=.{1,100}$)[a-z0-9]+([-_][a-z0-9]+)*$/,
        allowed: "a team slug: lower case letters, digits and single hyphens",
    },
    environment: {
        // GitHub's own set of forbidden characters, plus the wildcards of trust policies. An escaped
        // colon would give two environments the same subject.
        // eslint-disable-next-line no-control-regex
        shape: /^(?=.{1,255}$)(?! )(?!.*%3[Aa])[^\u0000-\u001f'"`,;\\*?]+(?<! )$/,
        allowed:
            "1 to 255 characters without quotes, commas, semicolons, backslashes, wildcards, escaped colons or spaces at the ends",
    },
    identity: {
        // Azure takes 128; the last four are for the number of a further identity, as is its form.
        shape: /^(?!.*_\d+$)[A-Za-z0-9][A-Za-z0-9_-]{2,123}$/,
        allowed:
            "3 to 124 letters, digits, hyphens and underscores, starting with a letter or digit, not ending with an underscore and a number",
    },
    email: {
        // The separators of lists of addresses are among what is refused.
        shape: /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/,
        allowed: "a mail address, for example security@acme.example",
    },
    subnetId: {
        shape: /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]{1,90}\/providers\/Microsoft\.Network\/virtualNetworks\/[\w.-]{1,64}\/subnets\/[\w.-]{1,80}$/i,
        allowed: "the id of a subnet",
    },
    devOpsOrganization: {
        shape: /^(?=.{1,50}$)[A-Za-z0-9]+(-+[A-Za-z0-9]+)*$/,
        allowed: "an Azure DevOps organisation: 1 to 50 letters, digits and hyphens between them",
    },
    devOpsProject: {
        // eslint-disable-next-line no-control-regex
        shape: /^(?=.{1,64}$)(?![_. ])[^\u0000-\u001f\\/:*?"'<>;#$*{},+=[\]|]+(?<![. ])$/,
        allowed:
            "the name of an Azure DevOps project: 1 to 64 characters without \\ / : * ? and the like",
    },
    devOpsRepository: {
        shape: /^(?=.{1,64}$)[A-Za-z0-9][\w .-]*(?<![. ])$/,
        allowed:
            "1 to 64 letters, digits, dots, hyphens, underscores and spaces, starting with a letter or digit and not ending with a dot or space",
    },
    devOpsDescriptor: {
        shape: /^(vssgp|aadgp)\.[\w-]+$/,
        allowed: "the descriptor of a group, which begins with vssgp. or aadgp.",
    },
    devOpsGroup: {
        // eslint-disable-next-line no-control-regex
        shape: /^(?=.{1,256}$)(?![_. ])[^\u0000-\u001f\\/:*?"<>;|,+=[\]]+(?<![. ])$/,
        allowed: "the name of a group: 1 to 256 characters without \\ / : * ? and the like",
    },
    devOpsFeed: {
        shape: /^(?![_.])[^\s@~;{}'+=,<>|/\\?:&$*"#[\]]{1,64}(?<!\.)$/,
        allowed:
            "the name of a feed: 1 to 64 characters without blanks, @ / : ? and the like, not beginning with _ or . nor ending with .",
    },
    resourceGroup: {
        shape: /^[\w.()-]{0,89}[\w()-]$/,
        allowed:
            "1 to 90 letters, digits, underscores, hyphens, dots and parentheses, not ending with a dot",
    },
    key: {
        shape: /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
        allowed: "1 to 64 letters, digits and hyphens, starting with a letter or digit",
    },
    vaultItem: {
        shape: /^[A-Za-z0-9-]{1,127}$/,
        allowed: "1 to 127 letters, digits and hyphens",
    },
    storageAccount: {
        shape: /^[a-z0-9]{3,24}$/,
        allowed: "3 to 24 small letters and digits",
    },
    blobContainer: {
        shape: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
        allowed: "3 to 63 small letters, digits and single hyphens",
    },
    stack: {
        shape: /^(organization\/[\w.-]{1,100}\/)?[\w.-]{1,100}$/,
        allowed: 'a stack as "prod" or "organization/project/prod"',
    },
};

/** What can be checked by its shape alone. */
export type Shape = keyof typeof shapes;

/** No problem when `value` has the given shape. */
export function shaped(path: string, value: unknown, name: Shape): Problem[] {
    return text(path, value, shapes[name].shape, shapes[name].allowed);
}
