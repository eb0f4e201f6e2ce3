/** Who owns a resource, what stage it serves and how confidential it is. */
export interface TagFacts {
    /** Team that answers for the resource. */
    owner: string;
    /** Stage: "development", "staging", "production", or "platform" for what serves all of them. */
    environment: string;
    /** Confidentiality of what the resource holds, for example "internal" or "confidential". */
    classification: string;
}

/** The tags every Azure resource of an estate carries. */
export function estateTags(facts: TagFacts): Record<string, string> {
    return {
        owner: facts.owner,
        environment: facts.environment,
        "data-classification": facts.classification,
        "managed-by": "gatehouse",
    };
}
