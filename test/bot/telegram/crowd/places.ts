/** The chats of a crowd, and how its people ask there. */

import type { Message } from "grammy/types";
import type { FakeChat, FakeTelegram, FakeUser } from "../../../bot-api/fake-telegram.ts";
import type { CrowdForm } from "./crowd-form.ts";

export type Random = () => number;

export interface Place {
  readonly chat: FakeChat;
  readonly isGroup: boolean;
  /** Somebody there asks, one way or another. */
  ask(question: string, random: Random): Promise<Message>;
}

const languageCode = "zh-hans";
const topics = ["产业", "科研"];
const kinds = ["supergroup", "group", "forum"] as const;

export function openPerson(telegram: FakeTelegram, name: string): FakeUser {
  return telegram.user({ firstName: name, languageCode });
}

export function openPrivatePlace(telegram: FakeTelegram, user: FakeUser): Place {
  const chat = telegram.privateChat(user);
  return { chat, isGroup: false, ask: (question) => user.in(chat).says(question) };
}

export function openPlaces(telegram: FakeTelegram, form: CrowdForm): readonly Place[] {
  const people = Array.from({ length: form.people }, (_, n) => openPerson(telegram, `众${n}`));
  const alone = people.slice(0, form.privateChats).map((user) => openPrivatePlace(telegram, user));
  const together = Array.from({ length: form.groups }, (_, n) => {
    const from = form.privateChats + n * form.membersPerGroup;
    const members = Array.from({ length: form.membersPerGroup }, (_member, m) =>
      pick(people, (from + m) / people.length),
    );
    return openGroup(telegram, members, n);
  });
  return [...alone, ...together];
}

function openGroup(telegram: FakeTelegram, members: readonly FakeUser[], n: number): Place {
  const kind = pick(kinds, n / kinds.length);
  const group = telegram.group({
    title: `群${n}`,
    members,
    kind,
    ...(kind === "forum" ? { topics } : {}),
  });
  const me = `@${telegram.bot.username}`;
  const ways = [
    (question: string) => `/ask ${question}`,
    (question: string) => `/ask${me} ${question}`,
    (question: string) => `${me} ${question}`,
  ];
  return {
    chat: group,
    isGroup: true,
    ask: (question, random) => {
      const asker: FakeUser = pick(members, random());
      const speaker =
        kind === "forum" ? asker.in(group, { topic: pick(topics, random()) }) : asker.in(group);
      return speaker.says(pick(ways, random())(question));
    },
  };
}

/** @param at from 0 to below 1, or further, over and over */
export function pick<Item>(list: readonly Item[], at: number): Item {
  const found = list[Math.floor((at % 1) * list.length + 1e-9)];
  if (found === undefined) throw new Error("Expected something to pick from.");
  return found;
}
