import type { Message, MessageEntity } from "grammy/types";
import { describe, expect, test } from "vitest";
import { isAddressed, type Addressed } from "../../../bot/telegram/is-addressed.ts";

const me = { id: 42, username: "Wenju_Bot" };
const bot = { id: me.id, is_bot: true, first_name: "Wenju", username: me.username };
const ann = { id: 7, is_bot: false, first_name: "Ann" };
const privateChat = { id: 7, type: "private", first_name: "Ann" } as const;
const group = { id: -100, type: "supergroup", title: "Desk" } as const;
const sticker: NonNullable<Message["sticker"]> = {
  type: "regular",
  file_id: "s",
  file_unique_id: "s",
  width: 512,
  height: 512,
  is_animated: false,
  is_video: false,
};
const pinned = { message_id: 1, date: 0, chat: privateChat } as const;
const silence = { kind: "silence" } as const;
const question = (
  text: string,
  by: "command" | "mention" | "plainText" = "command",
): Addressed => ({
  kind: "question",
  by,
  question: text,
});

function say(text: string | undefined, overrides: Partial<Message> = {}): Message {
  const spoken = text === undefined ? {} : { text };
  return { message_id: 5, date: 0, chat: group, from: ann, ...spoken, ...overrides };
}

function mention(text: string, word: string): Partial<Message> {
  const entity: MessageEntity = {
    type: "mention",
    offset: text.indexOf(word),
    length: word.length,
  };
  return { entities: [entity] };
}

function reply(
  text: string | undefined,
  from = ann,
  more: Partial<Message> = {},
): Partial<Message> {
  // No object literal is of the type grammY gives a replied message.
  const replied: object = { ...say(text, { message_id: 3, from }), ...more };
  return Object.assign<Partial<Message>, object>({}, { reply_to_message: replied });
}

