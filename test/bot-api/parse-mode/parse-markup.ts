/** Reads a text with `parse_mode` into plain text and entities, as strictly as the server does. */

import type { FormattedText } from "../formatted-text.ts";
import { badRequest } from "../api-refusal.ts";
import { parseHtml } from "./parse-html.ts";
import { parseLegacyMarkdown, parseMarkdownV2 } from "./parse-markdown.ts";

const parsers: Readonly<Record<string, (text: string) => FormattedText>> = {
  html: parseHtml,
  markdown: parseLegacyMarkdown,
  markdownv2: parseMarkdownV2,
};

/** @throws {ApiRefusal} `unsupported parse_mode`, or where the marks do not fit together */
export function parseMarkup(text: string, parseMode: string): FormattedText {
  const parse = parsers[parseMode.toLowerCase()];
  if (parse === undefined) throw badRequest("Unsupported parse_mode");
  return parse(text);
}

export function isParseMode(parseMode: string): boolean {
  return parseMode.toLowerCase() in parsers;
}
