/** What was refused, as one line for tests. */

import { expect } from "vitest";
import type { Envelope } from "./call-method.ts";

/** `400 Bad Request: chat not found`; fails the test where nothing was refused. */
export function refusal({ status, ok, error_code, description }: Envelope): string {
  expect(ok).toBe(false);
  expect(error_code).toBe(status);
  return `${status} ${description}`;
}
