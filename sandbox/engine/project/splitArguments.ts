/**
 * Splits a command line as a shell does: blanks separate, single and double quotes hold together, a
 * backslash keeps the next character (not inside single quotes). Nothing is expanded.
 * @returns undefined when a quote is not closed.
 */
export function splitArguments(line: string): readonly string[] | undefined {
    const words: string[] = [];
    let word: string | undefined;
    let quote = "";
    for (let i = 0; i < line.length; i++) {
        const char = line.charAt(i);
        if (char === "\\" && quote !== "'" && i + 1 < line.length) {
            i++;
            word = (word ?? "") + line.charAt(i);
        } else if (quote !== "" && char === quote) {
            quote = "";
        } else if (quote === "" && (char === "'" || char === '"')) {
            quote = char;
            word ??= "";
        } else if (quote === "" && /\s/.test(char)) {
            if (word !== undefined) {
                words.push(word);
            }
            word = undefined;
        } else {
            word = (word ?? "") + char;
        }
    }
    if (quote !== "") {
        return undefined;
    }
    return word === undefined ? words : [...words, word];
}
