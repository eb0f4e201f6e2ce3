import { describe } from "mocha";

import { refuses, sample, type FormCase, type Raw } from "./sample";

const azure = sample().azure as Raw;

const cases: FormCase[] = [
    ["nothing at all", undefined, "gatehouse:estate", "nothing", /object/],
    ["a list instead of an estate", [], "gatehouse:estate", "a list of 0", /object/],
    ["text instead of an estate", "acme", "gatehouse:estate", '"acme"', /object/],
    ["no organization", sample({ organization: undefined }), "organization", "nothing", /GitHub/],
    [
        "an organization with spaces",
        sample({ organization: "Acme Ltd" }),
        "organization",
        '"Acme Ltd"',
        /hyphens/,
    ],
    ["a number as organization", sample({ organization: 7 }), "organization", "7", /GitHub/],
    [
        "an organization ending with a hyphen",
        sample({ organization: "acme-" }),
        "organization",
        '"acme-"',
        /hyphens/,
    ],
    [
        "a tenant id that is no GUID",
        sample({ azure: { ...azure, tenantId: "acme" } }),
        "azure.tenantId",
        '"acme"',
        /GUID/,
    ],
    [
        "an encrypted subscription id",
        sample({ azure: { ...azure, subscriptionId: { secure: "AAAB" } } }),
        "azure.subscriptionId",
        "an encrypted value; nothing in an estate is secret",
        /GUID/,
    ],
    [
        "no location",
        sample({ azure: { ...azure, location: undefined } }),
        "azure.location",
        "nothing",
        /uksouth/,
    ],
    [
        "a team with upper case",
        sample({ teams: { platform: ["ada"], Web: [], web: ["linus"], release: ["b"] } }),
        "teams.Web",
        '"Web"',
        /lower case/,
    ],
    [
        "a team that is no list",
        sample({ teams: { platform: "ada", web: [], release: ["b"] } }),
        "teams.platform",
        '"ada"',
        /list/,
    ],
    [
        "a login with @",
        sample({ teams: { platform: ["@ada"], web: [], release: ["b"] } }),
        "teams.platform[0]",
        '"@ada"',
        /login/,
    ],
    [
        "a bot as member",
        sample({ teams: { platform: ["renovate[bot]"], web: [], release: ["b"] } }),
        "teams.platform[0]",
        '"renovate[bot]"',
        /login/,
    ],
    [
        "a vault name that starts with a digit",
        sample({ vault: { name: "1kv" } }),
        "vault.name",
        '"1kv"',
        /letter/,
    ],
    [
        "a vault name of 25 characters",
        sample({ vault: { name: "v".repeat(25) } }),
        "vault.name",
        `"${"v".repeat(25)}"`,
        /3 to 24/,
    ],
    [
        "a vault name of 2 characters",
        sample({ vault: { name: "kv" } }),
        "vault.name",
        '"kv"',
        /3 to 24/,
    ],
    [
        "a vault name with an underscore",
        sample({ vault: { name: "kv_acme" } }),
        "vault.name",
        '"kv_acme"',
        /hyphens/,
    ],
    [
        "a vault name with two hyphens in a row",
        sample({ vault: { name: "kv--acme" } }),
        "vault.name",
        '"kv--acme"',
        /single/,
    ],
    [
        "text for a switch",
        sample({ vault: { name: "kv-a", allowPurge: "yes" } }),
        "vault.allowPurge",
        '"yes"',
        /true or false/,
    ],
];

describe("estate: form of the estate itself", () => refuses(cases));
