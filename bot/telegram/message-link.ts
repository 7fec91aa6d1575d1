/** The address of a message in a group, which opens for its members. */

/** Ids of supergroups begin with this; only they have addresses for their messages. */
const supergroupPrefix = /^-100(\d+)$/u;

/** Undefined where messages of the chat have no address. */
export function messageLink(chatId: number, messageId: number): string | undefined {
  const [, number] = supergroupPrefix.exec(String(chatId)) ?? [];
  return number === undefined ? undefined : `https://t.me/c/${number}/${messageId}`;
}
