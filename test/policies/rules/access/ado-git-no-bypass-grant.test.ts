import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { adoGitNoBypassGrant } from "../../../../policies/rules/access/ado-git-no-bypass-grant";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";
import { contributors } from "../../../support/devOpsPlaceCases";

function permissions(given: PropertyTree, more: PropertyTree = {}): Judged {
    return {
        type: devOpsToken("GitPermissions"),
        props: { projectId: "p", principal: contributors, permissions: given, ...more },
    };
}

/** Permissions by the id of a namespace. */
function raw(namespaceId: PropertyValue, given: PropertyTree): Judged {
    return {
        type: devOpsToken("SecurityPermissions"),
        props: { namespaceId, token: "repoV2/p", principal: contributors, permissions: given },
    };
}

const git = "2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87";
const at = (name: string) => [`permissions.${name}`];
const lifting = [
    "Administer",
    "EditPolicies",
    "ForcePush",
    "ManagePermissions",
    "PolicyExempt",
    "PullRequestBypassPolicy",
];

describeRule(adoGitNoBypassGrant, {
    denied: [
        {
            name: "a push past the policies",
            ...permissions({ PolicyExempt: "Allow", GenericRead: "Allow" }),
            findings: at("PolicyExempt"),
        },
        ...lifting.map((name) => ({
            name: `${name}, in any letters`,
            ...permissions({ [name]: "allow" }),
            findings: at(name),
        })),
        {
            name: "force push on a branch that deploys",
            ...permissions({ ForcePush: "Allow" }, { branchName: "refs/heads/main" }),
            findings: at("ForcePush"),
        },
        {
            name: "force push on branches of releases",
            ...permissions({ ForcePush: "Allow" }, { branchName: "release" }),
            findings: at("ForcePush"),
        },
        {
            name: "force push on a branch that is not known yet",
            ...permissions({ ForcePush: "Allow" }, { branchName: UNKNOWN }),
            findings: at("ForcePush"),
        },
        {
            name: "a grant to somebody who is not known yet",
            ...permissions({ EditPolicies: "Allow" }, { principal: UNKNOWN }),
            findings: at("EditPolicies"),
        },
        {
            name: "a grant by the namespace's id",
            ...raw(git.toUpperCase(), { PolicyExempt: "Allow" }),
            findings: at("PolicyExempt"),
        },
        {
            name: "a grant beside one that is not known yet",
            ...permissions({ PolicyExempt: "Allow", ForcePush: UNKNOWN }),
            findings: at("PolicyExempt"),
        },
    ],
    allowed: [
        {
            name: "refusals, and what people need",
            ...permissions({
                ...Object.fromEntries(lifting.map((name) => [name, "Deny"])),
                GenericContribute: "Allow",
                PullRequestContribute: "Allow",
                CreateBranch: "NotSet",
            }),
        },
        {
            name: "force push on branches of one's own",
            ...permissions({ ForcePush: "Allow" }, { branchName: "users/ada" }),
        },
        {
            name: "a principal that the settings accept",
            ...permissions({ PolicyExempt: "Allow" }),
            config: { principals: [contributors] },
        },
        {
            name: "a permission of the same name elsewhere",
            ...raw("b7e84409-6553-448a-bbb2-af228e07cbeb", { Administer: "Allow" }),
        },
        {
            name: "a namespace that is none of ours",
            ...raw("00000000-0000-0000-0000-000000000000", { Administer: "Allow" }),
        },
    ],
    undecidable: [
        {
            name: "a permission that is not known yet",
            ...permissions({ PolicyExempt: UNKNOWN }),
        },
        {
            name: "somebody who may turn out to be accepted",
            ...permissions({ PolicyExempt: "Allow" }, { principal: UNKNOWN }),
            config: { principals: [contributors] },
        },
        {
            name: "a namespace that is not known yet",
            ...raw(UNKNOWN, { PolicyExempt: "Allow" }),
        },
        {
            name: "permissions that are not known yet",
            type: devOpsToken("GitPermissions"),
            props: { principal: contributors, permissions: UNKNOWN },
        },
    ],
    tokens: ["azuredevops:index:GitPermissions"],
});
