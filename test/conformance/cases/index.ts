import type { Case } from "../support/case";
import { aliases } from "./aliases";
import { ordering } from "./ordering";
import { options } from "./options";
import { protection } from "./protection";
import { reads } from "./reading";
import { replacements } from "./replacements";
import { steps } from "./steps";

/** Every case, by subject. */
export const subjects: Readonly<Record<string, readonly Case[]>> = {
    "one resource": steps,
    replacements,
    ordering,
    "read, import, refresh": reads,
    protection,
    options,
    aliases,
};
