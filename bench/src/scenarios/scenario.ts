/** What a scenario is: calls on one of the two faces, alone or one after another. */
import type { Endpoint } from "../options.ts";

export const FACES = ["trpc", "rest"] as const;
export type Face = (typeof FACES)[number];

export interface Call {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Calls that do not depend on each other: clients go through them from different places on. */
export interface Calls {
  readonly kind: "calls";
  readonly endpoint: Endpoint;
  calls(face: Face): readonly Call[];
}

/** What one visitor knows from the answers so far. */
export interface Memory {
  variantId: string;
  cartToken: string;
}

export interface Step {
  call(memory: Memory): Call;
  /** Takes from the answer what later steps need. */
  learn(body: string, memory: Memory): void;
}

/** Steps that only together are worth something. Each visitor begins with a memory of their own. */
export interface Flow {
  readonly kind: "flow";
  readonly endpoint: Endpoint;
  begin(): Memory;
  steps(face: Face): readonly Step[];
}

export type Scenario = Calls | Flow;
