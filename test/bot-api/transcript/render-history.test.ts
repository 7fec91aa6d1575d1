import { describe, expect, test } from "vitest";
import { callMethod } from "../call-method.ts";
import { openFakeBotApi } from "../fake-bot-api.ts";

describe("renderHistory", () => {
  test("tells in order what people saw, where the transcript tells what stands", async () => {
    const telegram = await openFakeBotApi();
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    const call = (method: string, args: object) =>
      callMethod(telegram, method, { chat_id: chat.id, ...args });

    const question = await ann.in(chat).says("How long is leave?");
    await call("setMessageReaction", {
      message_id: question.message_id,
      reaction: [{ type: "emoji", emoji: "👀" }],
    });
    await call("sendMessageDraft", { draft_id: 1, text: "Searching", can_stop: true });
    ann.stops();
    await call("sendMessage", { text: "Stopped.", reply_parameters: { message_id: 1 } });
    await call("editMessageText", {
      message_id: 2,
      text: "28 days\nin a year\n[1] Policy",
      entities: [
        { type: "expandable_blockquote", offset: 0, length: 17 },
        { type: "text_link", offset: 18, length: 3, url: "https://t.me/wenju_test_bot?start=s_1" },
      ],
      reply_markup: {
        inline_keyboard: [
          [
            { text: "📖 1", callback_data: "s:1" },
            { text: "Copy", copy_text: { text: "28 days" } },
          ],
        ],
      },
    });
    const tapped = ann.in(chat).taps("📖 1");
    const { id } = telegram.updates.at(-1)!.callback_query!;
    await callMethod(telegram, "answerCallbackQuery", { callback_query_id: id });
    await tapped;
    ann.in(chat).reacts(chat.message(2)!, "👍");
    await ann.in(chat).repliesTo(chat.message(2)!, "And for part-timers?", { quote: "28 days" });
    await call("deleteMessage", { message_id: 1 });

    expect(chat.history()).toMatchInlineSnapshot(`
      "#1 Ann: How long is leave?
      #1 bot reacts 👀
      … draft 1: Searching [ Stop ]
      … draft 1 is stopped
      #2 bot ↩#1: Stopped.
      #2 bot ↩#1 (edited): ▌… 28 days
        ▌in a year
        [[1]](https://t.me/wenju_test_bot?start=s_1) Policy
        [ 📖 1 ] [ Copy ⧉ ]
      #2 Ann taps 📖 1
      #2 Ann reacts 👍
      #3 Ann ↩#2 “28 days”: And for part-timers?
      #1 is deleted"
    `);
    expect(chat.transcript()).toMatchInlineSnapshot(`
      "#2 bot ↩#1 (edited): ▌… 28 days
        ▌in a year
        [[1]](https://t.me/wenju_test_bot?start=s_1) Policy
        [ 📖 1 ] [ Copy ⧉ ]
        Ann 👍
      #3 Ann ↩#2 “28 days”: And for part-timers?"
    `);
    await telegram.close();
    telegram.assertClean();
  });
});
