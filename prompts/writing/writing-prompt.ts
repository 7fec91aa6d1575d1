/** The conversation that asks a model for cited statements, and the one that asks it to mend some. */

import type { Message, OutputForm } from "../model/language-model.ts";
import type { DraftStatement, EvidenceSentence } from "../verification/evidence.ts";
import { evidenceLines } from "./evidence-lines.ts";
import { asData, fence } from "./fence.ts";
import { formRule, rules, type WritingLanguage } from "./rules.ts";

export interface WritingTask {
  /** As understood: a continuation with what it continues. */
  readonly question: string;
  readonly language: WritingLanguage;
  /** In reading order. */
  readonly evidence: readonly EvidenceSentence[];
  /** See `createMarker`; one a request. */
  readonly marker: string;
}

/** A pure function of its arguments: the same task makes the same prompt. */
export function writingPrompt(task: WritingTask, form: OutputForm): readonly Message[] {
  const { language, question, evidence, marker } = task;
  return [
    { role: "system", content: `${rules[language]}\n\n${formRule(language, form)}` },
    {
      role: "user",
      content: [
        fence("DOCUMENTS", marker, evidenceLines(evidence)),
        fence("QUESTION", marker, [asData(question)]),
      ].join("\n\n"),
    },
  ];
}

/** A statement that was stopped, and why. */
export interface StoppedStatement {
  readonly draft: DraftStatement;
  /** Why, for the model. */
  readonly reasons: readonly string[];
}

const repairs: Readonly<Record<WritingLanguage, string>> = {
  zh: "下面各条陈述没有通过与所引句子的核对，理由附在后面。逐条改写：只保留所引句子确实说了的内容，或改引真正支持它的句子。改不成的就不要写。按原来的顺序，只写改好的陈述，形式同前。",
  en: "The statements below did not pass the check against the sentences they cite; the reasons stand beside them. Rewrite each: keep only what the cited sentences really say, or cite the sentences that do support it. Leave out what cannot be mended. Give only the mended statements, in their order and in the same form.",
};

/** Follows {@link writingPrompt} and its reply. */
export function repairPrompt(
  task: WritingTask,
  form: OutputForm,
  stopped: readonly StoppedStatement[],
): readonly Message[] {
  const reply = stopped.map(({ draft }) => draft);
  const lines = stopped.map(({ draft: { text, citations }, reasons }) =>
    asData({ text, citations, reasons }),
  );
  return [
    ...writingPrompt(task, form),
    { role: "assistant", content: writtenIn(form, reply) },
    {
      role: "user",
      content: `${repairs[task.language]}\n\n${fence("STATEMENTS", task.marker, lines)}`,
    },
  ];
}

/** What the model wrote, in its form, so that it mends its own words. */
function writtenIn(form: OutputForm, statements: readonly DraftStatement[]): string {
  if (form !== "text") return JSON.stringify({ answerable: true, statements });
  return statements
    .map(({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join("")}`)
    .join("\n");
}
