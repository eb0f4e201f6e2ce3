import { pattern, wholeNumber } from "./settings";

/** The setting of rules that ask more of branches that deploy to production. */
export const productionBranches = pattern(
    "Branches that deploy to production; what may cover such a branch, or a default branch, counts as well.",
    String.raw`^(main|master|trunk|release.*|prod|production|prd|live)(/|$)`,
);

/** How many reviews a merge needs. */
export const reviewCounts = {
    minReviews: wholeNumber("Approving votes a change of a production branch needs.", 2, 1, 10),
    minReviewsElsewhere: wholeNumber("Approving votes a change of another branch needs.", 1, 1, 10),
};
