import { fixed, flag, integer, object, oneOf, required, text } from "../shape";
import { str, UNKNOWN } from "../values";
import { findTeam, requireTeam, restType } from "./rest";

export const teamSettings = restType({
    token: "github:index/teamSettings:TeamSettings",
    inputs: {
        notify: flag,
        reviewRequestDelegation: object({
            algorithm: oneOf("ROUND_ROBIN", "LOAD_BALANCE"),
            memberCount: integer(1),
            notify: flag,
        }),
        teamId: required(fixed(text)),
    },
    defaults: { notify: false },
    id: (inputs, { owner }, { store }) => {
        const found = findTeam(store, owner, str(inputs, "teamId"));
        return str(found?.outputs, "nodeId") || UNKNOWN;
    },
    outputs: ({ inputs, scope, store }) => {
        const found = findTeam(store, scope.owner, str(inputs, "teamId"));
        return {
            teamSlug: str(found?.outputs, "slug") || UNKNOWN,
            teamUid: str(found?.outputs, "nodeId") || UNKNOWN,
        };
    },
    beforeCreate: (write) => void requireTeam(write),
});
