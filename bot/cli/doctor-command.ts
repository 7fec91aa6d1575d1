/** `doctor`: looks at everything the program needs and says what to do where something is wrong. */

import { Command } from "commander";
import { z } from "zod";
import type { Environment } from "../config.ts";
import { FindingError } from "../errors.ts";
import { redact } from "../logger.ts";
import { openOnce } from "../open-once.ts";
import { type SettingName, settingNames, settings } from "../settings.ts";
import { configOf } from "./command-options.ts";
import { type Check, type Finding, bad } from "./doctor/check.ts";
import { corpusChecks } from "./doctor/corpus-checks.ts";
import { embedderChecks } from "./doctor/embedder-check.ts";
import { machineChecks } from "./doctor/machine-checks.ts";
import { modelChecks } from "./doctor/model-check.ts";
import { networkChecks } from "./doctor/network-checks.ts";
import { tryInChat } from "./doctor/try-in-chat.ts";
import { print, type Terminal } from "./terminal.ts";

const optionsSchema = z.object({ telegram: z.string().optional() });

export function createDoctorCommand(terminal: Terminal): Command {
  return new Command("doctor")
    .description("check the machine, the settings, the corpus and the servers")
    .option(
      "--telegram <chat>",
      "try with the bot's token, in this chat, what only Telegram can tell",
    )
    .action(async (options: unknown, command: Command) => {
      const { telegram: chat } = optionsSchema.parse(options);
      const config = configOf(command, terminal);
      if (chat !== undefined) return tryInChat(terminal, config, chat);
      print(terminal, renderSettings(terminal.environment));
      const embedder = openOnce(async () => {
        const { openEmbedder } = await import("../open-embedder.ts");
        return openEmbedder(config);
      });
      const open = () => embedder.open();
      const checks = [
        ...machineChecks(config),
        ...corpusChecks(config, open),
        ...networkChecks(config),
        ...embedderChecks(config.embedding, open),
        ...modelChecks(config.model),
      ];
      let failed = 0;
      for (const check of checks) {
        const finding = await look(check, terminal.signal);
        if (finding.kind === "bad") failed += 1;
        print(terminal, redact(renderFinding(check, finding), config.secrets));
      }
      if (failed === 0) return;
      throw new FindingError("E_CHECK_FAILED", `${failed} of ${checks.length} checks failed.`);
    });
}

async function look(check: Check, signal: AbortSignal): Promise<Finding> {
  try {
    return await check.run(signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return bad(reason, "see the message; LOG_LEVEL=debug shows more");
  }
}

function renderFinding({ name }: Check, finding: Finding): string {
  return finding.kind === "good"
    ? `✓ ${name}: ${finding.found}`
    : `${finding.kind === "bad" ? "✗" : "!"} ${name}: ${finding.found}\n  → ${finding.advice}`;
}

function renderSettings(environment: Environment): string {
  const width = Math.max(...settingNames.map((name) => name.length));
  return settingNames
    .map((name) => `  ${name.padEnd(width)}  ${shownValue(name, environment[name]?.trim())}`)
    .join("\n");
}

function shownValue(name: SettingName, value: string | undefined): string {
  const { secret, fallback } = settings[name];
  if (value === undefined || value === "") return `not set (${fallback})`;
  return secret ? "set (hidden)" : value;
}
