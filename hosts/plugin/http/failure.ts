/** A request that came to nothing, in words for people: which one, and what the host answered. */
export class HostError extends Error {
    constructor(
        message: string,
        /** HTTP status; 0 where there was no answer. */
        readonly status: number,
        /** Whether the host may have done it all the same. */
        readonly inDoubt: boolean,
    ) {
        super(message);
        this.name = "HostError";
    }
}

const longestMessage = 500;

/** What the body of an error says: `message` and `errors` of GitHub, `message` of Azure DevOps. */
export function messageOf(body: unknown): string {
    if (typeof body !== "object" || body === null) return "";
    const { message, errors } = body as { message?: unknown; errors?: unknown };
    const details = Array.isArray(errors)
        ? errors.map((one: unknown) => {
              if (typeof one === "string") return one;
              const {
                  message: said,
                  resource,
                  field,
                  code,
              } = (one ?? {}) as Record<string, unknown>;
              return [said, resource, field, code].filter((x) => typeof x === "string").join(" ");
          })
        : [];
    const parts = [message, ...details].filter((x) => typeof x === "string" && x !== "");
    return parts.join("; ").slice(0, longestMessage);
}

/** A text in which none of the secrets stands. */
export function without(secrets: readonly string[], text: string): string {
    return secrets
        .filter((one) => one.length > 3)
        .reduce((clean, one) => clean.replaceAll(one, "[secret]"), text);
}
