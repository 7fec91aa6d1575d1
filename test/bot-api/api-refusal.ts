/**
 * What Telegram says when it will not do what a call asks: the error half of the answer envelope.
 *
 * Which behaviour of the server is shown in which test, in the order in which a bot may meet them:
 *
 * | behaviour | test |
 * |---|---|
 * | 401 revoked, malformed token | `answer-call.test.ts` |
 * | 404 unknown method | `answer-call.test.ts` |
 * | 409 second poller, poll beside a webhook, webhook set during a poll | `delivery.test.ts` |
 * | 429 flood, and that calling on makes it longer | `faults.test.ts` |
 * | 400 unknown chat, empty id | `access-rules.test.ts` |
 * | 403 blocked, deleted account, never started, another bot | `access-rules.test.ts` |
 * | 403 kicked, not a member | `access-rules.test.ts` |
 * | 400 upgraded group | `access-rules.test.ts` |
 * | 400 no right to send texts, documents, photos; no write access | `access-rules.test.ts` |
 * | 400 bad topic | `access-rules.test.ts`, `groups.test.ts` |
 * | 400 empty text, white space alone | `methods/send-message.test.ts` |
 * | 400 too long text, caption, bytes | `methods/send-message.test.ts` |
 * | 400 unchanged edit | `methods/edit-messages.test.ts` |
 * | 400 no message to edit, delete, reply to, react to | `methods/edit-messages.test.ts` |
 * | 400 message not ours, too old to delete | `methods/edit-messages.test.ts` |
 * | 400 HTML with an unknown, open or crossed tag | `parse-mode/parse-markup.test.ts` |
 * | 400 Markdown unescaped or open | `parse-mode/parse-markup.test.ts` |
 * | 400 unknown parse_mode | `methods/send-message.test.ts` |
 * | 400 entity beyond the text, inside a symbol | `methods/send-message.test.ts`, `formatted-text.test.ts` |
 * | 400 callback_data of 0 or over 64 bytes, button without action | `keyboard-rules.test.ts` |
 * | 400 reply_markup that is no JSON | `keyboard-rules.test.ts` |
 * | 400 callback or inline query answered late or twice | `methods/answer-queries.test.ts`, `inline-mode.test.ts` |
 * | 400 over 50 inline results | `methods/answer-queries.test.ts` |
 * | 400 bad start_parameter, result ids, next_offset | `inline-mode.test.ts` |
 * | 400 quote that is not in the message | `methods/edit-messages.test.ts` |
 * | 400 draft outside of private chats; 429 too many of them | `drafts.test.ts` |
 * | 400 file too big to fetch, bad file id | `speaker.test.ts` |
 * | 400 upload missing, empty; 413 too large | `methods/send-document.test.ts` |
 * | 400 webhook not https, on another port, inside; bad secret | `methods/bot-and-updates.test.ts` |
 * | without a word: allowed_updates remembered, default set, short polls held, 24 h | `delivery.test.ts` |
 * | without a word: old messages under taps are inaccessible | `speaker.test.ts` |
 * | without a word: own messages not told, privacy mode | `groups.test.ts` |
 * | without a word: white space trimmed, entities moved, dropped and found | `formatted-text.test.ts` |
 * | without a word: webhook order, redelivery, Retry-After, 410 | `webhook.test.ts` |
 */

import type { ResponseParameters } from "grammy/types";

const prefixes: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

export class ApiRefusal extends Error {
  /** `error_code` and the HTTP status. */
  readonly status: number;
  readonly parameters: ResponseParameters | undefined;

  /** @param reason what follows the status' words, such as `chat not found`; may be left out */
  constructor(status: number, reason?: string, parameters?: ResponseParameters) {
    super(describeStatus(status, reason));
    this.name = "ApiRefusal";
    this.status = status;
    this.parameters = parameters;
  }

  toJson(): string {
    return JSON.stringify({
      ok: false,
      error_code: this.status,
      description: this.message,
      ...(this.parameters === undefined ? {} : { parameters: this.parameters }),
    });
  }
}

/**
 * The words of a refusal: `Bad Request: chat not found`.
 * @see tdlib/telegram-bot-api, `fail_query_with_error`: the reason's first letter is lowered unless
 * a capital or `_` follows it
 */
function describeStatus(status: number, reason: string | undefined): string {
  const prefix = prefixes[status] ?? "Error";
  if (reason === undefined) return prefix;
  const isCode = /^.[A-Z_]/u.test(reason);
  return `${prefix}: ${isCode ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`;
}

export function badRequest(reason: string, parameters?: ResponseParameters): ApiRefusal {
  return new ApiRefusal(400, reason, parameters);
}

/** @param retryAfterSeconds whole seconds, as clients are told */
export function tooManyRequests(retryAfterSeconds: number): ApiRefusal {
  return new ApiRefusal(429, `retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
}
