/**
 * Answers that everybody shares, kept as the bytes that are sent. A key names the versions of what the
 * answer was made of; they are read first, so an answer is never older than the call that gets it.
 */
import { createHash } from "node:crypto";
import { type Context, canonicalJson, products } from "@souk/api";
import { type CacheScope, versionsOf } from "@souk/db";
import type { Cache } from "../../adapters/cache/cache.ts";
import type { ProcedureInfo } from "../procedures.ts";

export interface SharedAnswer {
  readonly json: string;
  /** Whether it was known already. */
  readonly known: boolean;
}

export interface SharedAnswers {
  /** Whether everybody who calls like this gets one answer. */
  covers(procedure: Pick<ProcedureInfo, "type" | "meta">, ctx: Context): boolean;
  /**
   * The answer to `input`, made by `make` unless it is known. Errors are never kept, nor is what an
   * engine beside the database found: no version says how far that has come.
   */
  answer(
    ctx: Context,
    procedure: ProcedureInfo,
    input: unknown,
    make: () => Promise<unknown>,
  ): Promise<SharedAnswer>;
}

/** What no version speaks of any more is dropped after this long. */
const KEEP_MS = 600_000;

export function sharedAnswers(cache: Cache): SharedAnswers {
  const underWay = new Map<string, Promise<SharedAnswer>>();
  const standing = newStandings();
  return {
    covers: ({ type, meta }, { actor }) =>
      type === "query" && meta.shared !== undefined && actor.kind === "anonymous",

    async answer(ctx, { name, meta }, input, make) {
      if (ctx.ports.searchEngine !== null && isSearch(input)) return made(make);
      const stands = await standing(ctx, meta.shared ?? []);
      const asked = { name, input: input ?? null, store: ctx.store, ...stands };
      const key = createHash("sha256").update(canonicalJson(asked)).digest("base64url");
      // Those who ask at the same time wait for one of them.
      let finding = underWay.get(key);
      if (finding === undefined) {
        finding = findOrMake(cache, key, make).finally(() => underWay.delete(key));
        underWay.set(key, finding);
      }
      return finding;
    },
  };
}

async function findOrMake(
  cache: Cache,
  key: string,
  make: () => Promise<unknown>,
): Promise<SharedAnswer> {
  const found = await cache.get(key);
  if (found !== undefined) return { json: found, known: true };
  const answer = await made(make);
  cache.set(key, answer.json, KEEP_MS);
  return answer;
}

const made = async (make: () => Promise<unknown>): Promise<SharedAnswer> => ({
  json: JSON.stringify((await make()) ?? null),
  known: false,
});

const isSearch = (input: unknown): boolean =>
  typeof input === "object" && input !== null && "q" in input;

interface Standing {
  readonly versions: readonly number[];
  /** Some things change by the clock alone: what was made before this moment does not serve after it. */
  readonly until: number | null;
}

function newStandings() {
  const scheduled = new Map<string, { readonly catalog: number; readonly until: number | null }>();

  async function scheduledAfter(ctx: Context, catalog: number): Promise<number | null> {
    const seen = scheduled.get(ctx.store.id);
    if (seen?.catalog === catalog && (seen.until === null || seen.until > ctx.now().getTime())) {
      return seen.until;
    }
    const until = (await products.nextScheduledChange(ctx))?.getTime() ?? null;
    scheduled.set(ctx.store.id, { catalog, until });
    return until;
  }

  return async (ctx: Context, scopes: readonly CacheScope[]): Promise<Standing> => {
    const versions = await versionsOf(ctx.db, ctx.store.id);
    return {
      versions: scopes.map((scope) => versions[scope]),
      until: await scheduledAfter(ctx, versions.catalog),
    };
  };
}
