/** Signing in: the hash is checked as Souk checks it; the rows that Souk writes, in one transaction. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { type Driver, inserting, isoOf, one, type Time, type Tx } from "./driver.ts";
import { uuid7 } from "./ids.ts";
import { openPasswords } from "./passwords.ts";
import type { Store } from "./store.ts";

const DAY_MS = 86_400_000;
const ACCESS_SECONDS = 900;

export interface LoginInput {
  readonly email: string;
  readonly password: string;
}

export interface Caller {
  readonly ip: string;
  readonly userAgent: string;
}

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly username: string;
  readonly password_hash: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly phone: string | null;
  readonly email_verified_at: Time | null;
  readonly created_at: Time;
}

const USER = "select * from users where store_id = ? and email_canonical = ?";
const JUDGE = `update login_attempts set user_id = ?, result = 'succeeded', reason = 'signed_in'
  where store_id = ? and id = ? and reason = 'unfinished'`;

const insertAttempt = inserting(
  "login_attempts",
  ...(["id", "store_id", "account", "ip", "client", "user_agent"] as const),
  ...(["result", "reason", "created_at"] as const),
);
const insertSession = inserting(
  "sessions",
  ...(["id", "store_id", "user_id", "expires_at", "ends_at", "ip"] as const),
  ...(["user_agent", "last_used_at", "created_at"] as const),
);
const insertAudit = inserting(
  "audit_entries",
  ...(["id", "store_id", "action", "actor_kind", "actor_id", "subject_type"] as const),
  ...(["subject_id", "details", "personal", "personal_digest", "request_id"] as const),
  ...(["occurred_at"] as const),
);
const insertRefreshToken = inserting(
  "refresh_tokens",
  ...(["id", "store_id", "session_id", "token_hash", "expires_at", "created_at"] as const),
);

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function signingIn(driver: Driver, store: Store, key: string) {
  const passwords = await openPasswords();
  return async ({ email, password }: LoginInput, caller: Caller) => {
    const account = email.trim().toLowerCase();
    const user = await one<UserRow>(driver, USER, [store.id, account]);
    if (!(await passwords.verify(user.password_hash, password))) throw new Error("wrong password");
    const { session, refresh } = await driver.transaction((tx) =>
      writeSession(tx, { store, account, userId: user.id, caller }),
    );
    return { access: accessToken(key, store, user.id, session), refresh, user: userOf(user) };
  };
}

interface SignIn {
  readonly store: Store;
  readonly account: string;
  readonly userId: string;
  readonly caller: Caller;
}

async function writeSession(tx: Tx, { store, account, userId, caller }: SignIn) {
  const now = Date.now();
  const at = (ms: number): string => new Date(now + ms).toISOString();
  const common = { store_id: store.id, created_at: at(0) };
  const device = { ip: caller.ip, user_agent: caller.userAgent };
  const attempt = uuid7();
  const tried = { id: attempt, account, client: caller.ip, result: "failed", reason: "unfinished" };
  await insertAttempt(tx, { ...common, ...device, ...tried });
  await tx.all(JUDGE, [userId, store.id, attempt]);
  await insertAudit(tx, auditOf({ store, userId, caller }, at(0)));
  const session = hashOf(randomBytes(32).toString("base64url"));
  const life = { expires_at: at(7 * DAY_MS), ends_at: at(30 * DAY_MS), last_used_at: at(0) };
  await insertSession(tx, { ...common, ...device, ...life, id: session, user_id: userId });
  const refresh = randomBytes(32).toString("base64url");
  await insertRefreshToken(tx, {
    ...common,
    id: uuid7(),
    session_id: session,
    token_hash: hashOf(refresh),
    expires_at: life.expires_at,
  });
  return { session, refresh };
}

/** As Souk writes it, with the digest of what can be erased. */
function auditOf({ store, userId, caller }: Omit<SignIn, "account">, at: string) {
  const salt = randomBytes(16).toString("base64url");
  const personal = JSON.stringify({ ip: caller.ip, salt, user_agent: caller.userAgent });
  return {
    id: uuid7(),
    store_id: store.id,
    action: "sign_in.succeeded",
    actor_kind: "user",
    actor_id: userId,
    subject_type: "user",
    subject_id: userId,
    details: JSON.stringify({ reason: "signed_in" }),
    personal,
    personal_digest: hashOf(personal),
    request_id: uuid7(),
    occurred_at: at,
  };
}

/** A JWT of the same claims, so of the same length. */
function accessToken(key: string, store: Store, userId: string, session: string): string {
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + ACCESS_SECONDS };
  const payload = { ...times, sid: session, type: "access", aud: [store.id], sub: userId };
  const head = part({ alg: "HS256", typ: "JWT", kid: hashOf(key).slice(0, 12) });
  const text = `${head}.${part({ ...payload, iss: "souk", jti: uuid7() })}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

const userOf = (row: UserRow) => ({
  id: row.id,
  email: row.email,
  username: row.username,
  first_name: row.first_name,
  last_name: row.last_name,
  phone: row.phone,
  is_verified: row.email_verified_at !== null,
  date_joined: isoOf(row.created_at),
});
