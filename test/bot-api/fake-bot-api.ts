/** Opens the strict fake of the Bot API: a real HTTP server that behaves, and refuses, as Telegram does. */

import type { UserFromGetMe } from "grammy/types";
import { ApiRefusal } from "./api-refusal.ts";
import { answerCall, type CallServer } from "./answer-call.ts";
import { createBell } from "./bell.ts";
import { createDelivery } from "./delivery.ts";
import { createFakeChannel } from "./fake-channel.ts";
import { createPrivateChat } from "./fake-chat.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeGroup } from "./fake-group.ts";
import type { FakeChat, FakeTelegram } from "./fake-telegram.ts";
import { createFakeUser } from "./fake-user.ts";
import { createFaults } from "./faults.ts";
import { openHttpServer } from "./http-server.ts";
import { checkWorld, type Declared } from "./invariants/check-world.ts";
import { findToken } from "./invariants/find-token.ts";
import { throwViolations } from "./invariants/throw-violations.ts";
import { createFloodLimits } from "./flood-limits.ts";
import type { Stage } from "./people.ts";
import { createSchemaValidation } from "./schema-validation.ts";
import type { FakeBotApiOptions, Violation } from "./server-switches.ts";
import { whenIdle } from "./when-idle.ts";
import { createWorld } from "./world.ts";

const defaultToken = "7000000001:AAFakeTokenOfTheStrictTestServer_00";
const defaultWaitTimeoutMs = 10_000;
/** Compiling it takes half a second; every server of a test file shares it. */
const schema = createSchemaValidation();

/** Listens on a free port of 127.0.0.1; see `FakeTelegram` for what a test may do with it. */
export async function openFakeBotApi(options: FakeBotApiOptions = {}): Promise<FakeTelegram> {
  const {
    token = defaultToken,
    startsAt = new Date(),
    holdsShortPolls = false,
    waitTimeoutMs = defaultWaitTimeoutMs,
  } = options;
  const violations: Violation[] = [];
  const violate: CallServer["violate"] = (kind, detail) => void violations.push({ kind, detail });
  const bell = createBell();
  const clock = createFakeClock({
    startsAt,
    isStopped: options.stopsClock ?? false,
    onAdvance: () => bell.ring(),
  });
  const world = createWorld(describeBot(token, options), clock, bell, {
    allowsPlainWebhook: options.allowsPlainWebhook ?? false,
    filesFolder: options.filesFolder,
  });
  const delivery = createDelivery({ bell, clock, violate, holdsShortPolls }, (update) => {
    if (!schema.acceptsUpdate(update)) violate("update breaks the schema", schema.lastProblem());
  });
  const faults = createFaults(clock, options.floodGraceMs ?? 0);
  const floodLimits = createFloodLimits(clock, options.groupMessagesPerMinute);
  const server: CallServer = {
    world,
    delivery,
    faults,
    floodLimits,
    schema,
    calls: [],
    violate,
  };
  let isRevoked = false;
  let declared: Declared = { isKnownSentence: undefined, expectsSeveralAnswers: () => false };
  const stage: Stage = { world, delivery, waitTimeoutMs };
  const privateChats = new Map<number, FakeChat>();
  let callsInFlight = 0;

  const http = await openHttpServer({
    token,
    isRevoked: () => isRevoked,
    file: (path) => [...world.files.values()].find((file) => file.path === path),
    call: async (method, request, signal) => {
      const isPoll = method.toLowerCase() === "getupdates";
      if (!isPoll) callsInFlight += 1;
      bell.ring(server);
      try {
        return await answerCall(server, method, request, signal);
      } catch (error) {
        violate("the fake itself failed", `${method}: ${String(error)}`);
        throw error;
      } finally {
        if (!isPoll) callsInFlight -= 1;
        bell.ring(server);
      }
    },
  });

  const brokenRules = (): readonly Violation[] => [...violations, ...checkWorld(world, declared)];

  return {
    apiRoot: http.origin,
    token,
    bot: world.bot,
    clock,
    updates: delivery.made,
    calls: server.calls,
    violations,
    user: (userOptions = {}) => createFakeUser(stage, userOptions),
    privateChat: (user) => {
      const chat = privateChats.get(user.id) ?? createPrivateChat(stage, user);
      privateChats.set(user.id, chat);
      return chat;
    },
    group: (groupOptions) => createFakeGroup(stage, groupOptions),
    channel: (channelOptions) => createFakeChannel(stage, channelOptions),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    goesOffline: () => http.close(),
    goesOnline: () => http.reopen(),
    revokesToken: () => {
      isRevoked = true;
      delivery.endPoll(new ApiRefusal(401));
    },
    disorder: (disorder) => delivery.disorder.set(disorder),
    redeliver: (updateId) => delivery.redeliver(updateId),
    checkLogs: (text) => {
      const found = findToken(token, text);
      if (found !== undefined) violations.push(found);
    },
    knownSentences: (isKnownSentence) => {
      declared = { ...declared, isKnownSentence };
    },
    expectsSeveralAnswers: (expectsSeveralAnswers) => {
      declared = { ...declared, expectsSeveralAnswers };
    },
    idle: ({ quietMs = 0, timeoutMs = waitTimeoutMs } = {}) =>
      whenIdle({
        bell,
        quietMs,
        timeoutMs,
        isIdle: () => callsInFlight === 0 && delivery.isConfirmed(),
        explain: () =>
          `Expected the bot to be idle: ${callsInFlight} calls run, ${delivery.pendingCount()} updates are not confirmed.`,
      }),
    polled: async ({ timeoutMs = waitTimeoutMs } = {}) => {
      await bell.until({
        find: () => delivery.isPolled() || undefined,
        timeoutMs,
        explain: () => "Expected the bot to poll.",
      });
    },
    brokenRules,
    assertClean: () => throwViolations(brokenRules()),
    close: async () => {
      delivery.webhook.stop();
      clock.stop();
      bell.silence();
      await http.close();
    },
  };
}

function describeBot(
  token: string,
  { botUsername = "wenju_test_bot", guestMode = false }: FakeBotApiOptions,
): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "Wenju",
    username: botUsername,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: guestMode,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
