import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settings } from "../bot/settings.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README", () => {
  test.each(Object.entries(settings))(
    "lists %s as doctor does",
    (name, { description, fallback }) => {
      expect(readme).toContain(`| \`${name}\` | ${description} | ${fallback} |`);
    },
  );

  test("names no setting that does not exist", () => {
    const named = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(settings));
  });

  test("has no gap left to fill", () => {
    expect(readme).not.toMatch(/@@|TODO/u);
  });
});