const cases: readonly (readonly [string, Message, Addressed])[] = [
  ["private text", say("馆长是谁？", { chat: privateChat }), question("馆长是谁？", "plainText")],
  [
    "private path",
    say("/usr/bin 是什么", { chat: privateChat }),
    question("/usr/bin 是什么", "plainText"),
  ],
  ["private /ask", say("/ask 馆长是谁", { chat: privateChat }), question("馆长是谁")],
  ["/ask without a space", say("/ask馆长是谁", { chat: privateChat }), question("馆长是谁")],
  [
    "private caption",
    say(undefined, { chat: privateChat, caption: "这是谁？" }),
    question("这是谁？", "plainText"),
  ],
  ["private sticker", say(undefined, { chat: privateChat, sticker }), { kind: "noText" }],
  [
    "private service message",
    say(undefined, { chat: privateChat, pinned_message: pinned }),
    silence,
  ],
  ["group talk", say("大家好"), silence],
  ["group sticker", say(undefined, { sticker }), silence],
  ["group /ask", say("/ask 馆长是谁"), question("馆长是谁")],
  ["group /ASK@me", say("/ASK@wenju_bot 馆长是谁"), question("馆长是谁")],
  ["group /ask@other", say("/ask@other_bot 馆长是谁"), silence],
  ["bare /ask", say("/ask"), { kind: "empty" }],
  [
    "/ask as a reply asks the other's text",
    say("/ask", reply("馆长是谁？")),
    question("馆长是谁？"),
  ],
  [
    "/ask as a reply asks the quoted part",
    say("/ask", { ...reply("甲。乙？"), quote: { text: "乙？", position: 2 } }),
    question("乙？"),
  ],
  [
    "/ask with words about somebody's",
    say("/ask 为什么", reply("馆长是王明。")),
    { kind: "question", by: "command", question: "为什么", about: "馆长是王明。" },
  ],
  [
    "a reply to the quote of another chat",
    say("/ask", { quote: { text: "馆长是谁？", position: 0 } }),
    question("馆长是谁？"),
  ],
  ["/ask as a reply to us asks nothing", say("/ask", reply("答案", bot)), { kind: "empty" }],
  [
    "own mention first",
    say("@wenju_bot，馆长是谁", mention("@wenju_bot，馆长是谁", "@wenju_bot")),
    question("馆长是谁", "mention"),
  ],
  [
    "own mention inside",
    say("请问 @Wenju_Bot 馆长是谁", mention("请问 @Wenju_Bot 馆长是谁", "@Wenju_Bot")),
    question("请问 馆长是谁", "mention"),
  ],
  [
    "own mention after an emoji",
    say("😀 @wenju_bot 谁", mention("😀 @wenju_bot 谁", "@wenju_bot")),
    question("😀 谁", "mention"),
  ],
  [
    "a longer name",
    say("@wenju_bot_dev 谁", mention("@wenju_bot_dev 谁", "@wenju_bot_dev")),
    silence,
  ],
  ["our name without an entity", say("@wenju_bot 谁"), silence],
  [
    "text mention",
    say("问据 谁", { entities: [{ type: "text_mention", offset: 0, length: 2, user: bot }] }),
    question("谁", "mention"),
  ],
  [
    "text mention of somebody else",
    say("安 谁", { entities: [{ type: "text_mention", offset: 0, length: 1, user: ann }] }),
    silence,
  ],
  [
    "bare mention as a reply",
    say("@wenju_bot", { ...mention("@wenju_bot", "@wenju_bot"), ...reply("馆长是谁？") }),
    question("馆长是谁？", "mention"),
  ],
  ["bare mention", say("@wenju_bot", mention("@wenju_bot", "@wenju_bot")), { kind: "empty" }],
  [
    "reply to us",
    say("那副馆长呢？", reply("答案", bot)),
    { kind: "question", by: "reply", question: "那副馆长呢？", repliesTo: 3 },
  ],
  [
    "reply to a source that we showed",
    say(
      "后来呢？",
      reply("📖 标题\n一句。", bot, { entities: [{ type: "blockquote", offset: 6, length: 3 }] }),
    ),
    { kind: "question", by: "reply", question: "后来呢？", repliesTo: 3, about: "一句。" },
  ],
  ["reply to another", say("同意", reply("我觉得行")), silence],
  [
    "first message of a topic we opened",
    say(
      "大家好",
      reply(undefined, bot, {
        forum_topic_created: { name: "t", icon_color: 1 },
      }),
    ),
    silence,
  ],
  [
    "command",
    say("/reload@wenju_bot force"),
    { kind: "command", name: "reload", argument: "force" },
  ],
  [
    "deep link",
    say("/start s_ab-1", { chat: privateChat }),
    { kind: "command", name: "start", argument: "s_ab-1" },
  ],
  ["another bot's command", say("/weather"), silence],
  [
    "unknown command in private",
    say("/Weather now", { chat: privateChat }),
    { kind: "command", name: "weather", argument: "now" },
  ],
  [
    "command for another bot in private",
    say("/ask@other 谁", { chat: privateChat }),
    { kind: "command", name: "", argument: "谁" },
  ],
  ["a bot", say("/ask 谁", { from: { ...ann, is_bot: true } }), silence],
  [
    "an anonymous administrator",
    say("/ask 谁", { from: { ...ann, is_bot: true }, sender_chat: group }),
    question("谁"),
  ],
  [
    "a channel speaking in the group",
    say("/ask 谁", {
      from: { ...ann, is_bot: true },
      sender_chat: { id: -5, type: "channel", title: "c" },
    }),
    question("谁"),
  ],
  ["an automatic forward", say("/ask 谁", { is_automatic_forward: true }), silence],
  [
    "a channel's own post",
    say("/ask 谁", { chat: { id: -5, type: "channel", title: "c" } }),
    silence,
  ],
  ["edited soon", say("/ask 谁", { date: 100, edit_date: 160 }), question("谁")],
  ["edited later", say("/ask 谁", { date: 100, edit_date: 161 }), silence],
  ["an edited command", say("/reload", { date: 100, edit_date: 101 }), silence],
  [
    "mention in a caption",
    say(undefined, {
      caption: "@wenju_bot 这是谁",
      caption_entities: [{ type: "mention", offset: 0, length: 10 }],
    }),
    question("这是谁", "mention"),
  ],
  ["a guest's call", say("谁", { guest_query_id: "g" }), question("谁", "plainText")],
  ["sent through us", say("谁", { chat: privateChat, via_bot: bot }), silence],
];

describe("isAddressed", () => {
  test.each(cases)("%s", (_name, message, expected) => {
    expect(isAddressed(message, me)).toEqual(expected);
  });
});
