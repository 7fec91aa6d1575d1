/** Names who did something, as the audit knows them, in the words of a reader. */

import type { Language } from "./language.ts";

const places: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { telegram: "管理员", terminal: "命令行" },
  en: { telegram: "admin", terminal: "terminal" },
};

const watch: Readonly<Record<Language, string>> = {
  zh: "自动（文件夹有变动）",
  en: "the folder watch",
};

/** `admin 12345` for `telegram 12345`; as it stands where the place is unknown. */
export function actorLabel(who: string, language: Language): string {
  if (who === "watch") return watch[language];
  const [, place = "", name] = /^(\w+) (.+)$/u.exec(who) ?? [];
  const known = Object.hasOwn(places[language], place) ? places[language][place] : undefined;
  return known === undefined || name === undefined ? who : `${known} ${name}`;
}
