/** Whether a name is one of those that something else looks after; "*" stands for all of them. */
export function isElsewhere(listed: readonly string[]): (name: string) => boolean {
    const names = new Set(listed.map((name) => name.toLowerCase()));
    return (name) => names.has("*") || names.has(name.toLowerCase());
}
