import path from "node:path";

import type { PipelineEstateArgs } from "../components/estate/pipelineEstateArgs";
import { normalise } from "./normalise";
import { EstateError } from "./problems";
import { secretProblems, withSecrets, type EstateSecrets } from "./secrets";
import type { EstateForm } from "./schema";
import { readStackFile } from "./stackFile";
import { estateProblems } from "./validate";

export { EstateError, type Problem } from "./problems";

/**
 * The estate from what stands under `gatehouse:estate`, with every default applied, and the secrets that
 * the stack has for it.
 *
 * @throws EstateError that lists every problem
 */
export function loadEstate(raw: unknown, secrets: EstateSecrets = {}): PipelineEstateArgs {
    const given = Object.entries(secrets).flatMap(([key, value]) =>
        value === undefined ? [] : [key],
    );
    const problems = [...estateProblems(raw), ...secretProblems(raw, given)];
    if (problems.length > 0) {
        throw new EstateError(problems);
    }
    const form = raw as EstateForm;
    return withSecrets(normalise(form), form, secrets);
}

/**
 * The estate of a `Pulumi.<stack>.yaml`, or the error that lists everything wrong with it in the order of
 * its lines, without the secrets, of which it is only looked whether they are there. Never throws: no file, no YAML and no estate in it are such errors, too.
 */
export function checkStackFile(file: string): PipelineEstateArgs | EstateError {
    const { raw, keys, problems, lineOf } = readStackFile(file);
    const found =
        problems.length > 0 ? problems : [...estateProblems(raw), ...secretProblems(raw, keys)];
    if (found.length === 0) {
        return normalise(raw as EstateForm);
    }
    const placed = found.map((one) => ({ ...one, line: one.line ?? lineOf(one.at) }));
    placed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return new EstateError(placed, path.basename(file));
}
