/** What goes wrong between a question and a model's reply. */

import { AppError, type AppErrorOptions } from "../../corpus/errors.ts";

/** Its messages never hold the server's words, which may repeat the key or the prompt. */
export class ModelError extends AppError {
  override readonly code:
    /** Not reached, overloaded, or failing on its side. */
    | "E_MODEL_UNAVAILABLE"
    | "E_MODEL_TIMEOUT"
    /** The server turns the request down: key, address, model name, or a prompt that is too long. */
    | "E_MODEL_REJECTED"
    /** A reply that cannot be used: empty, refused, or not of the protocol. */
    | "E_MODEL_UNUSABLE"
    | "E_MODEL_BUDGET";

  constructor(code: ModelError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}
