/**
 * tRPC queries by GET without building fetch's Request, Response and streams, which cost more than the
 * query itself. The wire format is the stock handler's, to the byte: a test compares the two. What
 * this does not understand it leaves to the stock handler.
 */
import type { Context } from "@souk/api";
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorShape,
  type TRPCError,
} from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Request, Response } from "express";
import { asTransportError } from "../edge-error.ts";
import type { ProcedureInfo } from "../procedures.ts";
import type { SharedAnswers } from "../shared/answers.ts";
import { sendShared } from "../shared/send.ts";

/** The queries of a router by name. */
export type Queries = ReadonlyMap<string, ProcedureInfo>;

export interface QueryCall {
  readonly paths: readonly string[];
  readonly batch: boolean;
  /** By position in `paths`. */
  readonly inputs: Readonly<Record<number, unknown>>;
}

export interface QueryAnswer {
  /** Everybody who calls like this gets this answer. */
  readonly shared: boolean;
  /** All of it was known already. */
  readonly known: boolean;
  readonly errors: readonly TRPCError[];
  readonly status: number;
  readonly body: string;
}

const STREAMING = "application/jsonl";

/** Null: something for the stock handler, such as a stream, a mutation or a refusal of its own. */
export function readQueryCall(
  req: Request,
  queries: Queries,
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

/** What is asked by one name in the batch. */
interface Asked {
  readonly procedure: ProcedureInfo;
  readonly input: unknown;
  readonly batchIndex: number;
}

type Outcome =
  | { readonly ok: true; readonly json: string; readonly shared: boolean; readonly known: boolean }
  | { readonly ok: false; readonly json: string; readonly error: TRPCError };

export interface Answering {
  readonly router: AnyTRPCRouter;
  readonly queries: Queries;
  readonly answers: SharedAnswers;
}

export async function answerQueryCall(
  answering: Answering,
  call: QueryCall,
  ctx: Context,
): Promise<QueryAnswer> {
  const outcomes = await Promise.all(
    call.paths.flatMap((path, batchIndex) => {
      const procedure = answering.queries.get(path);
      if (procedure === undefined) return [];
      return [run(answering, { procedure, input: call.inputs[batchIndex], batchIndex }, ctx)];
    }),
  );
  const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  const statuses = new Set(
    outcomes.map((outcome) => (outcome.ok ? 200 : getHTTPStatusCodeFromError(outcome.error))),
  );
  const [status = 200] = statuses;
  const [first] = outcomes;
  const all = outcomes.map(({ json }) => json).join(",");
  return {
    shared: outcomes.every((outcome) => outcome.ok && outcome.shared),
    known: outcomes.every((outcome) => outcome.ok && outcome.known),
    errors,
    status: statuses.size > 1 ? 207 : status,
    body: call.batch ? `[${all}]` : (first?.json ?? ""),
  };
}

async function run(answering: Answering, asked: Asked, ctx: Context): Promise<Outcome> {
  const { router, answers } = answering;
  const { procedure, input, batchIndex } = asked;
  const make = (): Promise<unknown> =>
    callTRPCProcedure({
      router,
      path: procedure.name,
      type: "query",
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex,
    });
  try {
    if (answers.covers(procedure, ctx)) {
      const { json, known } = await answers.answer(ctx, procedure, input, make);
      return { ok: true, json: `{"result":{"data":${json}}}`, shared: true, known };
    }
    const json = JSON.stringify({ result: { data: await make() } });
    return { ok: true, json, shared: false, known: false };
  } catch (cause) {
    const error = asTransportError(cause);
    const config = router._def._config;
    const { name: path } = procedure;
    const shape = getTRPCErrorShape({ config, error, type: "query", path, input, ctx });
    return { ok: false, json: JSON.stringify({ error: shape }), error };
  }
}

export function sendQueryAnswer(req: Request, res: Response, answer: QueryAnswer): void {
  const { status, body, shared, known } = answer;
  res.status(status);
  res.setHeader("content-type", "application/json");
  res.setHeader("vary", "trpc-accept, accept");
  if (shared) {
    sendShared(req, res, body, known);
    return;
  }
  res.setHeader("content-length", Buffer.byteLength(body));
  res.end(body);
}
