/** Shows in the message of a card how far the load behind a change of documents is. */

import type { DocumentChange } from "../documents/create-document-acts.ts";
import { followProgress } from "../loading/follow-progress.ts";
import type { Parts } from "./parts.ts";
import { plainMessage } from "./outgoing-message.ts";
import { createProgressMessage } from "./progress-message.ts";
import { renderLoadProgress } from "./reload/render-loading.ts";
import type { Tap } from "./route-callback.ts";
import { editMessage } from "./send-message.ts";

/** What `change` gives; the message is still when it settles. */
export async function followChange<Result>(
  { fleeting, logger, timing, now, signal }: Parts,
  { message, user, language }: Tap,
  change: (request: DocumentChange) => Promise<Result>,
): Promise<Result> {
  const { chat, message_id: messageId } = message;
  const progress = createProgressMessage({
    first: plainMessage(""),
    everyMs: timing.progressEveryMs,
    now,
    edit: (shown) =>
      editMessage(fleeting, chat.id, messageId, shown).catch((error: unknown) => {
        logger.debug("The progress of a change could not be shown", { error });
      }),
  });
  const follow = followProgress(now);
  try {
    return await change({
      by: `telegram ${user.id}`,
      signal,
      onProgress: (done) => progress.show(renderLoadProgress(follow(done), language)),
    });
  } finally {
    await progress.close();
  }
}
