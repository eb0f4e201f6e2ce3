import type { Loose } from "./draft";
import { longestLife } from "./facts";
import { problem, type Problem } from "./problems";
import type { EstateForm } from "./schema";

const dayMs = 86_400_000;

/** Ends further ahead than the vault in Azure lets anything live. Past ones are a matter of warnings. */
export function dateProblems(form: Loose<EstateForm>, now = new Date()): Problem[] {
    const today = Date.parse(now.toISOString().slice(0, 10));
    return (["signingKeys", "secrets"] as const).flatMap((list) =>
        (form[list] ?? []).flatMap((one, i) => {
            const days = (Date.parse(one?.expires ?? "") - today) / dayMs;
            const allowed = `a date at most ${longestLife[list]} days ahead`;
            return one?.cloud !== "aws" && days > longestLife[list]
                ? [problem([list, i, "expires"], one?.expires, allowed)]
                : [];
        }),
    );
}
