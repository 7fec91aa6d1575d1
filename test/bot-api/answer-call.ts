/**
 * What becomes of one call: fault, flood window, refusal, or its effect and result.
 *
 * 1. the method is looked up and the body read
 * 2. an ordered fault answers in its place, or after it
 * 3. an open `retry_after` window of the chat refuses it
 * 4. the server's first checks, then the schema, then the method itself
 * 5. the result is held against the schema
 */

import { ApiRefusal, badRequest, tooManyRequests } from "./api-refusal.ts";
import type { Delivery } from "./delivery.ts";
import type { Faults, WindowKey } from "./faults.ts";
import type { FloodLimits } from "./flood-limits.ts";
import { refuseBadKeyboard } from "./keyboard-rules.ts";
import type { Violate } from "./methods/modelled-method.ts";
import { runMethod } from "./methods/run-method.ts";
import { type Arguments, type RawRequest, readRequest, type ReadRequest } from "./read-request.ts";
import type { MethodName, SchemaValidation } from "./schema-validation.ts";
import { isParseMode } from "./parse-mode/parse-markup.ts";
import type { Fault, RecordedCall } from "./server-switches.ts";
import type { World } from "./world.ts";

export interface CallServer {
  readonly world: World;
  readonly delivery: Delivery;
  readonly faults: Faults;
  readonly floodLimits: FloodLimits;
  readonly schema: SchemaValidation;
  readonly calls: RecordedCall[];
  readonly violate: Violate;
}

/** So many bytes at once, with a pause between. */
export interface Drip {
  readonly bytes: number;
  readonly everyMs: number;
}

/** `lost`: the connection is closed without an answer; `torn`: in the middle of it. */
export type Answer =
  | {
      readonly status: number;
      readonly body: string;
      readonly drip?: Drip;
      readonly isTorn?: boolean;
    }
  | { readonly status: "lost" };

export async function answerCall(
  server: CallServer,
  methodName: string,
  raw: RawRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const method = server.schema.methodNamed(methodName);
  if (method === undefined) return refusalAnswer(new ApiRefusal(404, "method not found"));
  const read = tryRead(server, method, raw);
  if (read instanceof ApiRefusal) return refusalAnswer(read);

  const record = recordCall(server, method, read.args);
  const chatId = Number(read.args["chat_id"] ?? Number.NaN);
  const fault = server.faults.take(method, chatId);
  const isTrue = fault === undefined || fault.status === "slow" || fault.status === "torn";
  const hasEffect = isTrue || fault.afterEffect === true;
  const answer = hasEffect ? await tryMethod(server, method, read, signal) : undefined;
  if (answer instanceof ApiRefusal && answer.status === tooManyRequestsStatus) {
    const wasRead = isTrue && fault?.status !== "torn";
    server.faults.noteRefusal(windowKey(method, read.args), wasRead);
  }
  if (isTrue) {
    record(answer instanceof ApiRefusal ? "refused" : "done", answer);
    const whole = answer instanceof ApiRefusal ? refusalAnswer(answer) : resultAnswer(answer);
    return fault === undefined ? whole : spoil(whole, fault);
  }
  record("faulted", new Error(fault.description ?? String(fault.status)));
  if (fault.retryAfterSeconds !== undefined) {
    server.faults.openWindow(windowKey(method, read.args), fault.retryAfterSeconds);
  }
  return faultAnswer(fault);
}

const tooManyRequestsStatus = 429;

/** The chat; for calls that name none, such as answers to queries, the method alone. */
function windowKey(method: MethodName, args: Arguments): WindowKey {
  return args["chat_id"] === undefined ? method : Number(args["chat_id"]);
}

function spoil(answer: Answer, { status, dripEveryMs = 1, dripBytes = 1 }: Fault): Answer {
  if (answer.status === "lost") return answer;
  return status === "torn"
    ? { ...answer, isTorn: true }
    : { ...answer, drip: { bytes: dripBytes, everyMs: dripEveryMs } };
}

function tryRead(
  server: CallServer,
  method: MethodName,
  raw: RawRequest,
): ReadRequest | ApiRefusal {
  try {
    return readRequest(raw, (name) => server.schema.typesOfArgument(method, name));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    server.violate("request breaks the schema", `${method}: ${error.message}`);
    return error;
  }
}

