import { problem, type Problem } from "../../shared/validate";
import { longestSubject } from "./names";

/**
 * A subject, when nothing is wrong with its parts.
 *
 * @throws RangeError that names the first part that is wrong, or a subject too long to be trusted
 */
export function exactly(problems: Problem[], write: () => string): string {
    const subject = problems.length > 0 ? "" : write();
    const allowed = `at most ${longestSubject} characters`;
    const tooLong = subject.length > longestSubject ? [problem("subject", subject, allowed)] : [];
    for (const { path, seen, allowed } of [...problems, ...tooLong]) {
        throw new RangeError(`${path}: got ${seen}, allowed: ${allowed}`);
    }
    return subject;
}
