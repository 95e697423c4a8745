/** Accounts and clients that the login limits turn away right now, and letting them in again. */
import { users } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { clientOf } from "../../../kernel/client-address.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { storable } from "../../../kernel/typed-text.ts";
import { canonicalEmail, findByEmail } from "../../../users/service/index.ts";
import { forgiveFailures } from "../../service/attempts.ts";
import { type Locked, locksNow } from "../../service/failures.ts";
import type { Lock, LockList, UnlockInput } from "../contract.ts";

/** The last to fail first. In two statements, however many there are. */
export async function listLocks(ctx: Context): Promise<LockList> {
  const { accounts, clients } = await locksNow(ctx);
  const owners = await ownersOf(ctx, accounts);
  const items = [
    ...accounts.map((lock) => lockOf("account", lock, owners.get(lock.key) ?? null)),
    ...clients.map((lock) => lockOf("client", lock, null)),
  ];
  return { items: items.sort((a, b) => b.last_failure_at.localeCompare(a.last_failure_at)) };
}

/**
 * What failed before counts no more. It answers alike for every address, known or not, locked or not.
 * An address and the client behind it are unlocked each for itself.
 */
export async function unlock(ctx: Context, { kind, key }: UnlockInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (kind === "client") {
      const client = clientOf(storable(key));
      await forgiveFailures(ctx, kind, client);
      await record(ctx, { action: "security.unlocked", details: { kind }, personal: { client } });
      return;
    }
    const account = canonicalEmail(key);
    await forgiveFailures(ctx, kind, account);
    const user = await findByEmail(ctx, account);
    await record(ctx, {
      action: "security.unlocked",
      ...(user === null ? {} : { subject: { type: "user", id: user.id } }),
      details: { kind },
      personal: { account },
    });
  });
}

async function ownersOf(
  ctx: Context,
  accounts: readonly Locked[],
): Promise<ReadonlyMap<string, string>> {
  const addresses = accounts.map(({ key }) => key);
  const rows = await ctx.db
    .select({ id: users.id, address: users.emailCanonical })
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), inArray(users.emailCanonical, addresses)));
  return new Map(rows.map(({ id, address }) => [address, id]));
}

const lockOf = (kind: Lock["kind"], lock: Locked, userId: string | null): Lock => ({
  kind,
  key: lock.key,
  failures: lock.failures,
  last_failure_at: lock.lastFailureAt.toISOString(),
  free_at: lock.freeAt.toISOString(),
  user_id: userId,
});
