/**
 * A value that the check of the estate has promised. Without it nothing is made: an empty text in its
 * place would be taken for a name.
 *
 * @param what that is missing, for example "the project that pool builds serves"
 * @throws Error when it is missing all the same
 */
export function known<T>(value: T | undefined, what: string): T {
    if (value === undefined || value === "") {
        throw new Error(
            `internal error: ${what} is not known; the check of the estate should have refused it`,
        );
    }
    return value;
}
