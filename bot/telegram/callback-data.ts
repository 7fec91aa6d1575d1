/** What buttons and deep links carry: ids, never text, and their way back. */

/** A button under an answer that opens one of its citations. */
export interface SourceButton {
  readonly answerId: string;
  /** Number of the citation. */
  readonly n: number;
}

const sourcePattern = /^s:([A-Za-z0-9_-]{1,48}):(\d{1,4})$/u;
/** `s:<answerId>:<n>`, at most 55 bytes. */
export function sourceButtonData({ answerId, n }: SourceButton): string {
  return `s:${answerId}:${n}`;
}

/** Undefined where the button is not a source button. */
export function parseSourceButton(callbackData: string): SourceButton | undefined {
  const [, answerId, n] = sourcePattern.exec(callbackData) ?? [];
  return answerId === undefined ? undefined : { answerId, n: Number(n) };
}

const startPrefix = "s_";
/** Telegram takes 64 characters; two are the prefix. */
const startIdPattern = /^[A-Za-z0-9_-]{1,62}$/u;

/** Opens the sentence in the private chat; undefined where the id fits into no link. */
export function sourceLink(botUsername: string, sentenceId: string): string | undefined {
  if (!startIdPattern.test(sentenceId)) return undefined;
  return `https://t.me/${botUsername}?start=${startPrefix}${sentenceId}`;
}

/** The sentence id a `/start` parameter asks for; undefined where it asks for none. */
export function parseStartParameter(parameter: string): string | undefined {
  if (!parameter.startsWith(startPrefix)) return undefined;
  const id = parameter.slice(startPrefix.length);
  return startIdPattern.test(id) ? id : undefined;
}
