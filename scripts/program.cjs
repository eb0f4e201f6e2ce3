// Entry of the Pulumi program: compile what changed, then run it (see build.cjs for why).
require("./quietSdk.cjs");
require("./build.cjs").ensureBuilt();
module.exports = require("../bin/index.js");
