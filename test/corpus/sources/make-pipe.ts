/** Makes a named pipe, which Node cannot do by itself. */

import { execFileSync } from "node:child_process";

const program = "mkfifo";

export function makePipe(path: string): void {
  execFileSync(program, [path]);
}
