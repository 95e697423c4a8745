/** A router that says back what reached it: what the transport does shows, without any shop. */
import { type Context, DomainError, type ProcedureMeta } from "@souk/api";
import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";

const t = initTRPC.context<Context>().meta<ProcedureMeta>().create({ isDev: false });

const rest = (
  route: `${"GET" | "POST" | "PATCH" | "DELETE"} /${string}`,
  more: Omit<ProcedureMeta, "openapi"> = {},
): ProcedureMeta => {
  const [method, path] = route.split(" ") as ["GET", `/${string}`];
  return { openapi: { method, path, summary: route, tags: ["echo"] }, access: "open", ...more };
};

const Filters = z.strictObject({
  text: z.string().optional(),
  size: z.int().optional(),
  ratio: z.number().nullable().optional(),
  flag: z.boolean().optional(),
  kind: z.enum(["a", "b"]).optional(),
  words: z.array(z.string()).optional(),
  sizes: z.array(z.int()).optional(),
  limit: z.int().default(24),
});

const Item = z.strictObject({ id: z.string(), name: z.string().optional() });
const said = z.any();

let effects = 0;
export const effectsSoFar = (): number => effects;

export const echoRouter = t.router({
  list: t.procedure
    .meta(rest("GET /v1/items/"))
    .input(Filters)
    .output(said)
    .query(({ input }) => input),
  special: t.procedure
    .meta(rest("GET /v1/items/special/"))
    .output(said)
    .query(() => "the literal"),
  get: t.procedure
    .meta(rest("GET /v1/items/{id}/"))
    .input(Item)
    .output(said)
    .query(({ input }) => input),
  create: t.procedure
    .meta(rest("POST /v1/items/", { successStatus: 201 }))
    .input(
      z.strictObject({ name: z.string(), size: z.int().optional(), data: z.json().optional() }),
    )
    .output(said)
    .mutation(({ input }) => {
      effects += 1;
      return input;
    }),
  update: t.procedure
    .meta(rest("PATCH /v1/items/{id}/"))
    .input(Item)
    .output(said)
    .mutation(({ input }) => input),
  remove: t.procedure
    .meta(rest("DELETE /v1/items/{id}/", { successStatus: 204 }))
    .input(Item)
    .output(z.void())
    .mutation(() => undefined),
  useUp: t.procedure
    .meta(rest("GET /v1/use-up/{id}/"))
    .input(Item)
    .output(said)
    .mutation(() => {
      effects += 1;
      return effects;
    }),
  context: t.procedure
    .meta(rest("GET /v1/context/"))
    .output(said)
    .query(({ ctx }) => ({ ...ctx.request, actor: ctx.actor.kind, frozen: Object.isFrozen(ctx) })),
  replayed: t.procedure
    .meta(rest("POST /v1/replayed/"))
    .output(said)
    .mutation(({ ctx }) => {
      ctx.markReplayed();
      ctx.sessionCookie.set("s3cret", new Date("2030-01-01T00:00:00Z"));
      return {};
    }),
  big: t.procedure
    .meta(rest("GET /v1/big/"))
    .output(said)
    .query(() => ({ text: "souk ".repeat(2000) })),
  bug: t.procedure
    .meta(rest("GET /v1/bug/"))
    .output(said)
    .query(() => {
      throw new Error("secret detail of select * from users");
    }),
  limited: t.procedure
    .meta(rest("GET /v1/limited/"))
    .output(said)
    .query(() => {
      const cause = new DomainError("rate_limited", "slow_down", "Slow down.", {
        retryAfterSeconds: 41.2,
        fields: { detail: ["collides"], email: ["Too often."], non_field_errors: ["No."] },
      });
      throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: cause.message, cause });
    }),
  away: t.procedure
    .meta(rest("GET /v1/away/"))
    .output(said)
    .query(() => {
      throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    }),
});
