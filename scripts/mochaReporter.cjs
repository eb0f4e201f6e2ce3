// mocha's own "spec" for people, and the totals in a file for scripts/test.mjs: its closing line is
// what CI reads.
const fs = require("node:fs");
const Mocha = require("mocha");

module.exports = class extends Mocha.reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        runner.once("end", () => {
            const { passes, failures, pending } = this.stats;
            fs.writeFileSync(
                process.env.GATEHOUSE_TEST_TOTALS,
                JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
            );
        });
    }
};
