// Pages of the tables under components/governance: who may do what, and what the answer about
// developers' devices changes. The tables are what the components work from, so a page cannot lag.
import { devicesSettings } from "../components/governance/developerDevices";
import { duties, separateDuties } from "../components/governance/roleDuties";
import { separated } from "../components/governance/separation";
import {
    roleNames,
    roleTable,
    type RoleLine,
    type RoleName,
    type RoleRow,
} from "../components/governance/roleTable";
import {
    signaturePipeline,
    signaturesPath,
    signatureWorkflow,
} from "../components/governance/signatureCheck";

const platforms: Record<RoleLine["platform"], string> = {
    github: "GitHub",
    azureDevOps: "Azure DevOps",
    cloud: "Azure and AWS",
};

const written = "_Written by `npm run docs`._";

function row(...cells: string[]): string {
    return `| ${cells.join(" | ")} |`;
}

function table(head: string[], rows: string[][]): string[] {
    return [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells)), ""];
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

function linesOf({ lines, grants, devOpsAccess }: RoleRow): string[][] {
    const access = (platform: string): string =>
        platform === "azureDevOps" && devOpsAccess ? ` (access \`${devOpsAccess}\`)` : "";
    return [
        ...lines.map(({ platform, may, reason }) => [
            platforms[platform],
            `${capital(may)}${access(platform)}`,
            reason,
        ]),
        ...grants.map(({ tiers, azure, aws, onlyTrusted, reason }) => [
            platforms.cloud,
            `${azure} (${aws} in AWS) where ${tiers.join(", ")} is served${onlyTrusted ? ", with trusted developer devices only" : ""}`,
            reason,
        ]),
    ];
}

function section(name: RoleName): string[] {
    const role: RoleRow = roleTable[name];
    const apart = roleNames.filter((other) => separated(name, other) !== undefined);
    return [
        `## ${role.title} (\`${name}\`)`,
        "",
        `Duties: ${role.duties.join(", ")}. Never the same person, team or group as: ${apart.join(", ")}.`,
        "",
        ...table(["where", "may", "because"], linesOf(role)),
    ];
}

/** docs/roles.md */
export function rolesPage(): string {
    return [
        "# Roles",
        "",
        "What `Roles` gives to whom, and why ([its page](components/Roles.md) has the arguments). No role writes to a",
        "cloud, break-glass excepted: pipelines do. In a project on Azure DevOps the same holders are the groups that",
        "`AzureDevOpsProject` makes from `roleProjectGroups`; what teams and groups may do in a repository is for the guards.",
        "",
        written,
        "",
        "## Duties",
        "",
        ...table(
            ["duty", "means"],
            Object.entries(duties).map(([duty, means]) => [`\`${duty}\``, capital(means)]),
        ),
        "Two duties that nobody has both of, neither a role nor a person, a team or a group:",
        "",
        ...table(
            ["duties", "because"],
            separateDuties.map(({ one, other, reason }) => [`\`${one}\` and \`${other}\``, reason]),
        ),
        ...roleNames.flatMap(section),
    ]
        .join("\n")
        .trimEnd()
        .concat("\n");
}

/** docs/developer-devices.md */
export function devicesPage(): string {
    return [
        "# Do you trust the devices code is written on?",
        "",
        "The NCSC asks this before anything else about a pipeline (“Secure the build and deployment pipeline”,",
        "preliminary question): where the devices are trusted, the pipeline keeps the code what it was; where they are not,",
        "it is the pipeline that has to give confidence in the code, because it is the gate to production. One setting",
        "answers: `developerDevices: trusted` or `untrusted`.",
        "",
        "Trusted means more than owned: managed, patched, encrypted, with an account that nobody else has and without",
        "administrator rights for daily work. Devices that are private, of contractors, or simply not known are untrusted.",
        "",
        written,
        "",
        "## What each answer changes",
        "",
        ...table(
            ["setting", "trusted", "untrusted", "because"],
            devicesSettings.map(({ setting, trusted, untrusted, reason }) => [
                setting,
                trusted,
                untrusted,
                reason,
            ]),
        ),
        "Where it is set:",
        "",
        ...table(
            ["setting", "GitHub", "Azure DevOps"],
            devicesSettings.map(({ setting, github, azureDevOps }) => [
                setting,
                github,
                azureDevOps,
            ]),
        ),
        "A repository that says less than its estate (`reviews: 1`, `allowStaleReviews: true`) is refused under `untrusted`,",
        "before anything is created.",
        "",
        "## Signatures against registered keys",
        "",
        `Keys are registered in \`${signaturesPath.github}\` on GitHub and \`${signaturesPath.azureDevOps}\` on Azure DevOps, in OpenSSH's`,
        "format of allowed signers, one committer's mail address a line; the paths belong to the guarding team:",
        "",
        "```",
        'ada@acme.example namespaces="git",valid-before="20271001" sk-ssh-ed25519@openssh.com AAAA…',
        "```",
        "",
        "`sk-` keys live in hardware and want a touch for each signature: malware on the device cannot sign alone. Committers",
        "set `git config gpg.format ssh`, `user.signingkey` and `commit.gpgsign true`.",
        "",
        "A commit of a change passes when its key is registered in the _target_ branch, for the committer it names. A change",
        "cannot register the key it is signed with; OpenPGP and X.509 signatures do not pass, nor do commits that a host makes",
        "in the browser, so branches are updated by rebasing them where the key is. What is merged by squashing gets the",
        "host's signature: the check has looked at what went in, which is why it is a required check.",
        "",
        "Not covered: a device that is taken over while its owner is there and touches the key; what was merged before.",
        "",
        "GitHub, as a workflow that an organisation's ruleset requires from the platform's repository, or under `.github/`:",
        "",
        "```yaml",
        signatureWorkflow().trimEnd(),
        "```",
        "",
        "Azure DevOps, as build validation of protected branches:",
        "",
        "```yaml",
        signaturePipeline().trimEnd(),
        "```",
        "",
    ].join("\n");
}
