import { array, assert, constantFrom, nat, property } from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, test } from "vitest";
import { detectEntities } from "./detect-entities.ts";
import { formatText, maxEntities, messageLimits } from "./formatted-text.ts";

const bold = (offset: number, length: number): MessageEntity => ({ type: "bold", offset, length });
const format = (text: string, entities: readonly MessageEntity[] = []) =>
  formatText(text, entities, messageLimits);

describe("formatText", () => {
  test("trims surrounding white space and moves entities with it", () => {
    expect(format(" \n 年假 leave \n", [bold(3, 2)])).toEqual({
      text: "年假 leave",
      entities: [bold(0, 2)],
    });
  });

  test("keeps leading white space in which an entity begins", () => {
    expect(format("  a", [bold(1, 2)])).toEqual({ text: " a", entities: [bold(0, 2)] });
  });

  test("cuts an entity at the new end and drops one that is left empty", () => {
    expect(format("ab  ", [bold(1, 3), bold(3, 1)])).toEqual({
      text: "ab",
      entities: [bold(1, 1)],
    });
  });

  test("drops carriage returns within the text", () => {
    expect(format("a\r\nbc", [bold(3, 2)])).toEqual({ text: "a\nbc", entities: [bold(2, 2)] });
  });

  // Texts and offsets of tdlib's own tests.
  test.each([
    ["👉 👉  ", bold(1, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 4"],
    [
      "👉 👉  ",
      bold(0, 1),
      "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
    ],
    [
      "aba caba",
      bold(3, 6),
      "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 9",
    ],
    ["aba caba", bold(9, 1), "entity begins after the end of the text at UTF-16 offset 9"],
    ["aba caba", bold(-1, 1), "receive an entity with incorrect offset -1"],
  ])("refuses in %j the entity %j", (text, entity, reason) => {
    expect(() => format(text, [entity])).toThrow(`Bad Request: ${reason}`);
  });

  test("counts characters as code points", () => {
    expect(format("😀".repeat(4096)).text).toHaveLength(8192);
    expect(() => format("😀".repeat(4097))).toThrow("Bad Request: message is too long");
  });

  test("refuses more than 32,768 bytes before it looks at the length", () => {
    expect(() => format("a".repeat(32_769))).toThrow("Bad Request: text is too long");
  });

  test("keeps 100 entities, quotes and links before bold text", () => {
    const text = "a".repeat(200);
    const many = Array.from({ length: 120 }, (_, offset) => bold(offset, 1));
    const { entities } = format(text, [...many, { type: "blockquote", offset: 150, length: 9 }]);
    expect(entities).toHaveLength(maxEntities);
    expect(entities.at(-1)).toMatchObject({ type: "blockquote" });
  });

  test("finds links and commands itself, but not inside code", () => {
    const { entities } = format("/ask see https://a.example/x. or /ask", [
      { type: "url", offset: 0, length: 4 },
      { type: "code", offset: 33, length: 4 },
    ]);
    expect(entities).toEqual([
      { type: "bot_command", offset: 0, length: 4 },
      { type: "url", offset: 9, length: 19 },
      { type: "code", offset: 33, length: 4 },
    ]);
  });

  test("keeps every entity on the characters it was given for", () => {
    const pieces = array(constantFrom(" ", "\n", "\r", "a", "年", "😀", "👉"), {
      maxLength: 30,
    });
    assert(
      property(pieces, nat(30), nat(30), (characters, from, count) => {
        const text = characters.join("");
        const offset = characters.slice(0, from).join("").length;
        const marked = characters.slice(from, from + count).join("");
        const formatted = format(text, [bold(offset, marked.length)]);
        expect(formatted.text).toBe(formatted.text.trimEnd());
        const [entity] = formatted.entities;
        if (entity === undefined) return;
        const kept = formatted.text.slice(entity.offset, entity.offset + entity.length);
        expect(marked.replaceAll("\r", "").trim()).toBe(kept.trim());
      }),
    );
  });
});

describe("detectEntities", () => {
  const found = (text: string): readonly string[] =>
    detectEntities(text).map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    );

  test.each([
    ["/ask@wenju_bot what", ["bot_command /ask@wenju_bot"]],
    ["hello @wenju_bot, hi", ["mention @wenju_bot"]],
    ["@wenju_bot你好", []],
    ["你好@wenju_bot", []],
    ["/ask你好", []],
    ["a/b /c/d", []],
    ["ann@mail.example", []],
    ["（见 https://a.example/年假?x=1）", ["url https://a.example/年假?x=1）"]],
    ["#2026 #年假2026", ["hashtag #年假2026"]],
  ])("finds in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
