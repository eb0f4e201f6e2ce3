import fs from "node:fs";
import path from "node:path";
import { root } from "../../support/sandbox";

const page = fs.readFileSync(path.join(root, "docs", "github-and-azure-devops.md"), "utf8");

/** The rows of the table below a heading of the page, without its own heading. */
export function rowsBelow(heading: string): string[][] {
    const [, rest = ""] = page.split(`## ${heading}\n`);
    const [section = ""] = rest.split("\n## ");
    const rows = section.split("\n").filter((line) => line.startsWith("|"));
    return rows.slice(2).map((line) =>
        line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
    );
}
