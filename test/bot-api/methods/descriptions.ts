/** `setMyDescription` and `setMyShortDescription`: what the bot says of itself before it is started. */

import { modelledMethod } from "./modelled-method.ts";

export const setMyDescription = modelledMethod({
  name: "setMyDescription",
  options: ["description", "language_code"],
  run: ({ world, args }) => {
    world.descriptions.set(`long ${args.language_code ?? ""}`, args.description ?? "");
    return true;
  },
});

export const setMyShortDescription = modelledMethod({
  name: "setMyShortDescription",
  options: ["short_description", "language_code"],
  run: ({ world, args }) => {
    world.descriptions.set(`short ${args.language_code ?? ""}`, args.short_description ?? "");
    return true;
  },
});
