/** What buttons carry: ids, never text, at most 64 bytes, and their way back. */

/** Every button there is; each kind has a handler of its own in `route-callback.ts`. */
export type Button =
  /** Under an answer: opens one of its citations. */
  { readonly kind: "source"; readonly answerId: string; readonly n: number };

const separator = ":";

/** At most `maxCallbackBytes` bytes, for the ids this program makes. */
export function buttonData(button: Button): string {
  switch (button.kind) {
    case "source":
      return join("s", button.answerId, button.n);
  }
}

/** Undefined where no button of ours carries this: it is forged, or of another version. */
export function parseButton(callbackData: string): Button | undefined {
  const [letter, ...fields] = callbackData.split(separator);
  return parsers.get(letter ?? "")?.(fields);
}

type Parser = (fields: readonly string[]) => Button | undefined;

const parsers: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  [
    "s",
    ([answerId, n, ...rest]) =>
      isAnswerId(answerId) && isNumber(n) && rest.length === 0
        ? { kind: "source", answerId, n: Number(n) }
        : undefined,
  ],
]);

function join(...fields: readonly (string | number)[]): string {
  return fields.join(separator);
}

/** As `bot/operations/answers.ts` makes them. */
function isAnswerId(text: string | undefined): text is string {
  return /^[A-Za-z0-9_-]{12}$/u.test(text ?? "");
}

/** Of a citation. */
function isNumber(text: string | undefined): text is string {
  return /^\d{1,4}$/u.test(text ?? "");
}
