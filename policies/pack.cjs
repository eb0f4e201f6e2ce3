// Entry of the policy pack. In the checkout, compile what changed first; the published package
// carries only bin/ and starts at once.
const fs = require("node:fs");
const path = require("node:path");

const build = path.join(__dirname, "..", "scripts", "build.cjs");
if (fs.existsSync(path.join(__dirname, "index.ts")) && fs.existsSync(build)) {
    require(build).ensureBuilt();
}
module.exports = require("./bin/index.js");
