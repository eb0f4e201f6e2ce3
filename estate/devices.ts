import { repositoriesOf, type Loose } from "./draft";
import { problem, type Problem } from "./problems";
import type { EstateForm } from "./schema";

/** Reviews that a change costs when nobody knows whose hands are on a device. */
const leastReviews = 2;

/** What cannot be had where the devices code is written on are not trusted. */
export function deviceProblems(form: Loose<EstateForm>): Problem[] {
    if (form.developerDevices !== "untrusted") {
        return [];
    }
    const why = "as developerDevices is untrusted";
    const givers = [{ at: [], value: form }, ...repositoriesOf(form)];
    return [
        ...givers.flatMap(({ at, value }) =>
            value.reviews === undefined || value.reviews >= leastReviews
                ? []
                : [problem([...at, "reviews"], value.reviews, `${leastReviews} or more, ${why}`)],
        ),
        ...repositoriesOf(form).flatMap(({ at, value }) =>
            value.allowStaleReviews === true
                ? [problem([...at, "allowStaleReviews"], true, `false, ${why}`)]
                : [],
        ),
    ];
}
