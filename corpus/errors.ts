/** The error base of the whole house, and the ground floor's own error. */

/** What {@link AppError} carries besides its message. */
export interface AppErrorOptions extends ErrorOptions {
  /** Whether the same call may succeed later without any change. Default false. */
  readonly retryable?: boolean;
}

/**
 * Base of every error that crosses a layer's border.
 *
 * The class names the fault's owner, `code` is stable and may be matched on, and the message says
 * what was expected, what was found and what to do. Programmer slips throw `TypeError` instead.
 */
export abstract class AppError extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, message: string, options: AppErrorOptions = {}) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** A document, or the folder of documents, is not what the corpus layer can use. */
export class CorpusError extends AppError {
  override readonly code:
    | "E_FOLDER_MISSING"
    | "E_FOLDER_EMPTY"
    /** Nothing stands, or was ever loaded, at the path that alone was to be loaded. */
    | "E_PATH_MISSING"
    | "E_FILE_UNREADABLE"
    | "E_FILE_EMPTY"
    /** Over a limit of `limits.ts`: bytes, pages, pixels, rows, an archive's files, depth or ratio. */
    | "E_FILE_TOO_LARGE"
    | "E_FILE_TIMEOUT"
    | "E_FILE_ENCRYPTED"
    /** Begins like a known format and breaks off, or contradicts itself. */
    | "E_FILE_DAMAGED"
    | "E_NOT_TEXT"
    | "E_FORMAT_UNSUPPORTED"
    /** An optional package that reads the format is not installed. */
    | "E_PART_MISSING";

  constructor(code: CorpusError["code"], message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}

/** Only a part of the documents was to be loaded, and there is no such part. */
export class PathMissingError extends CorpusError {
  readonly path: string;
  /** Paths that may be meant, the likeliest first; folders end with a slash. */
  readonly nearby: readonly string[];

  constructor(path: string, nearby: readonly string[]) {
    super(
      "E_PATH_MISSING",
      `Expected a file or folder of the documents at ${path}, found none. ` +
        (nearby.length === 0
          ? "Name one relative to the documents folder."
          : `Nearby are: ${nearby.join(", ")}.`),
    );
    this.path = path;
    this.nearby = nearby;
  }
}
