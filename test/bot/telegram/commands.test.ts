import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeUser } from "../../bot-api/fake-telegram.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
let admin: FakeUser;
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Root" });
});
afterEach(() => stage.close());

describe("/start and /help", () => {
  test("greet and explain", async () => {
    stage.start({ adminIds: [admin.id] });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/start");
    expect((await chat.nextBotMessage()).text).toMatch(/^你好，我是问据/u);
    await admin.in(chat).says("/help");
    expect((await chat.nextBotMessage()).text).toContain("/reload");
  });

  test("keep admin commands from others", async () => {
    stage.start({ adminIds: [admin.id] });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("/help");
    const { text } = await chat.nextBotMessage();
    expect(text).toContain("@wenju_test_bot");
    expect(text).not.toContain("/reload");
  });

  test("offer each chat its commands", async () => {
    const mo = stage.telegram.user();
    const editors = [
      { userId: mo.id, folder: "news" },
      // An admin who is named twice keeps the admin's list.
      { userId: admin.id, folder: "news" },
    ];
    stage.start({ adminIds: [admin.id], settings: { editors } });
    const adminChat = stage.telegram.privateChat(admin);
    const moChat = stage.telegram.privateChat(mo);
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    const group = stage.telegram.group({ title: "Desk", members: [ann] });
    const names = (user: FakeUser, where: typeof chat) =>
      user
        .in(where)
        .commands()
        .map(({ command }) => command);
    const forAdmins =
      "ask stop help scope status reload refresh docs tag generations diff rollback audit unanswered check digest forget privacy";
    // The lists of admins come last.
    await expect.poll(() => names(admin, adminChat)).toEqual(forAdmins.split(" "));
    expect(names(mo, moChat)).toEqual(
      "ask stop help status reload refresh docs tag unanswered forget privacy".split(" "),
    );
    expect(names(ann, chat)).toEqual(["ask", "stop", "help", "forget", "privacy"]);
    expect(names(ann, group)).toEqual(["ask", "stop", "scope", "help"]);
    const described = (languageCode?: string) => {
      const user = stage.telegram.user(languageCode === undefined ? {} : { languageCode });
      return user.in(stage.telegram.privateChat(user)).commands()[2]?.description;
    };
    expect(described("en")).toBe("How to ask");
    expect(described("ja")).toBe("How to ask");
    expect(described("zh-hans")).toBe("怎样提问");
  });
});

describe("an unknown command", () => {
  test("meets a hint in private and silence in a group", async () => {
    stage.start();
    const chat = stage.telegram.privateChat(admin);
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    await admin.in(group).says("/weather");
    await admin.in(chat).says("/weather");
    expect((await chat.nextBotMessage()).text).toContain("/help");
    await stage.telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toEqual([]);
  });
});
