import { describe, expect, test } from "vitest";
import { createChatGate } from "../../../bot/telegram/create-chat-gate.ts";

const ann = { id: 7 };
const annChat = { id: 7, type: "private" } as const;
const group = { id: -100, type: "supergroup" } as const;

describe("createChatGate", () => {
  test("lets everybody in where no chats are named", () => {
    const gate = createChatGate({ adminIds: [], allowedChats: [] });
    expect(gate.admit(group, ann)).toBe("admitted");
  });

  test("tells another chat once", () => {
    const gate = createChatGate({ adminIds: [], allowedChats: [-5] });
    expect(gate.admit({ ...group, id: -5 }, ann)).toBe("admitted");
    expect(gate.admit(group, ann)).toBe("firstRefusal");
    expect(gate.admit(group, ann)).toBe("refused");
    expect(gate.admit(annChat, ann)).toBe("firstRefusal");
  });

  test("always lets an admin in, in private only", () => {
    const gate = createChatGate({ adminIds: [7], allowedChats: [-5] });
    expect(gate.admit(annChat, ann)).toBe("admitted");
    expect(gate.admit(group, ann)).toBe("firstRefusal");
  });
});
