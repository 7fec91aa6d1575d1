import { describe, expect, test } from "vitest";
import { runHere } from "./run-here.ts";

describe("runCommandLine", () => {
  test.each([
    ["no command", [], "Usage: wenju"],
    ["an unknown command", ["aks", "x"], "Did you mean ask"],
    ["a missing question", ["ask"], "missing required argument"],
    ["an empty question", ["ask", "  \n"], "Expected a question"],
    ["a question of 5,000 characters", ["ask", "问".repeat(5000), "--json"], "at most 4000"],
    ["an unknown option", ["load", "--colour"], "unknown option"],
    ["too many words", ["ask", "one", "two"], "too many arguments"],
    ["a rollback to no number", ["rollback", "yesterday"], "number of a generation"],
    ["an audit of no number", ["audit", "--limit", "all"], "how many acts"],
    ["a history that is not there", ["ask", "x", "--history", "/nowhere.json"], "/nowhere.json"],
    ["a history of another form", ["ask", "x", "--history", "package.json"], "another form"],
  ])("ends with code 2 and a hint: %s", async (_what, words, hint) => {
    const { code, stdout, stderr } = await runHere(words);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });

  test.each([[["--help"]], [["ask", "--help"]], [["help", "load"]]])(
    "prints help with code 0: %s",
    async (words) => {
      const { code, stdout, stderr } = await runHere(words);

      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("Usage: wenju");
      expect(stdout).toContain("--data <dir>");
    },
  );

  test("ends with code 1 where a setting is wrong", async () => {
    const environment = { ADMIN_IDS: "anna" };
    const { code, stdout, stderr } = await runHere(["status", "--json"], { environment });

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^ADMIN_IDS: expected .*found "anna"/u);
  });
});
