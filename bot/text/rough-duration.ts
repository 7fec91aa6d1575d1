/** Says a guessed time as roughly as it can be trusted. */

import type { Language } from "./language.ts";

const millisecondsPerSecond = 1000;
const secondsPerMinute = 60;
const minutesPerHour = 60;
const secondsStep = 5;

interface DurationTexts {
  readonly seconds: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number, minutes: number) => string;
}

const texts: Readonly<Record<Language, DurationTexts>> = {
  zh: {
    seconds: (count) => `约 ${count} 秒`,
    minutes: (count) => `约 ${count} 分钟`,
    hours: (count, minutes) => `约 ${count} 小时 ${minutes} 分钟`,
  },
  en: {
    seconds: (count) => `about ${count} s`,
    minutes: (count) => `about ${count} min`,
    hours: (count, minutes) => `about ${count} h ${minutes} min`,
  },
};

/** Rounded up: `about 25 s`, `about 3 min`, `about 2 h 5 min`. */
export function roughDuration(milliseconds: number, language: Language): string {
  const words = texts[language];
  const seconds = milliseconds / millisecondsPerSecond;
  if (seconds <= secondsPerMinute - secondsStep) {
    return words.seconds(Math.max(1, Math.ceil(seconds / secondsStep)) * secondsStep);
  }
  const minutes = Math.ceil(seconds / secondsPerMinute);
  if (minutes < minutesPerHour) return words.minutes(minutes);
  return words.hours(Math.floor(minutes / minutesPerHour), minutes % minutesPerHour);
}
