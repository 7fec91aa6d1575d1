/** A load that waits at its gate after telling how far it is. */

import type { App, LoadRequest } from "../../../../bot/app.ts";
import { RetrievalError } from "../../../../retrieval/errors.ts";
import type { LoadReport } from "../../../../retrieval/load-report.ts";
import { makeLoadReport } from "../make-load-report.ts";

export function gatedLoad() {
  let open: (report: LoadReport) => void = () => undefined;
  const requests: LoadRequest[] = [];
  const load: App["load"] = (request) => {
    requests.push(request);
    request.onProgress?.({ stage: "read", done: 4, total: 12 });
    request.onProgress?.({ stage: "embed", done: 3, total: 12 });
    return new Promise((resolve, reject) => {
      open = resolve;
      request.signal?.addEventListener("abort", () => {
        reject(new RetrievalError("E_LOAD_CANCELLED", "Expected to finish, was stopped."));
      });
    });
  };
  return { load, requests, finish: (report = makeLoadReport()) => open(report) };
}
