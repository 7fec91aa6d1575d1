import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, type Verdict, type Waking } from "../../../bot/telegram/policy.ts";

/** A person who mentions the bot in an allowed supergroup. */
const usual: Waking = {
  who: "person",
  where: "supergroup",
  by: "mention",
  wants: "answer",
  form: "new",
  chat: "allowed",
  quota: "left",
};
const ofPlace: Verdict = { kind: "answer", scope: "ofPlace" };
const ofCaller: Verdict = { kind: "answer", scope: "ofCaller" };
const silent: Verdict = { kind: "silent" };
const offer: Verdict = { kind: "offerToAllow" };
const wait: Verdict = { kind: "tellToWait" };

const rows: readonly (readonly [string, Partial<Waking>, Verdict])[] = [
  ["a mention in a supergroup", {}, ofPlace],
  ["a command in a group", { where: "group", by: "command" }, ofPlace],
  ["a reply in a topic", { where: "topic", by: "reply" }, ofPlace],
  ["plain text in a group", { where: "group", by: "plainText" }, silent],
  ["plain text in a supergroup", { by: "plainText" }, silent],
  ["plain text in a topic", { where: "topic", by: "plainText" }, silent],
  ["an admin's plain text in a group", { who: "admin", by: "plainText" }, silent],
  ["plain text in private", { where: "private", by: "plainText" }, ofPlace],
  ["an album's caption with a mention", { by: "mention" }, ofPlace],
  ["a bot", { who: "bot", by: "command" }, silent],
  ["a bot in private", { who: "bot", where: "private" }, silent],
  ["an anonymous administrator", { who: "anonymousAdmin", by: "command" }, ofPlace],
  ["a channel as sender", { who: "channel" }, ofPlace],
  ["a post in a channel", { who: "channel", where: "channel" }, silent],
  ["a question edited soon", { form: "edited" }, ofPlace],
  ["a question edited late", { form: "editedLate" }, silent],
  ["a command edited soon", { form: "edited", wants: "command", by: "command" }, silent],
  ["a bare mention", { wants: "hint" }, ofPlace],
  ["a bare mention, edited", { form: "edited", wants: "hint" }, silent],
  ["an unknown group", { chat: "unknown" }, offer],
  ["an unknown private chat", { where: "private", chat: "unknown", by: "plainText" }, offer],
  ["plain text in an unknown group", { chat: "unknown", by: "plainText" }, silent],
  ["a command in an unknown group", { chat: "unknown", wants: "command" }, offer],
  ["an admin in an unknown group", { who: "admin", chat: "unknown" }, offer],
  ["an admin's unknown private chat", { who: "admin", where: "private", chat: "unknown" }, ofPlace],
  [
    "an admin's private chat that was told",
    { who: "admin", where: "private", chat: "told" },
    ofPlace,
  ],
  ["a group that was told", { chat: "told" }, silent],
  ["a refused group", { chat: "refused" }, silent],
  ["a group the bot was removed from", { chat: "gone" }, silent],
  ["an admin who blocked the bot", { who: "admin", where: "private", chat: "gone" }, silent],
  ["a person whose questions are spent", { quota: "justSpent" }, wait],
  ["the same once more", { quota: "spent" }, silent],
  ["an anonymous administrator's quota", { who: "anonymousAdmin", quota: "justSpent" }, wait],
  ["a channel's quota", { who: "channel", quota: "spent" }, silent],
  ["an admin has no quota", { who: "admin", quota: "spent" }, ofPlace],
  ["commands have no quota", { wants: "command", quota: "spent" }, ofPlace],
  ["an unknown group with its quota spent", { chat: "unknown", quota: "spent" }, offer],
  ["inline", { where: "inline", by: "plainText" }, ofCaller],
  ["inline by an admin", { who: "admin", where: "inline", chat: "unknown" }, ofCaller],
  ["inline by a stranger", { where: "inline", chat: "unknown" }, silent],
  ["inline by somebody refused", { where: "inline", chat: "refused" }, silent],
  ["a guest", { where: "guest" }, ofCaller],
  ["a guest called by a stranger", { where: "guest", chat: "unknown" }, silent],
  ["a guest where that is off", { where: "guest", chat: "off" }, silent],
  ["a guest where that is off, by an admin", { who: "admin", where: "guest", chat: "off" }, silent],
  ["a guest whose caller's questions are spent", { where: "guest", quota: "justSpent" }, wait],
];

const wakings = fc.record<Waking>({
  who: fc.constantFrom("person", "admin", "anonymousAdmin", "channel", "bot"),
  where: fc.constantFrom("private", "group", "supergroup", "topic", "channel", "inline", "guest"),
  by: fc.constantFrom("command", "mention", "reply", "plainText"),
  wants: fc.constantFrom("answer", "command", "hint"),
  form: fc.constantFrom("new", "edited", "editedLate"),
  chat: fc.constantFrom("allowed", "unknown", "told", "refused", "gone", "off"),
  quota: fc.constantFrom("left", "justSpent", "spent"),
});

describe("decide", () => {
  test.each(rows)("%s", (_what, waking, verdict) => {
    expect(decide({ ...usual, ...waking })).toEqual(verdict);
  });

  test("answers nobody in a chat that is not allowed but an admin who is alone with it", () => {
    fc.assert(
      fc.property(wakings, (waking) => {
        const isAlone = waking.who === "admin" && /private|inline|guest/u.test(waking.where);
        fc.pre(waking.chat !== "allowed" && !isAlone);
        expect(decide(waking).kind).not.toBe("answer");
      }),
    );
  });

  test("says nothing to bots, in channels, to late edits, and to talk among others", () => {
    fc.assert(
      fc.property(wakings, (waking) => {
        const isTalk = waking.by === "plainText" && /group|topic/u.test(waking.where);
        const isNotOurs = waking.who === "bot" || waking.where === "channel" || isTalk;
        fc.pre(isNotOurs || waking.form === "editedLate");
        expect(decide(waking)).toEqual(silent);
      }),
    );
  });

  test("is never deaf to who calls it in an allowed chat with questions left", () => {
    fc.assert(
      fc.property(wakings, (waking) => {
        fc.pre(waking.who !== "bot" && waking.where !== "channel" && waking.by !== "plainText");
        const called: Waking = { ...waking, form: "new", chat: "allowed", quota: "left" };
        expect(decide(called).kind).toBe("answer");
      }),
    );
  });
});
