import { expect, test } from "vitest";
import { messageLink } from "../../../bot/telegram/message-link.ts";

test.each([
  [-1001234567890, 42, "https://t.me/c/1234567890/42"],
  [-5001, 42, undefined],
  [5001, 42, undefined],
])("the address of a message in chat %i", (chatId, messageId, link) => {
  expect(messageLink(chatId, messageId)).toBe(link);
});
