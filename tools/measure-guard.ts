/**
 * Prints how many right and wrong statements the guard stops, by kind, and those it judged wrongly.
 *
 *   npm run -s guard -- [--part "shaped" | "held out"] [--set FILE.jsonl]
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readGuardSet } from "../prompts/evaluation/guard-set.ts";
import { measureGuard, type GuardCount } from "../prompts/evaluation/measure-guard.ts";

const percent = 100;
const { values } = parseArgs({
  options: {
    part: { type: "string" },
    set: {
      type: "string",
      default: fileURLToPath(
        new URL("../test/prompts/verification/guard-set.jsonl", import.meta.url),
      ),
    },
  },
});

function line(name: string, { stopped, of }: GuardCount): string {
  const share = of === 0 ? "" : ` (${((percent * stopped) / of).toFixed(1)} %)`;
  return `${name}: ${stopped} of ${of} stopped${share}`;
}

const rows = readGuardSet(await readFile(values.set, "utf8")).filter(
  ({ part }) => values.part === undefined || part === values.part,
);
const report = measureGuard(rows);

for (const { id, label, kind, text, verdict } of report.cases) {
  if ((label === "right") === (verdict.kind === "supported")) continue;
  const why =
    verdict.kind === "supported"
      ? verdict.rules.join(", ")
      : verdict.problems.map((problem) => `${problem.kind}: ${problem.message}`).join(" | ");
  console.log(`${id} ${label} (${kind}) ${text}\n    → ${verdict.kind}: ${why}`);
}
for (const [kind, count] of report.kinds) console.log(line(kind, count));
console.log(line("right", report.right));
console.log(line("wrong", report.wrong));
