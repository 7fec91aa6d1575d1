/** Port: where documents come from. A folder on disk, a JSON Lines file, later an upload. */

export interface SourceFile {
  /** Relative to the source's root, with `/` on every system; identifies the document. */
  readonly path: string;
  /** Title known from outside the bytes, for example a JSON record's field. */
  readonly title?: string;
  /** Bytes of the caller's own. @throws {CorpusError} `E_FILE_UNREADABLE`, `E_FILE_TOO_LARGE` */
  read(): Promise<Uint8Array>;
}

export interface DocumentSource {
  /**
   * Sorted by path.
   *
   * @param near where only files at or under this path, or archives around it, are wanted: others
   *   may be left out to spare work
   * @throws {CorpusError} `E_FOLDER_MISSING`; of JSON Lines `E_FILE_UNREADABLE`,
   * `E_FORMAT_UNSUPPORTED`
   */
  list(near?: string): Promise<readonly SourceFile[]>;
}
