/** A private chat with the bot and a hand for calls into it, as the tests of refusals want it. */

import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

interface OpenedChat {
  readonly telegram: FakeTelegram;
  readonly ann: FakeUser;
  readonly chat: FakeChat;
  readonly call: (method: string, args?: object) => Promise<Envelope>;
  /** Calls `sendMessage` to the chat. */
  readonly send: (text: string, options?: object) => Promise<Envelope>;
}

export async function openPrivateChat(): Promise<OpenedChat> {
  const telegram = await openFakeBotApi();
  const ann = telegram.user();
  const chat = telegram.privateChat(ann);
  const call: OpenedChat["call"] = (method, args = {}) => callMethod(telegram, method, args);
  return {
    telegram,
    ann,
    chat,
    call,
    send: (text, options = {}) => call("sendMessage", { chat_id: chat.id, text, ...options }),
  };
}
