import assert from "node:assert/strict";
import fc from "fast-check";
import { splitArguments } from "../../../../sandbox/engine/project/splitArguments";

describe("node arguments", () => {
    const cases: Record<string, readonly string[] | undefined> = {
        "": [],
        "  --a   --b\t": ["--a", "--b"],
        "--x='a b' \"c d\"e": ["--x=a b", "c de"],
        'a\\ b \'\\\' "\\""': ["a b", "\\", '"'],
        "''": [""],
        "'open": undefined,
        '"open\\"': undefined,
    };
    for (const [line, words] of Object.entries(cases)) {
        it(`are split as a shell does: ${JSON.stringify(line)}`, () => {
            assert.deepEqual(splitArguments(line), words);
        });
    }

    it("come back as they were when each was quoted", () => {
        const quote = (word: string): string => `'${word.replaceAll("'", `'"'"'`)}'`;
        fc.assert(
            fc.property(fc.array(fc.string()), (words) => {
                assert.deepEqual(splitArguments(words.map(quote).join(" ")), words);
            }),
        );
    });
});
