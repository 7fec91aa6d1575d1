/** Cancels the load that runs, for an admin or an editor of what it loads; what it has done is kept. */

import { mayChange, rightsOf } from "../rights.ts";
import type { ButtonHandler } from "../route-callback.ts";
import { telegramTexts } from "../texts.ts";
import { reloadTexts } from "./reload-texts.ts";

export const cancelLoad: ButtonHandler<"cancelLoad"> = async (
  { loadDesk, operations, settings },
  { user, language },
  { loadId },
) => {
  const rights = rightsOf(user, settings);
  const adminsOnly = { notice: { text: telegramTexts[language].adminsOnly, isAlert: true } };
  if (rights.role === "reader") return adminsOnly;
  const words = reloadTexts[language];
  const load = await operations.loads.find(loadId);
  if (load === undefined) return { notice: { text: words.over, isAlert: true } };
  if (!mayChange(rights, load.path ?? "")) return adminsOnly;
  const isCancelled = await loadDesk.cancel(loadId, user.id);
  return isCancelled
    ? { notice: { text: words.cancelling } }
    : { notice: { text: words.over, isAlert: true } };
};
