/** Tells what is planned from what has happened. */

/** So far from the words the clause is read, in characters; few are longer. */
const maxReach = 60;
const clauseMark = /[，。；！？,;]/u;
const planWords =
  /将(?:于|在|从|自|会|举|召|迎|正式|陆续|全面|实[施行]|施行|启|开|投|建|完|达|实现|继续|持续|对|成|有|力|以)|计划|拟(?!合|真)|预计|预期|力争|争取|有望|定于|届时|即将|确保|起施行|起实施|起执行|起生效|起正式|到期|届满|期满|前完成|将来|未来|\b(?:will|plans?|planned|expected|scheduled|due|by the end)\b/u;

/** Whether the clause that holds the words at the offsets speaks of what is to come. */
export function isPlanned(text: string, start: number, end: number): boolean {
  const earliest = Math.max(0, start - maxReach);
  const latest = Math.min(text.length, end + maxReach);
  let from = start;
  while (from > earliest && !clauseMark.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  // A date that opens the sentence belongs to the clause behind its comma: `12月30日，将举行`.
  if (clauseMark.test(text.charAt(to))) to += 1;
  while (to < latest && !clauseMark.test(text.charAt(to))) to += 1;
  return planWords.test(text.slice(from, to));
}
