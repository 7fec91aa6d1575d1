/** Catches one noun put in the place of another in words that are otherwise the source's. */

import { type TaggedWord, tagWords } from "../../../retrieval/text/tokens.ts";
import type { Finding, Problem } from "../problem.ts";
import { alignClause } from "../text/align.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";

const noun = /^(?:n|s|x|j|z|t)/u;
/** In the source the segmenter may have taken the noun for a verb. */
const nounOrVerb = /^(?:n|s|x|j|z|t|v)/u;
const skipped = /^[\p{P}\s]*$|^[的了把将可能和与及或也都其中各约近]+$/u;
/** Share of the other words that must be the source's; of a free paraphrase nothing is concluded. */
const enoughElsewhere = 0.9;
/** Two words that the segmenter took for one. */
const joined = /[有近约达为的了在是到点时至从并还把被将让使更很最太再又还就才只不没\d]/u;
/** Ends of words that name one of several things of a class. */
const classEnd =
  /[叶类米鱼树花果莓瓜豆薯麻虾蟹猪牛羊鸡鸭茶油菜车机船馆院校桥路园厂站稻麦湖江河岛店塔剧奖色牌代级局委厅部城盟洲]$/u;

/** Nouns to the segmenter that stand for a time or a thing said before. */
const deictic =
  /^(?:[冠亚季]军|[金银铜][牌奖]|此前|此后|其间|期间|之前|之后|以前|以后|以来|当时|如今|目前|当前|现在|过去|今后|随后|同时|其余|其他|其它|该|此|利用|通过|方面|情况|活动|工作|地方|当地|部分|人们|大家|对方|双方)/u;
const numbered = /[一二三四五六七八九十甲乙丙丁]/u;

interface Place {
  readonly word: string;
  readonly tag: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** @param tags which words count, by their part of speech */
function placesOf(plain: string, tags: RegExp): readonly Place[] {
  const pieces: readonly TaggedWord[] = tagWords(plain).filter(({ word }) => !skipped.test(word));
  return pieces.flatMap(({ word, tag }, at) =>
    tags.test(tag) && word.length > 1 && !joined.test(word)
      ? [{ word, tag, before: pieces[at - 1]?.word, after: pieces[at + 1]?.word }]
      : [],
  );
}

/** 村民 and 居民 may be the same people; 茶叶 and 烟叶 share no more than their class. */
function mayBeSynonyms(one: string, other: string): boolean {
  if (numbered.test(one) && numbered.test(other)) return false;
  const shared = [...one].filter((character) => other.includes(character));
  if (shared.length === 0) return false;
  return shared.length > 1 || one.at(-1) !== other.at(-1) || !classEnd.test(one);
}

/** Between the same neighbours; for a noun one of them is enough. */
function standsLike(one: Place, other: Place): boolean {
  const sameBefore = one.before === other.before && one.before !== undefined;
  const sameAfter = one.after === other.after && one.after !== undefined;
  return noun.test(other.tag) ? sameBefore || sameAfter : sameBefore && sameAfter;
}

export function checkSubstitution(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  for (const { text } of splitClauses(statement.plain)) {
    const words = [...new Set(contentWords(text))];
    const aligned = alignClause(words, cited);
    if (aligned === undefined || words.length < 2) continue;
    const source = aligned.clause.text;
    const places = placesOf(source, nounOrVerb).filter(
      ({ word }) => !statement.plain.includes(word),
    );
    for (const place of placesOf(text, noun)) {
      if (deictic.test(place.word)) continue;
      if (source.includes(place.word) || aligned.sentence.around.includes(place.word)) continue;
      const others = words.filter(
        (word) => !place.word.includes(word) && !word.includes(place.word),
      );
      const shared = others.filter((word) => source.includes(word)).length;
      const known = others.filter((word) => cited.context.includes(word)).length;
      if (shared === 0 || known < others.length * enoughElsewhere) continue;
      const isNovel = !cited.context.includes(place.word);
      // A word from another clause may have been drawn in; a novel one may not.
      if (!isNovel && shared < others.length * enoughElsewhere) continue;
      const instead = places.find((one) => standsLike(place, one))?.word;
      if (instead === undefined || mayBeSynonyms(place.word, instead)) continue;
      const message = `where the statement says "${place.word}" the cited sentences say "${instead}".`;
      problems.push({ kind: "name", found: place.word, message });
    }
  }
  return { problems, rules: [] };
}
