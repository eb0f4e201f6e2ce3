// `npm run docs`: see docs.ts.
import { createRequire } from "node:module";
import { root, setup } from "./setup.mjs";

setup();
const require = createRequire(import.meta.url);
require("tsx/cjs");
require("./docs.ts").writeDocs(root);
