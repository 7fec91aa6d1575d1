/** Deep links into the private chat, which also work in groups and in forwarded messages. */

/** What a link opens. */
export type StartLink = { readonly kind: "sentence"; readonly sentenceId: string };

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
  const [, sentenceId] = /^s_([\w-]+)$/u.exec(parameter) ?? [];
  return sentenceId === undefined ? undefined : { kind: "sentence", sentenceId };
}

function parameterOf(link: StartLink): string {
  switch (link.kind) {
    case "sentence":
      return `s_${link.sentenceId}`;
  }
}
