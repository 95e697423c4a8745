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

export interface QueryCall {
  readonly paths: readonly string[];
  readonly batch: boolean;
  /** By position in `paths`. */
  readonly inputs: Readonly<Record<number, unknown>>;
}

export interface QueryAnswer {
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
  if (!batch) return { paths, batch, inputs: { 0: input } };
  if (input === undefined) return { paths, batch, inputs: {} };
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  return { paths, batch, inputs: input as Record<number, unknown> };
}

type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: TRPCError };

export async function answerQueryCall(
  router: AnyTRPCRouter,
  call: QueryCall,
  ctx: Context,
): Promise<QueryAnswer> {
  const outcomes = await Promise.all(
    call.paths.map((path, index) => run(router, path, call.inputs[index], ctx, index)),
  );
  const config = router._def._config;
  const envelopes = outcomes.map((outcome, index) => {
    if (outcome.ok) return { result: { data: outcome.data } };
    const path = call.paths[index];
    const input = call.inputs[index];
    return {
      error: getTRPCErrorShape({ config, error: outcome.error, type: "query", path, input, ctx }),
    };
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

async function run(
  router: AnyTRPCRouter,
  path: string,
  input: unknown,
  ctx: Context,
  batchIndex: number,
): Promise<Outcome> {
  try {
    const data: unknown = await callTRPCProcedure({
      router,
      path,
      type: "query",
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex,
    });
    return { ok: true, data };
  } catch (error) {
    return { ok: false, error: getTRPCErrorFromUnknown(error) };
  }
}

export function sendQueryAnswer(res: Response, { status, body }: QueryAnswer): void {
  res.status(status);
  res.setHeader("content-type", "application/json");
  res.setHeader("vary", "trpc-accept, accept");
  res.setHeader("content-length", Buffer.byteLength(body));
  res.end(body);
}
