/** A person's orders: handing them out, and leaving of them what the books need. */
import type { AddressCopy } from "@souk/db/schema";
import { orderLines, orders } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import {
  byOwner,
  type PersonalRecord,
  type PersonalRecords,
  personalRecord,
} from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";

type OrderRow = typeof orders.$inferSelect;

/** The domain that can never be one: no mail goes there. */
export const ERASED_EMAIL = "erased@invalid";

/** Their account's, and those they placed as a guest under the address they proved. */
const ofPerson = (ctx: Context, { userId, provedEmail }: Person) =>
  and(
    eq(orders.storeId, ctx.store.id),
    or(
      eq(orders.userId, userId),
      provedEmail === null
        ? undefined
        : and(isNull(orders.userId), eq(orders.emailCanonical, provedEmail)),
    ),
  );

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(ofPerson(ctx, person))
    .orderBy(asc(orders.id));
  const lines = await ctx.db
    .select({
      ownerId: orderLines.orderId,
      productSlug: orderLines.productSlug,
      title: orderLines.title,
      variantTitle: orderLines.variantTitle,
      sku: orderLines.sku,
      options: orderLines.options,
      quantity: orderLines.quantity,
      unitPrice: orderLines.unitPrice,
      tax: orderLines.tax,
      total: orderLines.total,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.storeId, ctx.store.id), ofPerson(ctx, person)))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
  const linesOf = byOwner(lines);
  return { orders: rows.map((row) => ({ ...recordOf(row), lines: linesOf.get(row.id) ?? [] })) };
}

const AMOUNTS = ["subtotal", "discount", "shipping", "tax", "total"] as const;

function recordOf(row: OrderRow): PersonalRecord {
  const {
    storeId: _store,
    userId,
    accessTokenHash: _hash,
    emailCanonical: _mailbox,
    ...rest
  } = row;
  const amounts = AMOUNTS.map((name) => [name, money(row[name], row.currency)]);
  return {
    ...personalRecord(rest),
    ...Object.fromEntries(amounts),
    placed_as_guest: userId === null,
  };
}

/** Numbers, lines and amounts stay. Answers the carts that they were made of. */
export async function forgetBuyer(ctx: Context, person: Person): Promise<string[]> {
  const rows = await ctx.db
    .select({
      id: orders.id,
      cartId: orders.cartId,
      shipTo: orders.shippingAddress,
      billTo: orders.billingAddress,
    })
    .from(orders)
    .where(ofPerson(ctx, person))
    .orderBy(asc(orders.id))
    .for("update");
  const alike = Map.groupBy(
    rows,
    ({ shipTo, billTo }) => `${shipTo.country_code} ${billTo.country_code}`,
  );
  for (const [countries, group] of alike) {
    const [to = "", from = ""] = countries.split(" ");
    const left = {
      ...{ userId: null, email: ERASED_EMAIL, emailCanonical: "", accessTokenHash: null },
      ...{ shippingAddress: erasedIn(to), billingAddress: erasedIn(from) },
      updatedAt: ctx.now(),
    };
    for (const chunk of chunked(group.map(({ id }) => id))) {
      const these = and(eq(orders.storeId, ctx.store.id), inArray(orders.id, [...chunk]));
      await ctx.db.update(orders).set(left).where(these);
    }
  }
  return rows.map(({ cartId }) => cartId);
}

/** Which country's tax was due is a fact of the sale. */
const erasedIn = (country_code: string): AddressCopy => ({
  ...{ first_name: "erased", last_name: "erased", company: "" },
  ...{ line1: "erased", line2: "", city: "erased", region: "", postal_code: "" },
  ...{ country_code, phone: null },
});
