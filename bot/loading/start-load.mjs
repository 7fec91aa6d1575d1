/** Begins the process of a load: behind all others at the processor, and never without its parent. */

import { constants, setPriority } from "node:os";
import { register } from "tsx/esm/api";

// Threads inherit it, so that it comes before there are any.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// A terminal sends them to every process; this one does what its parent says.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
// Whatever it is at: a load may be cut short at any moment.
process.on("disconnect", () => process.exit());

register();
await import("./load-process.ts");
