/** A search engine beside the database. It only says which products the words find: SQL does the rest. */

/** As the rules store it: words of plain letters, in the order of their weight. */
export interface IndexedProduct {
  readonly productId: string;
  readonly title: string;
  readonly vendor: string;
  readonly keywords: string;
  readonly body: string;
  /** From when to when shoppers see it; null: never. `until` is null where no end is set. */
  readonly shown: { readonly from: Date; readonly until: Date | null } | null;
}

export interface SearchHit {
  readonly productId: string;
  /** A whole number; greater is better. */
  readonly rank: number;
}

/** `store` is a store's slug. */
export interface SearchEngine {
  /**
   * The best 10,000 at most, of what shoppers see at that moment, or of all products where it is null. Never
   * throws, and is never waited for long: an engine that is away finds nothing.
   */
  find(
    store: string,
    words: readonly string[],
    shownAt: Date | null,
  ): Promise<readonly SearchHit[]>;
  /** Throws while the engine is away. Where there is no index nothing happens: who makes one takes in everything. */
  put(store: string, products: readonly IndexedProduct[]): Promise<void>;
  /** As `put`. */
  remove(store: string, productIds: readonly string[]): Promise<void>;
  /** Whether there is one as it is defined today. */
  hasIndex(store: string): Promise<boolean>;
  /** Makes an index of these alone, and puts it in the place of the old one in one step. Throws as `put`. */
  rebuild(store: string, pages: AsyncIterable<readonly IndexedProduct[]>): Promise<void>;
}
