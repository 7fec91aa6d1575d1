/** Who may wake the bot, where, by what and how often: one table, read from the top. */

import type { Speaker } from "./who-speaks.ts";

export interface Waking {
  readonly who: Speaker;
  readonly where: "private" | "group" | "supergroup" | "topic" | "channel" | "inline" | "guest";
  /** How it is addressed. `plainText` names nobody. */
  readonly by: "command" | "mention" | "reply" | "plainText";
  /** A hint tells how to ask: for a bare mention, or a photo without words. */
  readonly wants: "answer" | "command" | "hint";
  readonly form: "new" | "edited" | "editedLate";
  /** Of the chat; of the caller's private chat where the bot is in no chat. */
  readonly chat:
    | "allowed"
    /** Nobody has decided, and it was not told so yet. */
    | "unknown"
    /** Nobody has decided; it knows. */
    | "told"
    /** An admin sent the bot away. */
    | "refused"
    /** The bot was removed or blocked. */
    | "gone"
    /** The setting for this way of asking is off. */
    | "off";
  /** `justSpent` once in a while, for the word about it; `spent` until there is some left. */
  readonly quota: "left" | "justSpent" | "spent";
}

export type Verdict =
  /** From the part of the corpus that the place, or the caller's private chat, is bound to. */
  | { readonly kind: "answer"; readonly scope: "ofPlace" | "ofCaller" }
  | { readonly kind: "silent" }
  /** One notice to the chat, and a card with buttons to each admin. */
  | { readonly kind: "offerToAllow" }
  /** A friendly word with the time to wait. */
  | { readonly kind: "tellToWait" };

interface Row {
  readonly why: string;
  /** All conditions hold; one that is absent always does. */
  readonly when: { readonly [Key in keyof Waking]?: readonly Waking[Key][] };
  readonly verdict: Verdict;
}

const silent: Verdict = { kind: "silent" };
const notAdmin = ["person", "anonymousAdmin", "channel"] as const;
const groups = ["group", "supergroup", "topic"] as const;
const chatless = ["inline", "guest"] as const;

const rows: readonly Row[] = [
  { why: "two bots would talk for ever", when: { who: ["bot"] }, verdict: silent },
  { why: "a channel's posts ask nobody", when: { where: ["channel"] }, verdict: silent },
  { why: "what others say is theirs", when: { where: groups, by: ["plainText"] }, verdict: silent },
  { why: "the talk has gone on", when: { form: ["editedLate"] }, verdict: silent },
  {
    why: "a command runs once",
    when: { form: ["edited"], wants: ["command", "hint"] },
    verdict: silent,
  },
  { why: "not wanted here", when: { chat: ["off", "gone"] }, verdict: silent },
  {
    why: "admins are at home",
    when: { who: ["admin"], where: ["private"] },
    verdict: { kind: "answer", scope: "ofPlace" },
  },
  {
    why: "admins are at home",
    when: { who: ["admin"], where: chatless },
    verdict: { kind: "answer", scope: "ofCaller" },
  },
  { why: "said once", when: { chat: ["told", "refused"] }, verdict: silent },
  {
    why: "the caller counts, not the chat",
    when: { where: chatless, chat: ["unknown"] },
    verdict: silent,
  },
  { why: "an admin decides", when: { chat: ["unknown"] }, verdict: { kind: "offerToAllow" } },
  {
    why: "others wait too",
    when: { who: notAdmin, wants: ["answer"], quota: ["justSpent"] },
    verdict: { kind: "tellToWait" },
  },
  {
    why: "said once",
    when: { who: notAdmin, wants: ["answer"], quota: ["spent"] },
    verdict: silent,
  },
  {
    why: "the bot is in no chat",
    when: { where: chatless },
    verdict: { kind: "answer", scope: "ofCaller" },
  },
];

/** The verdict of the first row that holds; an answer where none does. */
export function decide(waking: Waking): Verdict {
  const row = rows.find(({ when }) => holds(when, waking));
  return row?.verdict ?? { kind: "answer", scope: "ofPlace" };
}

function holds(when: Row["when"], waking: Waking): boolean {
  return Object.entries(when).every(([key, values]) =>
    values.some((value) => value === waking[key as keyof Waking]),
  );
}
