/** What Telegram says when it will not do what a call asks: the error half of the answer envelope. */

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
