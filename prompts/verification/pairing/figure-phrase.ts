/** Reads what stands right before a figure: the thing it counts, or only that it changed. */

/** Words between a thing and its figure that say nothing of it. */
const lightEnd =
  /(?:\s|达到|达|为|是|有|共|约|近|超过|超|突破|仅|只|已|累计|总计|合计|了|数量|数|人数|的|计|大约|不足|不到|至少|逾|将近|about|some|of|is|are|was|were|has|had|have)+$/u;
const changeEnd =
  /(?:，|同比|环比|增长|增加|上升|上涨|提高|下降|减少|下跌|降低|增幅|降幅|增|降|升|跌|了|比上年|较上年|比去年同期)+$/u;

/** The thing's words without 有 and 约; empty where they only tell a change. */
export function phraseBefore(lead: string): string {
  const phrase = lead.replace(lightEnd, "").replace(changeEnd, "").replace(lightEnd, "");
  return /^[，、\s]*$/u.test(phrase) ? "" : phrase;
}

/** Whether the words before a figure that has no phrase of its own tell a change. */
export function tellsChange(lead: string): boolean {
  return changeEnd.test(lead.replace(lightEnd, ""));
}
