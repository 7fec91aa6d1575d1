/** Catches what is planned or possible told as done or certain, and the reverse. */

import { tagWords } from "../../../retrieval/text/tokens.ts";
import { isWorkedOut } from "../figures/is-worked-out.ts";
import type { Finding, Problem } from "../problem.ts";
import { type Aligned, alignClause } from "../text/align.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses, splitSayings } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";

const planned =
  /计划|规划|拟(?!人|态|合|订|定)|即将|将于|将在|预计|有望|力争|建议|提议|征求意见|目标是|打算|准备(?!金|工作|好)|争取|筹备|有意|年底前|底前|明年|后年|下一步|未来|\b(?:(?:plans?|planned|planning|aims?|intends?|hopes?|proposed|due|set|scheduled|expects?|expected) to|will|next year|scheduled for)\b/u;
const possible =
  /可能|或许|也许|或将|或会|疑似|疑为|涉嫌|据称|据传|传闻|有望|预计|估计|初步(?:判断|认定|推测)|怀疑|推测|猜测|(?<!\d )\bmay\b(?! \d|,)|\b(?:might|could|possibly|perhaps|reportedly|allegedly|suspected|likely|expected|estimated|believed)\b/u;
const done =
  /已|了|完成|建成|竣工|投产|投用|通车|落成|正式|\b(?:has|have|had|was|were|completed|finished|opened|built|already)\b/u;
const surelyDone =
  /已经?|了(?:$|[，。\s\d])|业已|\b(?:has|have) (?:already )?(?:been )?\w+(?:ed|t|n)\b|\balready\b/u;
/** Of what is not yet: 建成后将缩短车程. */
const onceDone =
  /(?:建成|完成|竣工|投产|投用|通车|落成|完工|开通|启用)(?:投[产用])?(?:后|之后|以后)/u;
const saidDone = /已经?[^，。；\d]{0,4}?(?:建成|完成|竣工|投产|投用|通车|落成|完工|开通|启用)/gu;
const enoughInSaying = 0.6;
const enoughInClause = 0.3;
const fewWords = 2;

/** Softer words by which a statement tells a plan: 还要加宽, 可带来, `is going to`. */
const leavesOpen = /[将要会可能拟待需]|尚|还在|\b(?:to|would|should|could|can)\b/u;

/** Behind the 将 of 将明火扑灭, not of 将全面建成. */
const takesObject = /^(?:n|r|s|x|a(?!d))/u;
const adverbLike = /^(?:全面|重点|全力|全部|陆续|再|更|首)/u;

/** 将 as a word of the future, not 将其打造成…. */
function isPlanned(text: string): boolean {
  const words = tagWords(text);
  return (
    planned.test(text) ||
    words.some(
      ({ word, tag }, at) =>
        word === "将" &&
        tag === "d" &&
        !(
          takesObject.test(words[at + 1]?.tag ?? "") && !adverbLike.test(words[at + 1]?.word ?? "")
        ),
    )
  );
}

/** Whether the clause is surely the one told again. */
function isRetold({ inClause, inSaying }: Aligned): boolean {
  return inSaying >= enoughInSaying && inClause >= enoughInClause;
}

/** By more than 将, which a timetable may leave out. */
function surelyPlanned(text: string): boolean {
  return planned.test(text.replace(/即将|将于|将在/gu, ""));
}

/** The saying from its start to the end of the clause: a plan is named before what is planned. */
function upTo(plain: string, end: number): string {
  const saying = splitSayings(plain).find((one) => one.start < end && end <= one.end);
  return plain.slice(saying?.start ?? 0, end);
}

/** Whether the clause has figures and the source's clause none of them: then it retells another. */
function tellsOther(
  statement: ReadText,
  start: number,
  end: number,
  { clause, sentence }: Aligned,
): boolean {
  const said = statement.figures.filter((one) => start <= one.start && one.end <= end);
  const known = sentence.figures.filter(
    (one) => clause.start <= one.start && one.end <= clause.end,
  );
  return (
    said.length > 0 &&
    known.length > 0 &&
    !said.some(({ value }) => known.some((one) => one.value === value))
  );
}

function modalityProblem(found: string, message: string): Problem {
  return { kind: "modality", found: found.trim(), message };
}

export function checkModality(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  const saysPlan = isPlanned(statement.plain) || leavesOpen.test(statement.plain);
  const saysPossible = possible.test(statement.plain);
  for (const { text, start, end } of splitClauses(statement.plain)) {
    const words = contentWords(text);
    if (words.length < fewWords) continue;
    const aligned = alignClause(words, cited);
    if (aligned === undefined || !isRetold(aligned)) continue;
    const { clause, sentence } = aligned;
    if (tellsOther(statement, start, end, aligned)) continue;
    if (isWorkedOut(statement, start, end, cited)) continue;
    const source = clause.text.replace(onceDone, "");
    const lead = upTo(sentence.plain, clause.end);
    const isDone = surelyDone.test(source);
    const isTold = surelyPlanned(source) || (isPlanned(lead) && done.test(text));
    if (!isDone && isTold && !saysPlan && !saysPossible) {
      problems.push(modalityProblem(text, "the cited sentence tells it as planned or expected."));
    } else if (possible.test(source) && !saysPossible) {
      problems.push(
        modalityProblem(text, "the cited sentence tells it as possible, not as certain."),
      );
    } else if (surelyDone.test(text) && !done.test(source) && isPlanned(source)) {
      problems.push(modalityProblem(text, "the cited sentence does not tell it as done."));
    } else if (isPlanned(text) && isDone && !isPlanned(cited.plain)) {
      problems.push(modalityProblem(text, "the cited sentence tells it as done, not as planned."));
    }
  }
  for (const [words] of statement.plain.matchAll(saidDone)) {
    const verb = words.replace(/^已经?/u, "").slice(-2);
    if (
      !cited.plain.includes(`${verb}后`) ||
      new RegExp(`已[^，。；]{0,6}${verb}|${verb}了`, "u").test(cited.plain)
    )
      continue;
    problems.push(
      modalityProblem(words, `the cited sentences only tell what comes once it is ${verb}.`),
    );
  }
  return { problems, rules: [] };
}
