/** The top floor's own faults: settings, wrong usage, and the operational database. */

import { AppError, type AppErrorOptions } from "../corpus/errors.ts";

/** One or more settings are wrong; the message has one line for each. */
export class ConfigError extends AppError {
  override readonly code: "E_CONFIG";

  constructor(message: string, options?: AppErrorOptions) {
    super("E_CONFIG", message, options);
    this.code = "E_CONFIG";
  }
}

/** What was typed cannot be meant; nothing was done. */
export class UsageError extends AppError {
  override readonly code: "E_USAGE" | "E_QUESTION_EMPTY" | "E_QUESTION_TOO_LONG";

  constructor(code: UsageError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}

/** The database of leases, inbox, answers and audit is at fault. */
export class OperationsError extends AppError {
  override readonly code: "E_OPERATIONS_UNREACHABLE" | "E_OPERATIONS_BROKEN";

  constructor(code: OperationsError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}

/** A file sent by hand, or an address, that cannot be taken. */
export class UploadError extends AppError {
  override readonly code:
    /** Over what Telegram gives to bots. */
    | "E_UPLOAD_TOO_LARGE"
    /** It could not be fetched from Telegram; sent again, it may. */
    | "E_UPLOAD_LOST"
    /** A file stands where its folder should be, or a folder where it should. */
    | "E_UPLOAD_IN_THE_WAY"
    /** The check before publishing did not pass. */
    | "E_UPLOAD_HELD_BACK"
    /** Nothing waits under this id. */
    | "E_UPLOAD_UNKNOWN"
    /** Not one that is fetched: another scheme, a password in it, a private network. */
    | "E_LINK_REFUSED"
    | "E_LINK_FAILED"
    | "E_LINK_REDIRECTS"
    | "E_LINK_TOO_LARGE"
    | "E_LINK_TIMEOUT"
    /** What came is of a kind that is not read. */
    | "E_LINK_FORMAT";

  constructor(code: UploadError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}

/** A command did its work, and the finding is bad. */
export class FindingError extends AppError {
  override readonly code: "E_CHECK_FAILED" | "E_NOT_SERVED" | "E_NOTHING_TAKEN";

  constructor(code: FindingError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}

/** A load in a process of its own failed: there, with the code of what failed it, or as a process. */
export class LoadProcessError extends AppError {}
