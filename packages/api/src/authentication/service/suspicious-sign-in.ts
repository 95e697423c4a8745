/** Word to the owner when somebody got in after tries that failed. */
import { events, loginAttempts } from "@souk/db/schema";
import { and, count, desc, eq, gt } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { publish } from "../../kernel/events.ts";
import type { UserRow } from "../../users/service/index.ts";
import { signInAfterFailures } from "../events.ts";
import { deviceName } from "./device-name.ts";
import { HALF_WAY, UNFINISHED, UNLOCKED } from "./failures.ts";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 24 * HOUR_MS;
/** So many failures before a success make a mail. */
export const SUSPICIOUS_FAILURES = 3;
/** A flood of tries must not cost more reading than this. */
const MOST_READ = 500;

type Attempt = Pick<typeof loginAttempts.$inferSelect, "id" | "result" | "reason">;

/** After the sign-in was judged, in its unit of work. One mail an hour at most. */
export async function reportFailuresBefore(ctx: Context, user: UserRow): Promise<void> {
  const [attempt, ...earlier] = await attemptsOf(ctx, user.emailCanonical);
  if (attempt === undefined) return;
  const untilLastSuccess = earlier.findIndex(({ result }) => result === "succeeded");
  const failures = untilLastSuccess === -1 ? earlier.length : untilLastSuccess;
  if (failures < SUSPICIOUS_FAILURES || (await reportedLately(ctx, user.id))) return;
  await publish(ctx, signInAfterFailures(user.id, attempt.id, failures));
}

/** The success of now first, without what is no verdict on a sign-in. */
async function attemptsOf(ctx: Context, account: string): Promise<readonly Attempt[]> {
  const rows: readonly Attempt[] = await ctx.db
    .select({ id: loginAttempts.id, result: loginAttempts.result, reason: loginAttempts.reason })
    .from(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        eq(loginAttempts.account, account),
        gt(loginAttempts.createdAt, new Date(ctx.now().getTime() - WINDOW_MS)),
      ),
    )
    .orderBy(desc(loginAttempts.createdAt), desc(loginAttempts.id))
    .limit(MOST_READ);
  const judged = rows.filter(({ reason }) => !NO_VERDICTS.has(reason));
  // Tries that began after it, and failed already, are part of the same attack.
  const now = judged.find(({ result }) => result === "succeeded");
  return now === undefined ? [] : [now, ...judged.filter((attempt) => attempt !== now)];
}

/** Being looked at still, only the first half of a sign-in, or unlocked by staff. */
const NO_VERDICTS: ReadonlySet<string> = new Set([UNFINISHED, HALF_WAY, UNLOCKED.account]);

async function reportedLately(ctx: Context, userId: string): Promise<boolean> {
  const [reported] = await ctx.db
    .select({ count: count() })
    .from(events)
    .where(
      and(
        eq(events.storeId, ctx.store.id),
        eq(events.subjectId, userId),
        eq(events.type, "sign_in.after_failures"),
        gt(events.occurredAt, new Date(ctx.now().getTime() - HOUR_MS)),
      ),
    );
  return Number(reported?.count) > 0;
}

/** What the mail tells; null when the trail was erased since. */
export async function signInForMail(
  ctx: Context,
  attemptId: string,
): Promise<{ readonly device: string; readonly ip: string } | null> {
  const [row] = await ctx.db
    .select({ ip: loginAttempts.ip, userAgent: loginAttempts.userAgent })
    .from(loginAttempts)
    .where(and(eq(loginAttempts.storeId, ctx.store.id), eq(loginAttempts.id, attemptId)));
  return row === undefined ? null : { device: safeDeviceName(row.userAgent), ip: row.ip };
}

/** A stranger's program may call itself like a web address, which mail programs would make a link. */
function safeDeviceName(userAgent: string): string {
  const name = deviceName(userAgent);
  return name.includes(".") ? "Unknown device" : name;
}
