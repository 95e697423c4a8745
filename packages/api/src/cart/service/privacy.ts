/** A person's carts: handing them out, and making them go. */
import type { AddressCopy } from "@souk/db/schema";
import { cartLines, carts, payments, products, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { byOwner, type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";

/** Addresses are ASCII, so both engines fold their case alike. */
const ofPerson = (ctx: Context, { userId, provedEmail }: Person) =>
  and(
    eq(carts.storeId, ctx.store.id),
    or(
      eq(carts.userId, userId),
      provedEmail === null
        ? undefined
        : and(isNull(carts.userId), eq(sql`lower(${carts.email})`, provedEmail)),
    ),
  );

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const mine = await ctx.db
    .select({
      id: carts.id,
      status: carts.status,
      currency: carts.currency,
      email: carts.email,
      shippingAddress: carts.shippingAddress,
      billingAddress: carts.billingAddress,
      createdAt: carts.createdAt,
      updatedAt: carts.updatedAt,
    })
    .from(carts)
    .where(ofPerson(ctx, person))
    .orderBy(asc(carts.id));
  const lines = await ctx.db
    .select({
      ownerId: cartLines.cartId,
      title: products.title,
      variantTitle: variants.title,
      variantId: cartLines.variantId,
      quantity: cartLines.quantity,
      seenUnitPrice: cartLines.seenUnitPrice,
      createdAt: cartLines.createdAt,
    })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .innerJoin(variants, eq(variants.id, cartLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(cartLines.storeId, ctx.store.id), ofPerson(ctx, person)))
    .orderBy(asc(cartLines.id));
  const linesOf = byOwner(lines);
  return {
    carts: mine.map((cart) => ({ ...personalRecord(cart), lines: linesOf.get(cart.id) ?? [] })),
  };
}

/** Locks the person's open carts. What is being paid for ends first, one way or the other. */
export async function refuseWhilePlacing(ctx: Context, person: Person): Promise<void> {
  const open = await ctx.db
    .select({ status: carts.status })
    .from(carts)
    .where(and(ofPerson(ctx, person), inArray(carts.status, ["active", "placing"])))
    .orderBy(asc(carts.id))
    .for("update");
  if (open.every(({ status }) => status === "active")) return;
  throw conflict(
    "checkout_under_way",
    "An order of this person is being paid for right now. Ask again in a minute.",
    { retryAfterSeconds: 60 },
  );
}

export async function cartsOfPerson(ctx: Context, person: Person): Promise<string[]> {
  const rows = await ctx.db.select({ id: carts.id }).from(carts).where(ofPerson(ctx, person));
  return rows.map(({ id }) => id);
}

/** A cart that was paid for, or nearly, stays as a number in the books; the others go. */
export async function forgetCarts(ctx: Context, ids: readonly string[]): Promise<void> {
  const { db } = ctx;
  for (const chunk of chunked(ids)) {
    const these = and(eq(carts.storeId, ctx.store.id), inArray(carts.id, [...chunk]));
    await db
      .delete(cartLines)
      .where(and(eq(cartLines.storeId, ctx.store.id), inArray(cartLines.cartId, [...chunk])));
    await db.delete(carts).where(and(these, notExists(paymentsOfCart(ctx))));
    await db
      .update(carts)
      .set({ ...nobodys, status: "merged" })
      .where(and(these, inArray(carts.status, ["active", "merged"])));
    await db
      .update(carts)
      .set(nobodys)
      .where(and(these, eq(carts.status, "completed")));
  }
}

const noAddress: AddressCopy | null = null;

const nobodys = {
  userId: null,
  email: null,
  shippingAddress: noAddress,
  billingAddress: noAddress,
  // A cart has an owner, and no token has this for its hash.
  tokenHash: sql<string>`'erased:' || cast(${carts.id} as text)`,
};

const paymentsOfCart = ({ db, store }: Context) =>
  db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.storeId, store.id), eq(payments.cartId, carts.id)));
