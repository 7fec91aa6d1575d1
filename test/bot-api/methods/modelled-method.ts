/** The shape of a method the fake models: which options it knows, and what it does to the world. */

import type { ApiMethods, Opts } from "grammy/types";
import type { Delivery } from "../delivery.ts";
import type { Violation } from "../server-switches.ts";
import type { Upload } from "../read-request.ts";
import type { MethodName } from "../schema-validation.ts";
import type { World } from "../world.ts";

/** Puts a breach on record. */
export type Violate = (kind: Violation["kind"], detail: string) => void;

interface MethodCall<M extends MethodName> {
  readonly world: World;
  readonly delivery: Delivery;
  readonly args: Opts<M>;
  /** Files that came with the call, by the name of their part. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Ends when the client hangs up. */
  readonly signal: AbortSignal;
  readonly violate: Violate;
}

type MethodResult<M extends MethodName> = ReturnType<ApiMethods[M]>;

export interface ModelledMethod<M extends MethodName> {
  readonly name: M;
  /** Options with a modelled meaning, or none that tests can see; any other is a violation. */
  readonly options: readonly (keyof Opts<M> & string)[];
  /** @throws {ApiRefusal} in Telegram's words */
  run(call: MethodCall<M>): MethodResult<M> | Promise<MethodResult<M>>;
}

/** Keeps the method's own types while the table of methods is built. */
export function modelledMethod<M extends MethodName>(method: ModelledMethod<M>): ModelledMethod<M> {
  return method;
}
