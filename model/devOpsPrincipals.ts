import { planned } from "./environmentIndex";
import {
    is,
    read,
    readFlag,
    readList,
    readText,
    readTexts,
    withDefault,
    type Known,
} from "./known";
import type { Resource, Stack } from "./resource";
import { approvalType } from "./views/devOpsCheck";

const groupType = "azuredevops:index:Group";
const permissionsType = "azuredevops:index:GitPermissions";
const reviewersType = "azuredevops:index:BranchPolicyAutoReviewers";

/** Rights to complete a pull request, or to push, past the policies of a branch. */
const bypasses = ["PolicyExempt", "PullRequestBypassPolicy"] as const;

/** A person or group, known by the resource that makes it or by an id. */
export interface Principal {
    /** The group's URN where the stack has it, else the id. */
    readonly key: string;
    /** Names of the group, where they are known. */
    readonly names: readonly string[];
    /** For people to read. */
    readonly shown: string;
}

/** Who approves, reviews and goes round policies in a stack's Azure DevOps. */
export class Principals {
    constructor(
        private readonly stack: Stack,
        private readonly inputsOf: (urn: string) => Resource | undefined,
    ) {}

    /** Approvals that one approver gives alone; undefined where it cannot be told who or how many. */
    soleApprovals(): { readonly check: Resource; readonly approver: Principal | undefined }[] {
        return this.ofType(approvalType).flatMap((check) => {
            const list = readList(check.props, "approvers");
            const several = list.state === "known" && list.value.length !== 1;
            return several ? [] : [{ check, approver: this.only(check, "approvers", "approvers") }];
        });
    }

    /** The rights with which somebody goes round the policies of a branch. */
    bypassing({ key }: Principal): string[] {
        const granted = this.ofType(permissionsType)
            .filter(
                (one) => this.one(one, "principal", readText(one.props, "principal"))?.key === key,
            )
            .flatMap(({ props }) =>
                bypasses.filter((name) => is(readText(props, ["permissions", name]), "Allow")),
            );
        return [...new Set(granted)];
    }

    /** Whether somebody is the only reviewer that a branch requires. */
    reviewsAlone({ key }: Principal): boolean {
        return this.ofType(reviewersType)
            .filter(({ props }) =>
                ["enabled", "blocking"].every((flag) =>
                    is(withDefault(readFlag(props, flag), true), true),
                ),
            )
            .some((one) => this.only(one, "settings", "settings.autoReviewerIds")?.key === key);
    }

    private ofType(type: string): Resource[] {
        return this.stack.ofType(type).map((one) => planned(one, this.inputsOf(one.urn)));
    }

    /** The single element of a list. */
    private only(resource: Resource, property: string, path: string): Principal | undefined {
        const list = readTexts(resource.props, path);
        const [first, ...others] = list.state === "known" ? list.value : [];
        return first === undefined || others.length > 0
            ? undefined
            : this.one(resource, property, first);
    }

    /** By what the property comes from, else by the id. */
    private one(resource: Resource, property: string, id: Known<string>): Principal | undefined {
        const sources = this.stack.sourcesOf(resource, property, groupType);
        const group =
            sources.length === 1
                ? sources[0]
                : this.stack
                      .ofType(groupType)
                      .find((one) => id.state === "known" && hasId(one, id.value));
        if (group !== undefined) return this.ofGroup(group);
        return id.state === "known"
            ? { key: id.value.toLowerCase(), names: [], shown: id.value }
            : undefined;
    }

    private ofGroup(group: Resource): Principal {
        const { props } = planned(group, this.inputsOf(group.urn));
        const names = ["displayName", "principalName"].flatMap((property) => {
            const name = readText(props, property);
            // "[Shop]\\Contributors" is the group Contributors of the project Shop.
            return name.state === "known" ? [name.value.replace(/^\[[^\]]*\]\\/, "")] : [];
        });
        return { key: group.urn, names, shown: names[0] ?? group.name };
    }
}

function hasId({ props }: Resource, id: string): boolean {
    return ["id", "descriptor", "originId", "groupId"].some((property) => {
        const own = read(props, property);
        return own.state === "known" && own.value === id;
    });
}
