/**
 * Files by tRPC. They do not go through the stock handler: it would read them before anybody has
 * judged the caller, and without a limit.
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
import { exchangeOf } from "../exchange.ts";
import { errorHeaders } from "../problem.ts";
import type { UploadReader } from "../upload.ts";

export interface UploadCall {
  readonly router: AnyTRPCRouter;
  readonly readUpload: UploadReader;
  /** Dotted, of a procedure that takes a file. */
  readonly path: string;
  readonly maxBytes: number;
  readonly ctx: Context;
}

export async function answerUpload(call: UploadCall, req: Request, res: Response): Promise<void> {
  try {
    const { router, path, ctx, readUpload, maxBytes } = call;
    const data: unknown = await callTRPCProcedure({
      ...{ router, path, ctx, type: "mutation", signal: undefined, batchIndex: 0 },
      getRawInput: () => readUpload(req, maxBytes),
    });
    send(res, 200, { result: { data } });
  } catch (error) {
    refuse(call, res, asTransportError(error));
  }
}

function refuse({ router, path, ctx }: UploadCall, res: Response, error: TRPCError): void {
  exchangeOf(res).report(error);
  const config = router._def._config;
  const shape = getTRPCErrorShape({
    ...{ config, error, path, ctx },
    type: "mutation",
    input: undefined,
  });
  res.set(errorHeaders([error]));
  send(res, getHTTPStatusCodeFromError(error), { error: shape });
}

function send(res: Response, status: number, body: object): void {
  res.status(status).set("Content-Type", "application/json").end(JSON.stringify(body));
}
