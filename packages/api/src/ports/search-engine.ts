/** A search engine beside the database. It only says which products the words find: SQL does the rest. */

/** As the rules store it: words of plain letters, in the order of their weight. */
export interface IndexedProduct {
  readonly productId: string;
  readonly title: string;
  readonly vendor: string;
  readonly keywords: string;
  readonly body: string;
}

export interface SearchHit {
  readonly productId: string;
  /** A whole number; greater is better. */
  readonly rank: number;
}

/** `store` is a store's slug. */
export interface SearchEngine {
  /** The best 1000 at most. Never throws, and is never waited for long: an engine that is away finds nothing. */
  find(store: string, words: readonly string[]): Promise<readonly SearchHit[]>;
  /** Throws while the engine is away. Where there is no index nothing happens: who makes one takes in everything. */
  put(store: string, products: readonly IndexedProduct[]): Promise<void>;
  /** As `put`. */
  remove(store: string, productIds: readonly string[]): Promise<void>;
  hasIndex(store: string): Promise<boolean>;
  /** Makes an index of these alone, and puts it in the place of the old one in one step. Throws as `put`. */
  rebuild(store: string, pages: AsyncIterable<readonly IndexedProduct[]>): Promise<void>;
}
