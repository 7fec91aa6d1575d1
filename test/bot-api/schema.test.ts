import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { botApiSchemaPath, generateBotApiSchema } from "../../tools/generate-bot-api-schema.ts";
import { createSchemaValidation } from "./schema-validation.ts";

describe("schema.generated.json", () => {
  test("equals what the installed types give", () => {
    const committed = readFileSync(botApiSchemaPath, "utf8");
    expect(generateBotApiSchema() === committed).toBe(true);
  });
});

describe("createSchemaValidation", () => {
  const schema = createSchemaValidation();

  test("finds a method in any casing", () => {
    expect(schema.methodNamed("SENDmessage")).toBe("sendMessage");
    expect(schema.methodNamed("sendNothing")).toBeUndefined();
  });

  test.each([
    [{ chat_id: 1, text: "a" }, ""],
    [
      { chat_id: 1, text: "a", parsemode: "HTML" },
      "/ must NOT have additional properties (parsemode)",
    ],
    [{ chat_id: true, text: "a" }, "/chat_id must be number; /chat_id must be string"],
    [
      { chat_id: 1, text: "a", entities: [{ type: "bold", offset: "0", length: 1 }] },
      "/entities/0/offset must be number",
    ],
  ])("holds the arguments %j against the types", (args, problem) => {
    expect(schema.acceptsArguments("sendMessage", args) ? "" : schema.lastProblem()).toContain(
      problem,
    );
  });

  test("knows ranges that the documentation gives in bytes and characters", () => {
    const query = { callback_query_id: "1" };
    expect(
      schema.acceptsArguments("answerCallbackQuery", { ...query, text: "文".repeat(200) }),
    ).toBe(true);
    expect(
      schema.acceptsArguments("answerCallbackQuery", { ...query, text: "文".repeat(201) }),
    ).toBe(false);
  });

  test("leaves out chats that no type admits", () => {
    const message = { message_id: 1, date: 1, from: { id: 1, is_bot: false, first_name: "Ann" } };
    const update = (chat: object) => ({ update_id: 1, message: { ...message, chat } });
    expect(schema.acceptsUpdate(update({ id: 1, type: "private", first_name: "Ann" }))).toBe(true);
    expect(schema.acceptsUpdate(update({ id: 1, type: "channel", title: "News" }))).toBe(false);
    expect(schema.acceptsUpdate(update({}))).toBe(false);
  });

  test("tells which arguments a form must read as JSON", () => {
    expect([...schema.typesOfArgument("sendMessage", "text")]).toEqual(["string"]);
    expect([...schema.typesOfArgument("sendMessage", "chat_id")]).toEqual(["number", "string"]);
    expect(schema.typesOfArgument("sendMessage", "nothing").size).toBe(0);
  });
});
