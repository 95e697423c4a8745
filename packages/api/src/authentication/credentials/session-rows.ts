/** Lucia's adapter over one request: knows rows and clocks; the rules are Lucia's and `sessions.ts`'s. */
import { sessions } from "@souk/db/schema";
import { and, eq, lte } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Context } from "../../kernel/context.ts";
import { hashSecret } from "../../kernel/secrets.ts";

const MAX_USER_AGENT = 300;

export interface KnownSession {
  readonly id: string;
  readonly userId: string;
  readonly isActive: boolean;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

interface Before {
  /** The row that was found for the secret at hand. */
  readonly known?: KnownSession;
  /** The absolute end of a session that is being opened. */
  readonly endsAt?: Date;
  /** Whether the person proved just now who they are. */
  readonly authenticated?: boolean;
}

export class SessionRows implements Adapter {
  readonly #ctx: Context;
  readonly #known: KnownSession | null;
  readonly #endsAt: Date;
  readonly #authenticated: boolean;
  /** The session's expiry as it stands, on our clock. */
  expiresAt: Date;

  constructor(ctx: Context, { known, endsAt, authenticated }: Before) {
    this.#ctx = ctx;
    this.#authenticated = authenticated ?? false;
    this.#known = known ?? null;
    this.#endsAt = known?.endsAt ?? endsAt ?? ctx.now();
    this.expiresAt = known?.expiresAt ?? ctx.now();
  }

  get slid(): boolean {
    return this.#known !== null && this.expiresAt > this.#known.expiresAt;
  }

  getSessionAndUser(secret: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const known = this.#known;
    if (known === null) return Promise.resolve([null, null]);
    const { userId, expiresAt, isActive } = known;
    return Promise.resolve([
      { id: secret, userId, expiresAt: this.#onLuciasClock(expiresAt), attributes: {} },
      // Without a user Lucia ends the session.
      isActive ? { id: userId, attributes: {} } : null,
    ]);
  }

  async setSession({ id: secret, userId, expiresAt }: DatabaseSession): Promise<void> {
    const { db, store, request, now } = this.#ctx;
    await db.insert(sessions).values({
      id: hashSecret(secret),
      storeId: store.id,
      userId,
      expiresAt: this.#atMost(this.#onOurClock(expiresAt)),
      endsAt: this.#endsAt,
      ip: request.ip,
      userAgent: request.userAgent.slice(0, MAX_USER_AGENT),
      lastUsedAt: now(),
      authenticatedAt: this.#authenticated ? now() : null,
      createdAt: now(),
    });
  }

  async updateSessionExpiration(_secret: string, expiresAt: Date): Promise<void> {
    await this.extendTo(this.#onOurClock(expiresAt));
  }

  /** Towards its absolute end a session slides no more, and nothing is written. */
  async extendTo(expiresAt: Date): Promise<void> {
    const { db, store, now } = this.#ctx;
    const reached = this.#atMost(expiresAt);
    if (this.#known === null || reached <= this.expiresAt) return;
    this.expiresAt = reached;
    await db
      .update(sessions)
      .set({ expiresAt: reached, lastUsedAt: now() })
      .where(and(eq(sessions.storeId, store.id), eq(sessions.id, this.#known.id)));
  }

  async deleteSession(secret: string): Promise<void> {
    const { db, store } = this.#ctx;
    await db
      .delete(sessions)
      .where(and(eq(sessions.storeId, store.id), eq(sessions.id, hashSecret(secret))));
  }

  async deleteUserSessions(userId: string): Promise<void> {
    const { db, store } = this.#ctx;
    await db
      .delete(sessions)
      .where(and(eq(sessions.storeId, store.id), eq(sessions.userId, userId)));
  }

  async deleteExpiredSessions(): Promise<void> {
    const { db, store, now } = this.#ctx;
    await db
      .delete(sessions)
      .where(and(eq(sessions.storeId, store.id), lte(sessions.expiresAt, now())));
  }

  /** Only hashes are stored, and a hash opens nothing: Lucia cannot be given a user's sessions. */
  getUserSessions(): Promise<DatabaseSession[]> {
    return Promise.resolve([]);
  }

  #atMost(expiresAt: Date): Date {
    return expiresAt < this.#endsAt ? expiresAt : this.#endsAt;
  }

  // Lucia reads the machine's clock; ours is the context's, which tests move.
  get #ahead(): number {
    return this.#ctx.now().getTime() - Date.now();
  }

  #onLuciasClock(ours: Date): Date {
    return new Date(ours.getTime() - this.#ahead);
  }

  #onOurClock(lucias: Date): Date {
    return new Date(lucias.getTime() + this.#ahead);
  }
}
