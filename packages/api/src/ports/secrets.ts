/** Keys the rules sign, derive and seal with. Set by the operator, each at least 256 bit. */

export interface SecretKey {
  /** Names the key in what it made, such as a token's `kid`. Says nothing of the key. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The first makes what is new; the others still read what they made, until they are taken away. */
export type KeyRing = readonly [SecretKey, ...SecretKey[]];

export interface Secrets {
  /** Signs access tokens (HS256). */
  readonly accessTokens: KeyRing;
  /** Derives the one-time secrets of mailed links from their rows' ids. */
  readonly links: KeyRing;
  /** Chains the audit trail. */
  readonly audit: KeyRing;
  /** Seals what must be readable again, such as the secrets of authenticator apps. */
  readonly sealing: KeyRing;
}
