import { branchProblems } from "./branches";
import { cloudLimitProblems } from "./cloudLimits";
import { dateProblems } from "./dates";
import { deviceProblems } from "./devices";
import { draftOf } from "./draft";
import { githubPlanProblems } from "./githubPlan";
import { hostProblems } from "./hosts";
import { pathText, type Problem } from "./problems";
import { referenceProblems } from "./references";
import { cloudReferenceProblems } from "./referencesClouds";
import { repeatedNames } from "./repeated";
import { roleProblems } from "./roles";
import { schemaProblems } from "./schemaProblems";
import { separationProblems } from "./separation";

/**
 * Everything that is wrong with a configuration, each mistake once. References are checked as far as the
 * parts they join are right in form. An empty list: `raw` is an `EstateForm`.
 */
export function estateProblems(raw: unknown): Problem[] {
    const wrong = schemaProblems(raw);
    const form = draftOf(raw, wrong);
    return withoutConsequences([
        ...wrong,
        ...referenceProblems(form),
        ...cloudReferenceProblems(form),
        ...cloudLimitProblems(form),
        ...dateProblems(form),
        ...hostProblems(form),
        ...branchProblems(form),
        ...githubPlanProblems(form),
        ...deviceProblems(form),
        ...roleProblems(form),
        ...repeatedNames(form),
        ...separationProblems(form),
    ]);
}

/** A misspelt key leaves the key that was meant missing: one mistake, one problem. */
function withoutConsequences(found: Problem[]): Problem[] {
    const meant = found.flatMap(({ at, meant: key }) =>
        key === undefined ? [] : [pathText([...at.slice(0, -1), key])],
    );
    return found.filter(({ at, seen }) => seen !== "nothing" || !meant.includes(pathText(at)));
}
