import { nodeId } from "../identifiers";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, matching, object, oneOf, required, text } from "../shape";
import { str, type Values } from "../values";
import { planHas, planRefusal } from "./plan";
import { restType } from "./rest";

export const ipAllowListEntry = restType({
    token: "github:index/enterpriseIpAllowListEntry:EnterpriseIpAllowListEntry",
    inputs: {
        enterpriseSlug: required(fixed(text)),
        ip: required(
            fixed(matching(/^[0-9a-f.:]+(\/\d{1,3})?$/i, "an address or a range of addresses")),
        ),
        isActive: flag,
        name: text,
    },
    creates: true,
    defaults: { isActive: true },
    id: (inputs, _scope, { once, store }) =>
        once("entryId", () =>
            nodeId(
                "IALE",
                str(inputs, "enterpriseSlug"),
                String(store.next("github address", 1, 1)),
            ),
        ),
    outputs: ({ once, each }) => {
        const now = () => new Date().toISOString();
        return { createdAt: once("createdAt", now), updatedAt: each(now) };
    },
    beforeCreate: (write) => requireEnterprise(write, "POST /graphql"),
});

/** What belongs to an enterprise is there only in its plan. */
function requireEnterprise({ scope }: Pick<Write, "scope">, request: string): void {
    if (!planHas(scope, "enterprise", "private")) {
        throw planRefusal("enterprise", "private", 403, request);
    }
}

const slug = (inputs: Values) => str(inputs, "enterpriseSlug");

export const enterprisePermissions = restType({
    token: "github:index/enterpriseActionsPermissions:EnterpriseActionsPermissions",
    inputs: {
        allowedActions: oneOf("all", "local_only", "selected"),
        allowedActionsConfig: object({
            githubOwnedAllowed: required(flag),
            patternsAlloweds: list(text),
            verifiedAllowed: flag,
        }),
        enabledOrganizations: required(oneOf("all", "none", "selected")),
        enabledOrganizationsConfig: object({ organizationIds: required(list(integer())) }),
        enterpriseSlug: required(fixed(text)),
    },
    check: (inputs) =>
        inputs.enabledOrganizations === "selected" &&
        inputs.enabledOrganizationsConfig === undefined
            ? [
                  {
                      property: "enabledOrganizationsConfig",
                      reason: 'missing, enabledOrganizations "selected" needs it',
                  },
              ]
            : [],
    id: slug,
    beforeCreate: (write) =>
        requireEnterprise(write, `PUT /enterprises/${slug(write.inputs)}/actions/permissions`),
});

export const enterpriseWorkflowPermissions = restType({
    token: "github:index/enterpriseActionsWorkflowPermissions:EnterpriseActionsWorkflowPermissions",
    inputs: {
        canApprovePullRequestReviews: flag,
        defaultWorkflowPermissions: oneOf("read", "write"),
        enterpriseSlug: required(fixed(text)),
    },
    defaults: { canApprovePullRequestReviews: false, defaultWorkflowPermissions: "read" },
    id: slug,
    beforeCreate: (write) =>
        requireEnterprise(
            write,
            `PUT /enterprises/${slug(write.inputs)}/actions/permissions/workflow`,
        ),
});
