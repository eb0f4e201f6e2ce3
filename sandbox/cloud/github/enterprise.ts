import { nodeId } from "../identifiers";
import { fixed, flag, matching, required, text } from "../shape";
import { str } from "../values";
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
    beforeCreate: ({ scope }) => {
        if (!planHas(scope, "ipAllowList", "private")) {
            throw planRefusal("ipAllowList", "private", 403, "POST /graphql");
        }
    },
});
