/** Walks through every door behind which a document's words could still be seen once it is removed. */

import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../bot/app.ts";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { startLink } from "../../../bot/telegram/start-link.ts";
import type { Answer } from "../../../prompts/answering/answer.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { makeExtractive } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

const path = "地方/青石大桥.txt";
const bridge =
  "青石大桥通车\n\n2019年10月2日\n\n本报讯 10月1日，青石大桥建成通车，全长860米。大桥双向六车道。\n";
const documents = {
  [path]: bridge,
  "museum.txt": "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n",
  "tea.txt": "春茶上市\n\n2023年，青石县春茶产量1200吨，比上年增长5%。\n",
};
const question = "青石大桥全长多少米？";
const secret = "860米";

let composition: Composition;
let folder: string;
let answer: Answer;
let stage: Stage;
let ann: FakeUser;
let chat: FakeChat;
let asked: AskRequest[];

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(join(folder, "docs"), documents);
});
beforeEach(async () => {
  stage = await openStage();
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: join(folder, "docs"),
    DATABASE_URL: stage.databaseUrl,
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  const { app } = composition;
  // Brings back what the test before has removed: its list went with its database.
  await app.load({});
  answer = await app.ask({ question });
  ann = stage.telegram.user({ firstName: "Ann" });
  chat = stage.telegram.privateChat(ann);
  asked = [];
  stage.start({
    adminIds: [ann.id],
    app: {
      ...app,
      ask: (request) => {
        asked.push(request);
        return app.ask(request);
      },
    },
  });
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
});

const remove = () => composition.app.removeDocument(path, { by: "test" });

function citation() {
  if (answer.kind !== "answered") throw new TypeError("The corpus answers this.");
  return answer.citations[0]!;
}

/** Keeps an answer that was given to Ann, and its id. */
async function keep(given: Answer = answer): Promise<string> {
  const { answers } = await composition.operations();
  return answers.save({ chatId: chat.id, userId: ann.id, question, answer: given });
}

async function follow(link: Parameters<typeof startLink>[1]): Promise<string> {
  await ann.opens(startLink("wenju_test_bot", link)!);
  return JSON.stringify(await chat.nextBotMessage());
}

async function ask(words: string) {
  await ann.in(chat).says(words);
  return chat.nextBotMessage();
}

/** A door is opened before the removal, told of it, and opened again: what stands behind it both times. */
type Door = () => Promise<() => Promise<string>>;
const always =
  (look: () => Promise<string>): Door =>
  async () =>
    look;
const doors: Readonly<Record<string, Door>> = {
  "a new answer": always(async () => JSON.stringify(await ask(question))),
  "an inline result": async () => {
    // Telegram itself answers the same query again for a while; another one reaches us.
    const queries = [question, "青石大桥长多少米？"];
    return async () => JSON.stringify(await ann.inline(queries.shift()!));
  },
  "the source button of an answer": async () => {
    const shown = await ask(question);
    return async () => {
      await ann.in(chat).taps(shown, "📖 1");
      const reader = await chat.nextEdit(shown);
      await ann.in(chat).taps(reader, "✕ 返回回答");
      await chat.nextEdit(shown);
      return JSON.stringify(reader);
    };
  },
  "the way back to the answer": async () => {
    const shown = await ask(question);
    await ann.in(chat).taps(shown, "📖 1");
    const reader = await chat.nextEdit(shown);
    return async () => {
      await ann.in(chat).taps(reader, "✕ 返回回答");
      const back = await chat.nextEdit(shown);
      await ann.in(chat).taps(back, "📖 1");
      await chat.nextEdit(shown);
      return JSON.stringify(back);
    };
  },
  "a turned page": async () => {
    const shown = await ask(question);
    await ann.in(chat).taps(shown, "📖 1");
    const reader = await chat.nextEdit(shown);
    return async () => {
      await ann.in(chat).taps(reader, "文档");
      const outline = await chat.nextEdit(shown);
      const leave = outline.text?.includes("移除") === true ? "✕ 返回回答" : "📖 引文";
      await ann.in(chat).taps(outline, leave);
      return JSON.stringify([outline, await chat.nextEdit(shown)]);
    };
  },
  "the buttons of a voted answer": async () => {
    const shown = await ask(question);
    const votes = ["👍", "👎"];
    return async () => {
      await ann.in(chat).taps(shown, votes.shift()!);
      return JSON.stringify((await chat.nextEdit(shown)).reply_markup);
    };
  },
  "a link to the sentence": always(() =>
    follow({ kind: "sentence", sentenceId: citation().sentenceId }),
  ),
  "an invitation to ask": always(() => follow({ kind: "ask", sentenceId: citation().sentenceId })),
  "a link to the citation": async () => {
    const answerId = await keep();
    const { n, sentenceId } = citation();
    return () => follow({ kind: "citation", answerId, n, sentenceId });
  },
  "a further page of an answer": async () => {
    const many = Array.from({ length: 7 }, (_, at) => ({ ...citation(), n: at + 1 }));
    const answerId = await keep({ ...makeExtractive(many), generation: answer.generation });
    return () => follow({ kind: "more", answerId, page: 1 });
  },
  "the history a follow-up is read in": async () => {
    await keep();
    return async () => {
      await ask("它有几条车道？");
      return JSON.stringify(asked.at(-1)?.history);
    };
  },
  "the reply to an answer": async () => {
    const shown = await ask(question);
    return async () => {
      await ann.in(chat).repliesTo(shown, "是哪一年？");
      await chat.nextBotMessage();
      return JSON.stringify(asked.at(-1)?.history);
    };
  },
  "the documents themselves": always(async () => JSON.stringify(await composition.app.documents())),
  "a generation brought back": async () => {
    const [holding] = await composition.app.generations();
    return async () => {
      const [served] = await composition.app.generations();
      if (served?.number !== holding?.number) await composition.app.rollback(holding?.number);
      return JSON.stringify(await ask(question));
    };
  },
};

describe("removed text", () => {
  test.each(Object.keys(doors))("is gone behind %s", async (name) => {
    const look = await doors[name]!();
    expect(await look()).toContain(secret);
    await remove();
    const left = await look();
    expect(left).not.toContain(secret);
    expect(left).not.toContain("青石大桥通车");
  });
});
