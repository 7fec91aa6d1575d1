/** Draws a conversation as an SVG picture, as a messenger shows it. */

import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { textWidth } from "./measure-text.ts";
import { type Line, type Paragraph, paragraphsOf, type Run, wrapRuns } from "./text-runs.ts";

export interface ChatPicture {
  /** Above the first message. */
  readonly title: string;
  readonly messages: readonly Message[];
  /** Whether the bot sent the message. */
  readonly isOurs: (message: Message) => boolean;
}

const width = 640;
const margin = 14;
const padding = 12;
const maxBubble = 500;
const fontPixels = 15;
const smallPixels = 13;
const lineHeight = 22;
const quoteIndent = 12;
const buttonHeight = 30;
const gap = 8;
/** Lines of a folded quote that are seen. */
const foldedLines = 3;
const fonts = "-apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'PingFang SC', sans-serif";
const colours = {
  page: "#dfe7ee",
  ours: "#ffffff",
  theirs: "#e3f6d3",
  text: "#10181f",
  quiet: "#6b7a88",
  link: "#2678b6",
  quote: "#eef4fa",
  button: "#c3d2de",
} as const;

/** One `svg` element; the text in it is text. */
export function drawChat({ title, messages, isOurs }: ChatPicture): string {
  const parts: string[] = [];
  let y = margin + lineHeight;
  parts.push(
    textAt(width / 2, y - 6, title, { size: smallPixels, fill: colours.quiet, middle: true }),
  );
  y += gap;
  for (const message of messages) {
    const drawn = drawMessage(message, isOurs(message), y);
    parts.push(drawn.svg);
    y = drawn.bottom + gap;
  }
  const height = Math.ceil(y + margin - gap);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" font-family="${fonts}">\n` +
    `<rect width="${width}" height="${height}" rx="12" fill="${colours.page}"/>\n` +
    `${parts.join("\n")}\n</svg>\n`
  );
}

interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

function drawMessage(message: Message, isOurs: boolean, top: number): Drawn {
  const body = bodyOf(message);
  if (body === undefined) return drawService(message, top);
  const inner = maxBubble - 2 * padding;
  const blocks = body.map((paragraph) => wrapParagraph(paragraph, inner));
  const head = headOf(message, isOurs);
  const widest = Math.max(
    ...blocks.flatMap(({ lines, indent }) => lines.map((line) => lineWidth(line) + indent)),
    ...head.map((line) => textWidth(line, smallPixels)),
    message.reply_markup === undefined ? 0 : inner,
  );
  const bubble = Math.min(maxBubble, Math.ceil(widest) + 2 * padding);
  const left = isOurs ? margin : width - margin - bubble;
  const parts: string[] = [];
  let y = top + padding;
  for (const line of head) {
    parts.push(textAt(left + padding, y + smallPixels - 1, line, headLook));
    y += lineHeight - 2;
  }
  for (const block of blocks) {
    if (block.quote !== "none") parts.push(quoteBar(left + padding, y, bubble, block.lines.length));
    for (const line of block.lines) {
      parts.push(drawLine(line, left + padding + block.indent, y + fontPixels));
      y += lineHeight;
    }
  }
  const bottom = y + padding - 4;
  const fill = isOurs ? colours.ours : colours.theirs;
  const back = `<rect x="${left}" y="${top}" width="${bubble}" height="${bottom - top}" rx="12" fill="${fill}"/>`;
  const buttons = drawButtons(message.reply_markup, { left, bubble, top: bottom + 4 });
  return { svg: [back, ...parts, buttons.svg].join("\n"), bottom: buttons.bottom };
}

const headLook = { size: smallPixels, fill: colours.link };

/** Who speaks and to what, where it is not plain. */
function headOf(message: Message, isOurs: boolean): readonly string[] {
  const isGroup = message.chat.type !== "private";
  const name = isOurs ? "Wenju" : (message.from?.first_name ?? message.sender_chat?.title ?? "");
  const replied = message.reply_to_message;
  const isTopicStart = replied?.forum_topic_created !== undefined;
  const quoted = replied?.text ?? replied?.caption;
  return [
    ...(isGroup ? [name] : []),
    ...(message.forward_origin === undefined ? [] : ["↪ forwarded"]),
    ...(quoted === undefined || isTopicStart ? [] : [`↩ ${clipped(asShown(quoted))}`]),
  ];
}

