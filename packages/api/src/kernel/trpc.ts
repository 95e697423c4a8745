/** The procedures every router is built from, and the one table from rules to transport. */
import { type CacheScope, isUnavailable } from "@souk/db";
import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import { record, recordedLately } from "./audit.ts";
import type { Context, Customer, Staff } from "./context.ts";
import { DomainError, type ErrorKind, type FieldErrors } from "./errors.ts";
import { fieldErrorsOf } from "./field-errors.ts";
import { refuseUnlessFresh } from "./freshness.ts";
import type { Permission } from "./permissions.ts";
import type { ProcedureMeta } from "./rest.ts";

const transportCodes = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  unprocessable: "UNPROCESSABLE_CONTENT",
  rate_limited: "TOO_MANY_REQUESTS",
  payment_failed: "PAYMENT_REQUIRED",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** What both faces tell of an error, beside its status. */
export interface PublicError {
  readonly message: string;
  readonly reason: string;
  readonly fields: FieldErrors;
  readonly retryAfterSeconds: number | null;
}

/** A bug's message is for the log, never for the caller. */
export function publicError(error: TRPCError): PublicError {
  const { cause } = error;
  if (cause instanceof DomainError) {
    const { message, reason, retryAfterSeconds } = cause;
    return { message, reason, fields: cause.fields ?? {}, retryAfterSeconds };
  }
  if (cause instanceof z.core.$ZodError && error.code === "BAD_REQUEST") {
    const fields = fieldErrorsOf(cause);
    return { message: "Invalid input.", reason: "invalid_input", fields, retryAfterSeconds: null };
  }
  const hidden = error.code === "INTERNAL_SERVER_ERROR";
  return {
    message: hidden ? "Something went wrong." : error.message,
    reason: hidden ? "internal_error" : error.code.toLowerCase(),
    fields: {},
    retryAfterSeconds: null,
  };
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const { message, reason, fields, retryAfterSeconds } = publicError(error);
      return {
        code: shape.code,
        message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
          reason,
          fields,
          retryAfterSeconds,
          requestId: ctx?.request.id ?? null,
        },
      };
    },
  });

const databaseAway = new DomainError(
  "unavailable",
  "database_unavailable",
  "The database cannot be reached right now. Try again shortly.",
  { retryAfterSeconds: 2 },
);

// next() never rejects: a thrown error comes back as { ok: false }. Inspect, do not catch.
const speakHttp = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = isUnavailable(result.error.cause) ? databaseAway : result.error.cause;
  if (!(cause instanceof DomainError)) return result;
  throw transportError(cause);
});

/** A rule's refusal as both faces tell it. */
export const transportError = (cause: DomainError): TRPCError =>
  new TRPCError({ code: transportCodes[cause.kind], message: cause.message, cause });

const refusals = {
  token_invalid: "The token is not valid.",
  token_expired: "The token has expired.",
  session_ended: "The session has ended. Sign in again.",
  api_key_invalid: "The API key is unknown, expired or revoked.",
} as const;

const refuseBadCredentials = t.middleware(({ ctx, next }) => {
  if (ctx.actor.kind === "rejected") {
    const { reason } = ctx.actor;
    throw new DomainError("unauthenticated", reason, refusals[reason]);
  }
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

const requireIdempotencyKey = t.middleware(({ ctx, next }) => {
  const key = ctx.request.idempotencyKey;
  if (key === null) {
    throw new DomainError(
      "invalid",
      "idempotency_key_required",
      "Send an Idempotency-Key header with this call.",
    );
  }
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new DomainError(
      "invalid",
      "idempotency_key_invalid",
      "An Idempotency-Key is 1 to 255 printable characters without spaces.",
    );
  }
  return next();
});

const requireCustomer = t.middleware(({ ctx, next }) => {
  if (ctx.actor.kind === "api_key") {
    throw new DomainError("forbidden", "not_for_api_keys", "An API key cannot act for a customer.");
  }
  if (ctx.actor.kind !== "customer") throw signInFirst();
  return next({ ctx: { ...ctx, actor: ctx.actor satisfies Customer } });
});

const signInFirst = (): DomainError =>
  new DomainError("unauthenticated", "sign_in_required", "Sign in first.");

const requireFresh = t.middleware(({ ctx, next }) => {
  if (ctx.actor.kind === "customer") refuseUnlessFresh(ctx, ctx.actor);
  return next();
});

const DENIALS_RECORDED_EVERY_MS = 60_000;

const requirePermission = (permission: Permission) =>
  t.middleware(async ({ ctx, path, next }) => {
    const { actor } = ctx;
    if (actor.kind !== "customer" && actor.kind !== "api_key") throw signInFirst();
    if (!actor.permissions.has(permission)) {
      await recordDenial(ctx, path, permission);
      throw new DomainError(
        "forbidden",
        "permission_missing",
        `This needs the permission ${permission}.`,
      );
    }
    if (actor.kind === "customer" && actor.lacksSecondFactor) {
      throw new DomainError(
        "forbidden",
        "second_factor_missing",
        "This store asks its staff for a second factor. Set one up first.",
      );
    }
    return next({ ctx: { ...ctx, actor: actor satisfies Staff } });
  });

async function recordDenial(ctx: Context, path: string, permission: Permission): Promise<void> {
  const denial = { action: "access.denied", subjectId: path } as const;
  if (await recordedLately(ctx, denial, DENIALS_RECORDED_EVERY_MS)) return;
  const subject = { type: "operation", id: path };
  await record(ctx, { action: denial.action, subject, details: { permission } });
}

export const router = t.router;

/** Credentials play no part: signing in, health. */
export const openProcedure = t.procedure.meta({ access: "open" }).use(speakHttp);

/** Anybody may call; but whoever sends credentials must send good ones. */
export const publicProcedure = t.procedure
  .meta({ access: "public" })
  .use(speakHttp)
  .use(refuseBadCredentials);

/**
 * As `publicProcedure`, where the answer depends on the input and on what these scopes hold alone,
 * unless the caller is signed in: it is kept, and sent again to everybody, until one of them changes.
 */
export const sharedProcedure = (...scopes: readonly [CacheScope, ...CacheScope[]]) =>
  publicProcedure.meta({ shared: scopes });

/** For signed-in customers, about what is theirs. */
export const customerProcedure = t.procedure
  .meta({ access: "customer" })
  .use(speakHttp)
  .use(refuseBadCredentials)
  .use(requireCustomer);

/** As `customerProcedure`, for what a stolen session must not do. */
export const freshCustomerProcedure = customerProcedure.meta({ fresh: true }).use(requireFresh);

/** For staff and API keys that hold the permission. */
export const staffProcedure = (permission: Permission) =>
  t.procedure
    .meta({ access: "staff", permission })
    .use(speakHttp)
    .use(refuseBadCredentials)
    .use(requirePermission(permission));

/** As `staffProcedure`, for what a stolen session must not do. */
export const freshStaffProcedure = (permission: Permission) =>
  staffProcedure(permission).meta({ fresh: true }).use(requireFresh);

/** Anybody, under an Idempotency-Key: one effect and one answer for each key. */
export const idempotentProcedure = publicProcedure
  .meta({ idempotent: true })
  .use(requireIdempotencyKey);
