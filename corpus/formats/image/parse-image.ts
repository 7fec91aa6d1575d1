/** (being written) */

import type { ParseBytes } from "../parsers.ts";

export const parseImage: ParseBytes = () => Promise.reject(new Error("not written yet"));
