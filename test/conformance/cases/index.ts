import type { Case } from "../support/case";
import { aliases } from "./aliases";
import { assets } from "./assets";
import { failures } from "./failures";
import { invokes } from "./invokes";
import { options } from "./options";
import { ordering } from "./ordering";
import { policyCases } from "./policies";
import { protection } from "./protection";
import { providers } from "./providers";
import { reads } from "./reading";
import { replacements } from "./replacements";
import { steps } from "./steps";
import { values } from "./values";

/** Every case, by subject. */
export const subjects: Readonly<Record<string, readonly Case[]>> = {
    "one resource": steps,
    replacements,
    ordering,
    "read, import, refresh": reads,
    protection,
    options,
    aliases,
    providers,
    values,
    assets,
    invokes,
    policies: policyCases,
    failures,
};
