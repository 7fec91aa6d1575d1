/** Messages as the program sends them: what the server keeps of them, and what a client shows. */

import { GrammyError } from "grammy";
import type { MessageEntity } from "grammy/types";
import { compare, refusalOf } from "./refusal-trials.ts";
import type { Trial, TrialResult } from "./trial.ts";

const quoted = "这句话是引文，<b>不是</b>标记 & 不是命令。";
const folded = "这段引文折叠着，点开才看得到全部。".repeat(12);

/** Some text and its entities, in the order of an answer. */
function specimen(link: string): { readonly text: string; readonly entities: MessageEntity[] } {
  const entities: MessageEntity[] = [];
  let text = "";
  const add = (
    words: string,
    entity?: DistributiveOmit<MessageEntity, "offset" | "length">,
  ): void => {
    if (entity !== undefined)
      entities.push({ ...entity, offset: text.length, length: words.length });
    text += words;
  };
  add("问据试验 😀 Trial ");
  add("[1]", { type: "text_link", url: link });
  add("\n");
  add("[1] 标题", { type: "bold" });
  add(" ");
  add("时间", { type: "date_time", unix_time: 1_767_225_600, date_time_format: "Dt" });
  add("\n");
  add(quoted, { type: "blockquote" });
  add("\n");
  add(folded, { type: "expandable_blockquote" });
  return { text, entities };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function kinds(entities: readonly MessageEntity[]): string {
  return entities
    .map(({ type, offset, length }) => `${type} ${offset}+${length}`)
    .sort()
    .join(", ");
}

function matched(found: string, expected: string, messageIds: readonly number[]): TrialResult {
  return found === expected ? { found, messageIds } : { found, expected, messageIds };
}

export const messageTrials: readonly Trial[] = [
  {
    name: "entities come back as they were sent",
    run: async ({ api, chat, me }) => {
      const { text, entities } = specimen(`https://t.me/${me.username}?start=trial`);
      const sent = await api.sendMessage(chat.id, text, {
        entities,
        link_preview_options: { is_disabled: true },
      });
      return {
        ...matched(kinds(sent.entities ?? []), kinds(entities), [sent.message_id]),
        look: "a link [1], a bold title, a date in your own time zone, a quote, and a folded quote",
      };
    },
  },
  {
    name: "a message is measured in characters, not in UTF-16 units",
    run: async ({ api, chat }) => {
      const sent = await api.sendMessage(chat.id, "😀".repeat(2_100));
      return { found: "4,200 units in 2,100 characters were taken", messageIds: [sent.message_id] };
    },
  },
  {
    name: "buttons come back as they were sent",
    run: async ({ api, chat }) => {
      const row = [
        { text: "📖 1", callback_data: "trial" },
        { text: "📋 复制", copy_text: { text: "问据" } },
        { text: "✓", callback_data: "trial", style: "success" as const },
      ];
      const sent = await api.sendMessage(chat.id, "按钮", {
        reply_markup: { inline_keyboard: [row] },
      });
      const found = (sent.reply_markup?.inline_keyboard.flat() ?? []).map(({ text }) => text);
      return {
        ...matched(found.join(), row.map(({ text }) => text).join(), [sent.message_id]),
        look: "three buttons: 📖 1, one that copies “问据”, and a green one",
      };
    },
  },
  {
    name: "an edit that changes nothing is declined",
    run: async ({ api, chat }) => {
      const { message_id: id } = await api.sendMessage(chat.id, "不变");
      const refusal = await refusalOf(() => api.editMessageText(chat.id, id, "不变"));
      return { ...compare(refusal, /message is not modified/u), messageIds: [id] };
    },
  },
  {
    name: "a reply may quote only what stands in the message",
    run: async ({ api, chat }) => {
      const { message_id: id } = await api.sendMessage(chat.id, "湖水清了。");
      const refusal = await refusalOf(() =>
        api.sendMessage(chat.id, "?", { reply_parameters: { message_id: id, quote: "山火" } }),
      );
      return { ...compare(refusal, /QUOTE_TEXT_INVALID/u), messageIds: [id] };
    },
  },
  {
    name: "drafts show in private chats alone",
    run: async ({ api, chat }) => {
      const draft = { can_stop: true };
      const refusal = await refusalOf(() => api.sendMessageDraft(chat.id, 1, "正在查找……", draft));
      if (chat.type !== "private") return compare(refusal, /TEXTDRAFT_PEER_INVALID/u);
      const look = "for some seconds, a draft that says 正在查找……, with a button to stop it";
      return { ...matched(refusal ?? "taken", "taken", []), look };
    },
  },
  {
    name: "a reaction may be shown",
    run: async ({ api, chat }) => {
      const { message_id: id } = await api.sendMessage(chat.id, "看到了");
      const refusal = await refusalOf(() =>
        api.setMessageReaction(chat.id, id, [{ type: "emoji", emoji: "👀" }]),
      );
      return { ...matched(refusal ?? "taken", "taken", [id]), look: "a message with 👀" };
    },
  },
  {
    name: "a file arrives",
    run: async ({ api, chat }) => {
      const { InputFile } = await import("grammy");
      const file = new InputFile(Buffer.from("湖水清了。\n"), "trial.txt");
      const sent = await api.sendDocument(chat.id, file);
      const found = sent.document.file_name ?? "no name";
      return {
        ...matched(found, "trial.txt", [sent.message_id]),
        look: "a text file named trial.txt",
      };
    },
  },
  {
    name: "rich messages",
    run: async ({ api, chat }) => {
      try {
        const html = "<h1>问据</h1><ul><li>湖水清了。</li></ul>";
        const sent = await api.sendRichMessage(chat.id, { html });
        const look = "a title with a list below it; an empty bubble if your client cannot show it";
        return { found: "taken", look, messageIds: [sent.message_id] };
      } catch (error) {
        if (!(error instanceof GrammyError)) throw error;
        return { found: `${error.error_code} ${error.description}`, messageIds: [] };
      }
    },
  },
];
