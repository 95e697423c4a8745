/**
 * The words that a store's products are found by, kept so that misspelt ones can be put right. Words are
 * only added here: one that no product has any more leads to nothing, and a rebuild drops it.
 */
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { closest, fragmentsOf, isSpellable, isWord } from "../spelling.ts";

/** Rows of one INSERT: SQLite binds 32,766 values at most. */
const BATCH = 5000;

export async function learnWords({ db, store }: Context, text: string): Promise<void> {
  // In one order, so that two products that bring the same words never wait for each other in a circle.
  const words = [...new Set(text.split(" "))].filter(isWord).sort();
  if (words.length === 0) return;
  const known = await db.execute<{ word: string }>(sql`
    select word from search_words where store_id = ${store.id} and word in ${words}`);
  const old = new Set(known.map(({ word }) => word));
  const fresh = words.filter((word) => !old.has(word));
  if (fresh.length === 0) return;
  const rows = fresh.map((word) => sql`(${store.id}, ${word})`);
  await db.execute(sql`
    insert into search_words (store_id, word) values ${sql.join(rows, sql`, `)}
    on conflict do nothing`);
  const fragments = fresh
    .filter(isSpellable)
    .flatMap((word) =>
      fragmentsOf(word).map((fragment) => sql`(${store.id}, ${fragment}, ${word})`),
    );
  // No fragment of a short word: nobody guesses at those.
  for (let at = 0; at < fragments.length; at += BATCH) {
    await db.execute(sql`
      insert into search_fragments (store_id, fragment, word)
      values ${sql.join(fragments.slice(at, at + BATCH), sql`, `)} on conflict do nothing`);
  }
}

/** What each of these words may have been meant to be, by the word as it was typed. */
export async function meantBy(
  { db, store }: Context,
  typed: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const spellable = typed.filter(isSpellable);
  const fragments = [...new Set(spellable.flatMap(fragmentsOf))];
  if (fragments.length === 0) return new Map();
  const rows = await db.execute<{ word: string }>(sql`
    select distinct word from search_fragments
    where store_id = ${store.id} and fragment in ${fragments}`);
  const words = rows.map(({ word }) => word);
  return new Map(spellable.map((word) => [word, closest(word, words)]));
}

/** Those of the words that products are found by. */
export async function wordsAmong(
  { db, store }: Context,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const rows = await db.execute<{ word: string }>(sql`
    select word from search_words where store_id = ${store.id} and word in ${[...words]}`);
  return new Set(rows.map(({ word }) => word));
}
