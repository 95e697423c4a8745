/**
 * tRPC queries by GET without building fetch's Request, Response and streams, which cost more than the
 * query itself. The wire format is the stock handler's, to the byte: a test compares the two. What
 * this does not understand it leaves to the stock handler.
 */
import type { Context } from "@souk/api";
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCError,
} from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Request, Response } from "express";

export interface Call {
  readonly type: "query" | "mutation";
  readonly paths: readonly string[];
  readonly batch: boolean;
}

export interface QueryCall extends Call {
  /** By position in `paths`. */
  readonly inputs: Readonly<Record<number, unknown>>;
}

export interface Answer {
  readonly ctx: Context;
  readonly errors: readonly TRPCError[];
  readonly status: number;
  readonly body: string;
}

const STREAMING = "application/jsonl";

/** Null: something for the stock handler, such as a stream, a mutation or a refusal of its own. */
export function readQueryCall(
  req: Request,
  queries: ReadonlySet<string>,
  name: string,
  query: URLSearchParams,
  input: unknown,
): QueryCall | null {
  const plain =
    req.method === "GET" &&
    req.headers["trpc-accept"] === undefined &&
    req.headers.accept !== STREAMING &&
    req.headers["content-type"] === undefined &&
    !query.has("connectionParams");
  if (!plain) return null;
  const batch = query.get("batch") === "1";
  const paths = batch ? name.split(",") : [name];
  if (!paths.every((path) => queries.has(path))) return null;
  const call = { type: "query", paths, batch } as const;
  if (!batch) return { ...call, inputs: { 0: input } };
  if (input === undefined) return { ...call, inputs: {} };
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  return { ...call, inputs: input as Record<number, unknown> };
}

type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: TRPCError };

/** `inputOf` is asked by position, once the procedure has judged its caller. */
export async function answerCall(
  router: AnyTRPCRouter,
  call: Call,
  ctx: Context,
  inputOf: (index: number) => Promise<unknown>,
): Promise<Answer> {
  const outcomes = await Promise.all(
    call.paths.map((path, batchIndex) => {
      const getRawInput = () => inputOf(batchIndex);
      return run({
        router,
        path,
        type: call.type,
        ctx,
        getRawInput,
        signal: undefined,
        batchIndex,
      });
    }),
  );
  const config = router._def._config;
  const envelopes = outcomes.map((outcome, index) => {
    if (outcome.ok) return { result: { data: outcome.data } };
    const path = call.paths[index];
    const { error } = outcome;
    const { type } = call;
    return { error: getTRPCErrorShape({ config, error, type, path, input: undefined, ctx }) };
  });
  const statuses = new Set(
    outcomes.map((outcome) => (outcome.ok ? 200 : getHTTPStatusCodeFromError(outcome.error))),
  );
  const [status = 200] = statuses;
  return {
    ctx,
    errors: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error])),
    status: statuses.size > 1 ? 207 : status,
    body: JSON.stringify(call.batch ? envelopes : envelopes[0]),
  };
}

async function run(call: Parameters<typeof callTRPCProcedure>[0]): Promise<Outcome> {
  try {
    return { ok: true, data: await callTRPCProcedure(call) };
  } catch (error) {
    return { ok: false, error: getTRPCErrorFromUnknown(error) };
  }
}

export function sendAnswer(res: Response, { status, body }: Answer): void {
  res.status(status);
  res.setHeader("content-type", "application/json");
  res.setHeader("vary", "trpc-accept, accept");
  res.setHeader("content-length", Buffer.byteLength(body));
  res.end(body);
}