/** @returns what notes the outcome once it is known */
function recordCall(
  server: CallServer,
  method: MethodName,
  args: Arguments,
): (kind: "done" | "refused" | "faulted", answer: unknown) => void {
  // Polls come by the hundred and tell a test nothing.
  if (method === "getUpdates") return () => undefined;
  const call: RecordedCall = {
    method,
    args,
    atMs: server.world.clock.nowMs(),
    outcome: undefined,
  };
  const place = server.calls.push(call) - 1;
  return (kind, answer) => {
    const description = answer instanceof Error ? answer.message : "";
    server.calls[place] = {
      ...call,
      outcome: kind === "done" ? { kind } : { kind, description },
    };
  };
}

async function tryMethod(
  server: CallServer,
  method: MethodName,
  { args, uploads }: ReadRequest,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    refuseFlood(server, method, args);
    refuseMalformed(method, args);
    const result = await runMethod(server, { method, args, uploads, signal });
    const plain: unknown = JSON.parse(JSON.stringify(result));
    if (!server.schema.acceptsResult(method, plain)) {
      server.violate("result breaks the schema", `${method}: ${server.schema.lastProblem()}`);
    }
    return plain;
  } catch (error) {
    if (error instanceof ApiRefusal) return error;
    throw error;
  }
}

function refuseFlood(server: CallServer, method: MethodName, args: Arguments): void {
  const key = windowKey(method, args);
  const remainingSeconds = server.faults.remainingSeconds(key);
  if (remainingSeconds === undefined) {
    const waitSeconds = server.floodLimits.count(method, Number(args["chat_id"] ?? Number.NaN));
    if (waitSeconds === undefined) return;
    server.faults.openWindow(key, waitSeconds);
    throw tooManyRequests(waitSeconds);
  }
  if (server.faults.isUnaware(key)) throw tooManyRequests(remainingSeconds);
  server.violate(
    "call within retry_after",
    `${method} to ${key}, ${remainingSeconds} s before it is allowed`,
  );
  const longerSeconds = remainingSeconds * windowGrowth;
  server.faults.openWindow(key, longerSeconds);
  throw tooManyRequests(longerSeconds);
}

/** Calling on during a penalty makes it longer; by how much is not documented. */
const windowGrowth = 2;

const neededUploads = { sendDocument: "document", sendPhoto: "photo" };

/** The server reads these by hand and has its own words for what is missing. */
function refuseMalformed(method: MethodName, args: Arguments): void {
  refuseBadKeyboard(args["reply_markup"]);
  const parseMode = args["parse_mode"];
  if (typeof parseMode === "string" && !isParseMode(parseMode)) {
    throw badRequest("Unsupported parse_mode");
  }
  const isSending = /^send(?:Message|Document|Photo)$/u.test(method);
  if (isSending && args["chat_id"] === undefined) throw badRequest("chat_id is empty");
  if (method === "sendMessage" && args["text"] === undefined) {
    throw badRequest("message text is empty");
  }
  for (const [upload, name] of Object.entries(neededUploads)) {
    if (method === upload && args[name] === undefined) {
      throw badRequest(`there is no ${name} in the request`);
    }
  }
}

function resultAnswer(result: unknown): Answer {
  return { status: 200, body: JSON.stringify({ ok: true, result }) };
}

export function refusalAnswer(refusal: ApiRefusal): Answer {
  return { status: refusal.status, body: refusal.toJson() };
}

function faultAnswer({ status, description, retryAfterSeconds, body }: Fault): Answer {
  if (status === "lost") return { status };
  if (typeof status !== "number") throw new TypeError(`Expected a status, found ${status}.`);
  if (body !== undefined) return { status, body };
  const refusal =
    retryAfterSeconds === undefined ? new ApiRefusal(status) : tooManyRequests(retryAfterSeconds);
  const words = description ?? refusal.message;
  return {
    status,
    body: JSON.stringify({
      ok: false,
      error_code: status,
      description: words,
      ...(refusal.parameters === undefined ? {} : { parameters: refusal.parameters }),
    }),
  };
}
