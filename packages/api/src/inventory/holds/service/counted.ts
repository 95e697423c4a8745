/** Only what is counted can be held. */
import { variants } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { DomainError, type FieldErrors } from "../../../kernel/errors.ts";
import type { ReserveLine } from "../../service/parts.ts";

export async function refuseUncounted(ctx: Context, lines: readonly ReserveLine[]): Promise<void> {
  const ids = lines.map(({ variantId }) => variantId);
  const rows = await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        inArray(variants.id, ids),
        eq(variants.tracksInventory, true),
      ),
    );
  const counted = new Set(rows.map(({ id }) => id));
  const fields: FieldErrors = Object.fromEntries(
    ids.flatMap((id, i) =>
      counted.has(id) ? [] : [[`lines.${i}.variant_id`, ["No variant whose stock is counted."]]],
    ),
  );
  if (Object.keys(fields).length === 0) return;
  throw new DomainError("invalid", "variant_unknown", "Invalid input.", { fields });
}
