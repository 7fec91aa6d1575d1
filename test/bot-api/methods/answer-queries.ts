/** `answerCallbackQuery` and `answerInlineQuery`: each query is answered once, and in time. */

import { badRequest } from "../api-refusal.ts";
import { isExpired, type OpenQuery, type World } from "../world.ts";
import { modelledMethod } from "./modelled-method.ts";

const maxInlineResults = 50;
const tooOld = "query is too old and response timeout expired or query ID is invalid";

export const answerCallbackQuery = modelledMethod({
  name: "answerCallbackQuery",
  options: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
  run: ({ world, args }) => {
    const { callback_query_id: id, ...answer } = args;
    return settle(world, world.callbackQueries.get(id), answer);
  },
});

export const answerInlineQuery = modelledMethod({
  name: "answerInlineQuery",
  options: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
  run: ({ world, args }) => {
    const { inline_query_id: id, results, ...rest } = args;
    if (results.length > maxInlineResults) {
      throw badRequest("too many inline query results specified");
    }
    return settle(world, world.inlineQueries.get(id), { ...rest, results });
  },
});

function settle<Answer>(world: World, query: OpenQuery<Answer> | undefined, answer: Answer): true {
  if (query === undefined || query.answer !== undefined || isExpired(world, query)) {
    throw badRequest(tooOld);
  }
  query.answer = answer;
  world.bell.ring();
  return true;
}
