/** Sends each admin the digest of the week once it is over, whichever process comes to it first. */

import { makeDigest } from "../digest/make-digest.ts";
import { weekBefore } from "../digest/week-before.ts";
import { ifAlone } from "../operations/if-alone.ts";
import type { Period } from "../operations/period-counts.ts";
import { tellOnce } from "../tell-once.ts";
import type { Chore } from "./chore.ts";
import { renderDigest } from "./render-digest.ts";
import { payloadOf } from "./send-message.ts";

const leaseName = "weekly digest";

/** Resolves when the signal is given; never rejects. */
export async function keepDigest(chore: Chore): Promise<void> {
  const { parts, clock, signal } = chore;
  const trouble = tellOnce(parts.logger, "What the weekly digest tells of");
  let quietWeekEndMs: number | undefined;
  while (!signal.aborted) {
    try {
      const week = weekBefore(clock.now());
      const readers = quietWeekEndMs === week.to.getTime() ? [] : await readersOf(chore, week);
      if (readers.length > 0) {
        const work = async (): Promise<void> => {
          if (!(await sendDigests(chore, week))) quietWeekEndMs = week.to.getTime();
        };
        await ifAlone(parts.operations.leases, { name: leaseName, signal, work });
      }
      trouble.onSuccess();
    } catch (error) {
      if (!signal.aborted) trouble.onFailure(error);
    }
    await clock.pause(parts.timing.digestLookMs, signal);
  }
}

/** Admins who want the digest of the week and do not have it. */
async function readersOf({ parts }: Chore, week: Period) {
  const { settings, operations } = parts;
  const readers = await Promise.all(
    settings.adminIds.map(async (userId) => ({
      userId,
      ...(await operations.digests.reader(userId)),
    })),
  );
  return readers.filter(({ isOn, sentUntil }) => isOn && (sentUntil ?? 0) < week.to);
}

/**
 * Each is written down under the name of its week before it counts as sent, so that a kill between
 * neither loses nor doubles it. False where there is nothing to tell.
 */
async function sendDigests(chore: Chore, week: Period): Promise<boolean> {
  const { parts, worker } = chore;
  const { operations } = parts;
  const digest = await makeDigest(operations, week);
  if (digest === undefined) return false;
  // Asked again: another process may have sent them before it gave the lease back.
  for (const { userId } of await readersOf(chore, week)) {
    const known = await operations.languages.find(userId);
    const message = renderDigest(digest, known === "en" ? "en" : "zh");
    await operations.outbox.put(
      {
        key: `digest/${week.to.getTime()}/${userId}`,
        method: "sendMessage",
        chatId: userId,
        payload: payloadOf({ chatId: userId }, message),
      },
      worker,
    );
    await operations.digests.markSent(userId, week.to);
  }
  return true;
}