function clipped(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  let kept = "";
  for (const character of line) {
    if (textWidth(kept + character, smallPixels) > maxBubble / 2) return `${kept}…`;
    kept += character;
  }
  return kept;
}

/** Clients show of a deep link that was opened its command alone. */
function asShown(text: string): string {
  return text.replace(/^\/start [\w-]+$/u, "/start");
}

function bodyOf(message: Message): readonly Paragraph[] | undefined {
  const { text, entities = [] } = message;
  if (text !== undefined) return paragraphsOf(asShown(text), entities);
  if (message.document === undefined) return undefined;
  const name = `📎 ${message.document.file_name ?? ""}`;
  const caption = message.caption ?? "";
  return [...paragraphsOf(name, []), ...paragraphsOf(caption, message.caption_entities ?? [])];
}

interface Block {
  readonly quote: Paragraph["quote"];
  readonly lines: readonly Line[];
  readonly indent: number;
}

function wrapParagraph({ quote, runs }: Paragraph, maxPixels: number): Block {
  const indent = quote === "none" ? 0 : quoteIndent;
  const lines = wrapRuns(runs, { maxPixels: maxPixels - indent, fontPixels });
  if (quote !== "folded" || lines.length <= foldedLines) return { quote, lines, indent };
  const shown = lines.slice(0, foldedLines);
  const last = shown.at(-1) ?? [];
  const folded = { text: " ⌄", isBold: false, isItalic: false, isCode: false, isLink: true };
  return { quote, lines: [...shown.slice(0, -1), [...last, folded]], indent };
}

function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + textWidth(text, fontPixels), 0);
}

function quoteBar(left: number, top: number, bubble: number, lines: number): string {
  const height = lines * lineHeight;
  return (
    `<rect x="${left}" y="${top}" width="${bubble - 2 * padding}" height="${height}" fill="${colours.quote}"/>` +
    `<rect x="${left}" y="${top}" width="3" height="${height}" fill="${colours.link}"/>`
  );
}

function drawLine(line: Line, x: number, y: number): string {
  const spans = line.map((run) => `<tspan${lookOf(run)}>${escaped(run.text)}</tspan>`).join("");
  return `<text x="${x}" y="${y}" font-size="${fontPixels}" fill="${colours.text}" xml:space="preserve">${spans}</text>`;
}

function lookOf({ isBold, isItalic, isCode, isLink }: Run): string {
  return (
    (isBold ? ' font-weight="600"' : "") +
    (isItalic ? ' font-style="italic"' : "") +
    (isCode ? ' font-family="monospace"' : "") +
    (isLink ? ` fill="${colours.link}"` : "")
  );
}

function drawButtons(
  markup: InlineKeyboardMarkup | undefined,
  { left, bubble, top }: { readonly left: number; readonly bubble: number; readonly top: number },
): Drawn {
  const parts: string[] = [];
  let y = top;
  for (const row of markup?.inline_keyboard ?? []) {
    const each = (bubble - (row.length - 1) * 4) / row.length;
    for (const [index, { text }] of row.entries()) {
      const x = left + index * (each + 4);
      const look = { size: smallPixels, fill: colours.text, middle: true };
      parts.push(
        `<rect x="${x}" y="${y}" width="${each}" height="${buttonHeight}" rx="8" fill="${colours.button}"/>`,
        textAt(x + each / 2, y + buttonHeight / 2 + 5, text, look),
      );
    }
    y += buttonHeight + 4;
  }
  return { svg: parts.join("\n"), bottom: parts.length === 0 ? top - 4 : y - 4 };
}

function drawService(message: Message, top: number): Drawn {
  const opened = message.forum_topic_created;
  const text = opened === undefined ? "…" : `# ${opened.name}`;
  const look = { size: smallPixels, fill: colours.quiet, middle: true };
  return { svg: textAt(width / 2, top + lineHeight - 6, text, look), bottom: top + lineHeight };
}

interface Look {
  readonly size: number;
  readonly fill: string;
  readonly middle?: boolean;
}

function textAt(x: number, y: number, text: string, { size, fill, middle = false }: Look): string {
  const anchor = middle ? ' text-anchor="middle"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${anchor}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
