/** The statements that Souk's services send for a call, run here in this process. */
import { appRouter, type Context } from "@souk/api";
import { statementsOf } from "@souk/db";
import type { Services } from "@souk/server";
import type { Call } from "../scenarios/scenario.ts";
import { inputOf, procedureOf } from "./calls.ts";
import type { Sender } from "./compare.ts";

export const soukSender = (services: Services): Sender => ({
  async send(call) {
    const procedure = find(contextOf(services, call), procedureOf(call));
    const { result, statements } = await statementsOf(() => procedure(inputOf(call)));
    return { statements, body: JSON.stringify(result) };
  },
  close: async () => undefined,
});

function contextOf(services: Services, { headers }: Call): Context {
  const ctx = services.systemContext();
  return {
    ...ctx,
    request: {
      ...ctx.request,
      ip: headers["X-Forwarded-For"] ?? "127.0.0.1",
      cartToken: headers["Cart-Token"] ?? null,
      idempotencyKey: headers["Idempotency-Key"] ?? null,
    },
  };
}

type Procedure = (input: unknown) => Promise<unknown>;

/** By its full name, from domain to procedure. */
function find(ctx: Context, name: string): Procedure {
  const found = name
    .split(".")
    .reduce<unknown>((at, part) => Reflect.get(at as object, part), appRouter.createCaller(ctx));
  return found as Procedure;
}
