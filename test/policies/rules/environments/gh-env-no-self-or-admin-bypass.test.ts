import { UNKNOWN } from "../../../../model/known";
import { ghEnvNoSelfOrAdminBypass } from "../../../../policies/rules/environments/gh-env-no-self-or-admin-bypass";
import { describeRule } from "../../../support/describeRule";
import { environmentWith } from "../../../support/environmentCases";

describeRule(ghEnvNoSelfOrAdminBypass, {
    denied: [
        {
            name: "self-review allowed",
            ...environmentWith({ preventSelfReview: false }),
            findings: ["preventSelfReview"],
        },
        {
            name: "self-review left at GitHub's default",
            ...environmentWith({ preventSelfReview: null }),
            findings: ["preventSelfReview"],
        },
        {
            name: "administrators who may skip the approval",
            ...environmentWith({ canAdminsBypass: true }),
            findings: ["canAdminsBypass"],
        },
        {
            name: "administrators left at GitHub's default",
            ...environmentWith({ canAdminsBypass: null }),
            findings: ["canAdminsBypass"],
        },
        {
            name: "both, each by itself",
            ...environmentWith({ preventSelfReview: false, canAdminsBypass: true }),
            findings: ["preventSelfReview", "canAdminsBypass"],
        },
        {
            name: "admin bypass although self-review is unknown",
            ...environmentWith({ preventSelfReview: UNKNOWN, canAdminsBypass: true }),
            findings: ["canAdminsBypass"],
        },
    ],
    allowed: [
        { name: "neither", ...environmentWith({}) },
        {
            name: "both on staging",
            ...environmentWith({
                environment: "staging",
                preventSelfReview: false,
                canAdminsBypass: true,
            }),
        },
    ],
    undecidable: [
        {
            name: "self-review that is not known yet",
            ...environmentWith({ preventSelfReview: UNKNOWN }),
        },
        {
            name: "admin bypass that is not known yet",
            ...environmentWith({ canAdminsBypass: UNKNOWN }),
        },
    ],
    tokens: ["github:index:RepositoryEnvironment"],
});
