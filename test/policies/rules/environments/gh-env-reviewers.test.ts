import { UNKNOWN } from "../../../../model/known";
import { ghEnvReviewers } from "../../../../policies/rules/environments/gh-env-reviewers";
import { describeRule } from "../../../support/describeRule";
import { environmentWith } from "../../../support/environmentCases";

describeRule(ghEnvReviewers, {
    denied: [
        {
            name: "a production environment without reviewers",
            ...environmentWith({ reviewers: null }),
            findings: ["reviewers"],
        },
        {
            name: "an empty list of reviewers",
            ...environmentWith({ reviewers: [] }),
            findings: ["reviewers"],
        },
        {
            name: "reviewers that are neither users nor teams",
            ...environmentWith({ reviewers: [{ users: [], teams: [] }] }),
            findings: ["reviewers"],
        },
        {
            name: "production by a part of the name",
            ...environmentWith({ environment: "eu-prod", reviewers: [] }),
            findings: ["reviewers"],
        },
        {
            name: "an environment that the settings call production",
            ...environmentWith({ environment: "shop-front", reviewers: [] }),
            config: { productionPattern: "^shop-" },
            findings: ["reviewers"],
        },
        {
            name: "any environment of a stack tagged as production",
            ...environmentWith({ environment: "blue", reviewers: [] }),
            stackTags: { "gatehouse:tier": "production" },
            findings: ["reviewers"],
        },
    ],
    allowed: [
        { name: "a reviewing team", ...environmentWith({}) },
        { name: "a reviewing user", ...environmentWith({ reviewers: [{ users: [3] }] }) },
        {
            name: "a team whose id is not known yet",
            ...environmentWith({ reviewers: [{ teams: [UNKNOWN] }] }),
        },
        {
            name: "staging without reviewers",
            ...environmentWith({ environment: "staging", reviewers: [] }),
        },
        {
            name: "pre-production without reviewers",
            ...environmentWith({ environment: "pre-prod", reviewers: [] }),
        },
        {
            name: "a staging environment of a stack tagged as staging",
            ...environmentWith({ environment: "blue", reviewers: [] }),
            stackTags: { "gatehouse:tier": "staging" },
        },
        {
            name: "a name that is not known yet, with reviewers",
            ...environmentWith({ environment: UNKNOWN }),
        },
    ],
    undecidable: [
        { name: "reviewers that are not known yet", ...environmentWith({ reviewers: UNKNOWN }) },
        {
            name: "teams that are not known yet, which may be none",
            ...environmentWith({ reviewers: [{ teams: UNKNOWN }] }),
        },
        {
            name: "a name that is not known yet, without reviewers",
            ...environmentWith({ environment: UNKNOWN, reviewers: [] }),
        },
    ],
    tokens: ["github:index:RepositoryEnvironment"],
});
