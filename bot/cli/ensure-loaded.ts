/** Makes a fresh machine answer: loads the documents where nothing was ever loaded. */

import type { Composition } from "../compose.ts";
import type { Config } from "../config.ts";
import { loadWithProgress } from "./load-with-progress.ts";
import { renderLoadReport } from "./render-load-report.ts";
import { tell, type Terminal } from "./terminal.ts";

/** Does nothing where a corpus is served already. @throws as `App.load` */
export async function ensureLoaded(
  composition: Composition,
  config: Config,
  terminal: Terminal,
): Promise<void> {
  const generations = await composition.app.generations();
  if (generations.length > 0) return;
  const what = config.documentsAreSample ? "the sample documents" : config.documentsFolder;
  tell(terminal, `Nothing is loaded yet; loading ${what} first.`);
  const report = await loadWithProgress(composition, {}, terminal);
  tell(terminal, renderLoadReport(report));
}
