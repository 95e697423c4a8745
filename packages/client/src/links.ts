/** How a call travels: in a batch, or alone under an idempotency key; guarded by the session. */
import type { AppRouter } from "@souk/api";
import {
  httpBatchLink,
  httpLink,
  isNonJsonSerializable,
  type Operation,
  splitLink,
  TRPCClientError,
  type TRPCLink,
} from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import type { GuestCart } from "./guest-cart.ts";
import { ignoresCredentials, type Session } from "./session.ts";
import { fetchTelling, uploadProgressOf } from "./upload-progress.ts";

const MAX_BATCH_ITEMS = 10;
/** Longer batches of queries are split: proxies refuse long addresses. */
const MAX_URL_LENGTH = 2_000;

/** As tRPC calls it: a little wider than the platform's own type. */
export type Fetch = (input: RequestInfo | URL, init?: object) => Promise<Response>;

export interface TransportOptions {
  readonly url: string;
  readonly fetch: Fetch;
  /** Whether cookies travel along. */
  readonly withCredentials: boolean;
  readonly headers: () => Promise<Record<string, string>>;
}

export function idempotencyKeyOf(op: Operation): string | null {
  const { idempotencyKey: key } = op.context;
  return typeof key === "string" && key !== "" ? key : null;
}

/** The last link: speaks HTTP. What belongs to one call, a key or a file, goes alone. */
export function transportLink(options: TransportOptions): TRPCLink<AppRouter> {
  const { url, fetch, headers } = options;
  return splitLink<AppRouter>({
    condition: (op) => idempotencyKeyOf(op) !== null || isNonJsonSerializable(op.input),
    true: aloneLink(options),
    false: httpBatchLink<AppRouter>({
      url,
      fetch,
      headers,
      maxItems: MAX_BATCH_ITEMS,
      maxURLLength: MAX_URL_LENGTH,
    }),
  });
}

function aloneLink({ url, fetch, withCredentials, headers }: TransportOptions) {
  const linkOf = (by: Fetch) =>
    httpLink<AppRouter>({
      url,
      fetch: by,
      headers: async ({ op }) => ({
        ...(await headers()),
        "idempotency-key": idempotencyKeyOf(op) ?? undefined,
      }),
    });
  const link: TRPCLink<AppRouter> = (runtime) => {
    const usual = linkOf(fetch)(runtime);
    return (call) => {
      const tell = uploadProgressOf(call.op);
      if (tell === null) return usual(call);
      return linkOf(fetchTelling(tell, withCredentials))(runtime)(call);
    };
  };
  return link;
}

type Around = <T>(op: Operation, send: () => Promise<T>) => Promise<T>;

/** A link written as one asynchronous function around the rest of the chain. */
function linkAround(around: Around): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      if (op.type === "subscription") return next(op);
      return observable((observer) => {
        let abandoned = false;
        around(op, () => observableToPromise(next(op))).then(
          (envelope) => {
            if (abandoned) return;
            observer.next(envelope);
            observer.complete();
          },
          (error: unknown) => {
            if (abandoned) return;
            const cause = error instanceof Error ? error : new Error(String(error));
            observer.error(TRPCClientError.from(cause));
          },
        );
        return () => {
          abandoned = true;
        };
      });
    };
}

function dataOf(envelope: unknown): unknown {
  if (typeof envelope !== "object" || envelope === null || !("result" in envelope)) return null;
  const { result } = envelope;
  return typeof result === "object" && result !== null && "data" in result ? result.data : null;
}

/** Paging by React Query says in which direction it pages; our contracts take nothing unknown. */
function withoutDirection(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("direction" in input)) return input;
  const { direction, ...rest } = input;
  return direction === "forward" || direction === "backward" ? rest : input;
}

/** A file travels as a form, with its name and what else there is to say. */
function asForm(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("file" in input)) return input;
  if (!(input.file instanceof Blob)) return input;
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) {
    if (value instanceof Blob) form.set(name, value);
    else if (value !== undefined) form.set(name, String(value));
  }
  return form;
}

/** The first link: what the hooks add for themselves does not travel, and a file becomes a form. */
export function inputLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next({ ...op, input: asForm(withoutDirection(op.input)) });
}

export function sessionLink(session: Session, cart: GuestCart): TRPCLink<AppRouter> {
  return linkAround(async (op, send) => {
    const guarded = !ignoresCredentials.has(op.path);
    const sentWith = guarded ? await session.prepare() : null;
    const call = () => cart.inTurn(op.path, send);
    const envelope = await call().catch(async (error: unknown) => {
      if (!guarded) throw error;
      if (!(await session.recover({ error, type: op.type, sentWith }))) throw error;
      return call();
    });
    await session.observe(op.path, dataOf(envelope));
    await cart.observe(op.path, dataOf(envelope));
    return envelope;
  });
}
