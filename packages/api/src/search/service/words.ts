/**
 * The words that a store's products are found by, kept so that misspelt ones can be put right. They are added
 * as products are saved; one that no product has any more, or only an unpublished one, is never taken as
 * meant, and `sweepWords` drops the former.
 */
import { byEngine } from "@souk/db";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Term } from "../normalise.ts";
import { fragmentsOf, hasLikes, isSpellable, isWord, near, trigramsOf } from "../spelling.ts";
import { findable } from "./matching.ts";

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

/** For each of these words those near to it, by the word as it was typed: some of them may have been meant. */
export async function nearWords(
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
  return new Map(spellable.map((word) => [word, near(word, words)]));
}

/** Candidates of one word: those most like it, of which the likest that a product has is taken. */
const LIKES = 20;

/** For each of these words those that share many of its trigrams, whatever the errors. One statement for all. */
export async function alikeWords(
  { db, store }: Context,
  typed: readonly string[],
): Promise<readonly string[]> {
  const asked = typed.filter(hasLikes).map((word) =>
    byEngine({
      sqlite: sql`select word from (
        select word from search_trigrams
        where search_trigrams match ${anyTrigramOf(word)} and store_id = ${store.id}
        order by rank, word limit ${LIKES})`,
      // The operator reads the index, and holds to a similarity of 0.3: less than we ask for.
      postgres: sql`(
        select word from search_words where store_id = ${store.id} and word % ${word}
        order by similarity(word, ${word}) desc, word limit ${LIKES})`,
    }),
  );
  if (asked.length === 0) return [];
  const rows = await db.execute<{ word: string }>(sql.join(asked, sql` union `));
  return rows.map(({ word }) => word);
}

/** FTS5 knows those inside of a word only. */
const anyTrigramOf = (word: string): string =>
  [...trigramsOf(word)]
    .filter((trigram) => !trigram.includes(" "))
    .map((trigram) => `"${trigram}"`)
    .join(" OR ");

/** Those of the words that a product is, or was, found by. */
export async function wordsAmong(
  { db, store }: Context,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const rows = await db.execute<{ word: string }>(sql`
    select word from search_words where store_id = ${store.id} and word in ${[...words]}`);
  return new Set(rows.map(({ word }) => word));
}

/** Words looked at in one statement. */
const SWEPT_AT_ONCE = 200;

/**
 * Drops the words that no product has any more, drafts included. Answers how many those were. A product
 * that is being saved with such a word meanwhile is found by it all the same; it is not guessed at then.
 */
export async function sweepWords(ctx: Context): Promise<number> {
  const { db, store } = ctx;
  let after = "";
  let dropped = 0;
  for (;;) {
    const rows = await db.execute<{ word: string }>(sql`
      select word from search_words where store_id = ${store.id} and word > ${after}
      order by word limit ${SWEPT_AT_ONCE}`);
    const last = rows.at(-1);
    if (last === undefined) return dropped;
    const words = rows.map(({ word }) => word);
    const found = await findable(ctx, words.map(wholeWord));
    const gone = words.filter((_word, i) => found[i] !== true);
    if (gone.length > 0) {
      await db.execute(sql`
        delete from search_words where store_id = ${store.id} and word in ${gone}`);
    }
    dropped += gone.length;
    after = last.word;
  }
}

export const wholeWord = (word: string): Term => ({ words: [word], prefix: false });
