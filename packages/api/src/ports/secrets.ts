/** Keys the rules sign with. Each at least 256 bit, set by the operator. */

export interface Secrets {
  /** Signs access tokens (HS256). */
  readonly accessTokenKey: Uint8Array<ArrayBuffer>;
  /** Derives the one-time secrets of mailed links from their rows' ids. */
  readonly linkKey: Uint8Array<ArrayBuffer>;
}
