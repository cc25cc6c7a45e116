// Both houses at once: browser and server of one are rarely busy at the same moment. `node run.js [PATTERN]` runs the tests whose
// name matches.
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const files = ["stories", "walks"].map((name) => fileURLToPath(new URL(`test/${name}.test.js`, import.meta.url)));
const [pattern] = process.argv.slice(2);
const tests = run({ files, concurrency: true, ...(pattern && { testNamePatterns: [pattern] }) });
tests.on("test:fail", () => {
  process.exitCode = 1;
});
tests.compose(new spec()).pipe(process.stdout);
