import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    text,
    whole,
    type Problem,
} from "../shared/validate";
import type {
    AzureDevOpsProjectArgs,
    DevOpsAuditHook,
    DevOpsProjectGroup,
} from "./azureDevOpsProjectArgs";
import { fileSizes, projectFeatures, reservedGroupNames } from "./projectFacts";

/** Everything unacceptable in the arguments of `AzureDevOpsProject`, but for outputs. */
export function projectProblems(args: AzureDevOpsProjectArgs): Problem[] {
    const { audit, features = [], maxFileSize = 10 } = args;
    return [
        ...shaped("project", args.project, "devOpsProject"),
        ...text("process", args.process ?? "Agile", /\S/, "the name of a process"),
        ...features.flatMap((feature, i) => oneOf(`features[${i}]`, feature, projectFeatures)),
        ...distinct(features, (i) => `features[${i}]`, "a feature"),
        ...groupsProblems("groups", args.groups),
        ...authorProblems("authorEmails", args.authorEmails, args.allowAnyAuthor === true),
        ...(fileSizes.includes(maxFileSize)
            ? []
            : [problem("maxFileSize", maxFileSize, `one of ${fileSizes.join(", ")}`)]),
        ...whole("maxPathLength", args.maxPathLength ?? 1, 1, 10_000),
        ...(args.blockedPaths ?? []).flatMap((path, i) =>
            text(`blockedPaths[${i}]`, path, /^\S+$/, "a path or pattern without blanks"),
        ),
        ...(audit === undefined ? [] : auditProblems("audit", audit)),
    ];
}

function groupsProblems(path: string, groups: DevOpsProjectGroup[]): Problem[] {
    const names = groups.map(({ name }) => name);
    return [
        ...groups.flatMap((group, i) => groupProblems(`${path}[${i}]`, group)),
        ...distinct(names, (i) => `${path}[${i}].name`, "a group", ignoringCase),
    ];
}

function groupProblems(path: string, group: DevOpsProjectGroup): Problem[] {
    const { entraGroups = [], members = [] } = group;
    const reserved = reservedGroupNames.some(
        (name) => ignoringCase(name) === ignoringCase(group.name),
    );
    return [
        ...shaped(`${path}.name`, group.name, "devOpsGroup"),
        ...(reserved ? [problem(`${path}.name`, group.name, "no name of a built-in group")] : []),
        ...oneOf(`${path}.access`, group.access, ["read", "write", "operate"]),
        ...entraGroups.flatMap((id, i) => shaped(`${path}.entraGroups[${i}]`, id, "guid")),
        ...distinct(entraGroups, (i) => `${path}.entraGroups[${i}]`, "a group", ignoringCase),
        ...members.flatMap((name, i) => shaped(`${path}.members[${i}]`, name, "email")),
        ...distinct(members, (i) => `${path}.members[${i}]`, "a person", ignoringCase),
    ];
}

/** A pattern must name a domain, and not all of them may only refuse: that would let in the rest. */
function authorProblems(path: string, patterns: string[], anyAuthor: boolean): Problem[] {
    const shape = /^!?[\w.*+-]+@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/;
    const allowed = 'an address, or a pattern for one domain, for example "*@acme.example"';
    const accepting = patterns.some((pattern) => !pattern.startsWith("!"));
    return [
        ...patterns.flatMap((pattern, i) => text(`${path}[${i}]`, pattern, shape, allowed)),
        ...distinct(patterns, (i) => `${path}[${i}]`, "a pattern"),
        ...(accepting || (anyAuthor && patterns.length === 0)
            ? []
            : [problem(path, patterns, "at least one address, unless allowAnyAuthor is true")]),
    ];
}

function auditProblems(path: string, { username }: DevOpsAuditHook): Problem[] {
    const allowed = "a user name without blanks and colons";
    return text(`${path}.username`, username, /^[^\s:]+$/, allowed);
}

/** No problem for an address that is reached over TLS, with no password in it. */
export function sinkProblems(path: string, url: string): Problem[] {
    return text(path, url, /^https:\/\/[^\s/@]+(\/\S*)?$/, "an https address without a password");
}
