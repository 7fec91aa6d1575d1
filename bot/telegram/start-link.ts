/** Deep links into the private chat, which also work in groups and in forwarded messages. */

/** What a link opens. */
export type StartLink =
  | { readonly kind: "sentence"; readonly sentenceId: string }
  /** The stored answer knows the quote even where the corpus has lost the sentence. */
  | {
      readonly kind: "citation";
      readonly answerId: string;
      readonly n: number;
      readonly sentenceId: string;
    }
  | { readonly kind: "more"; readonly answerId: string; readonly page: number }
  /** The sentence in its place, with the invitation to ask about it. */
  | { readonly kind: "ask"; readonly sentenceId: string }
  | { readonly kind: "forget" };

/** Opens the private chat for a question about nothing yet. */
export const askParameter = "ask";

/** Telegram's rule for the parameter of a link. */
const parameterPattern = /^[A-Za-z0-9_-]{1,64}$/u;

/** Undefined where the ids fit into no link. */
export function startLink(botUsername: string, link: StartLink): string | undefined {
  const parameter = parameterOf(link);
  return parameterPattern.test(parameter)
    ? `https://t.me/${botUsername}?start=${parameter}`
    : undefined;
}

/** What a `/start` parameter asks for; undefined where it asks for nothing we know. */
export function parseStartLink(parameter: string): StartLink | undefined {
  if (!parameterPattern.test(parameter)) return undefined;
  if (parameter === forgetParameter) return { kind: "forget" };
  const citation = /^c_([\w-]{12})_(\d{1,4})_([\w-]+)$/u.exec(parameter);
  const [, answerId, n, citedId] = citation ?? [];
  if (answerId !== undefined && citedId !== undefined) {
    return { kind: "citation", answerId, n: Number(n), sentenceId: citedId };
  }
  const [, moreOf, page] = /^m_([\w-]{12})_(\d{1,4})$/u.exec(parameter) ?? [];
  if (moreOf !== undefined) return { kind: "more", answerId: moreOf, page: Number(page) };
  const [, sentenceId] = /^s_([\w-]+)$/u.exec(parameter) ?? [];
  if (sentenceId !== undefined) return { kind: "sentence", sentenceId };
  const [, askedId] = /^a_([\w-]+)$/u.exec(parameter) ?? [];
  return askedId === undefined ? undefined : { kind: "ask", sentenceId: askedId };
}

const forgetParameter = "forget";

function parameterOf(link: StartLink): string {
  switch (link.kind) {
    case "sentence":
      return `s_${link.sentenceId}`;
    case "citation":
      return `c_${link.answerId}_${link.n}_${link.sentenceId}`;
    case "more":
      return `m_${link.answerId}_${link.page}`;
    case "forget":
      return forgetParameter;
    case "ask":
      return `a_${link.sentenceId}`;
  }
}
