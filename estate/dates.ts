import type { Loose } from "./draft";
import { breakGlassDays, longestLife } from "./facts";
import { problem, type Problem } from "./problems";
import type { EstateForm } from "./schema";

const dayMs = 86_400_000;

/** Ends further ahead than anything in the vault in Azure lives, or a role for emergencies lasts. Past ones are a matter of warnings. */
export function dateProblems(form: Loose<EstateForm>, now = new Date()): Problem[] {
    const today = Date.parse(now.toISOString().slice(0, 10));
    const daysUntil = (date = "") => (Date.parse(date) - today) / dayMs;
    const lives = (["signingKeys", "secrets"] as const).flatMap((list) =>
        (form[list] ?? []).flatMap((one, i) => {
            const days = daysUntil(one?.expires);
            const allowed = `a date at most ${longestLife[list]} days ahead`;
            return one?.cloud !== "aws" && days > longestLife[list]
                ? [problem([list, i, "expires"], one?.expires, allowed)]
                : [];
        }),
    );
    const until = form.roles?.breakGlass?.until;
    return daysUntil(until) > breakGlassDays
        ? [
              ...lives,
              problem(
                  ["roles", "breakGlass", "until"],
                  until,
                  `a date at most ${breakGlassDays} days ahead`,
              ),
          ]
        : lives;
}
