/** All orders of the store, for its staff. */
import { orders } from "@souk/db/schema";
import { and, eq, or, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { beginsWith } from "../../kernel/typed-text.ts";
import { canonicalEmail } from "../../users/service/index.ts";
import type { ListAllOrdersInput, Order, OrderRef, StaffOrderPage } from "../contract.ts";
import { find, pageOf } from "./read.ts";

export async function listAll(ctx: Context, input: ListAllOrdersInput): Promise<StaffOrderPage> {
  const { search, user_id, ...page } = input;
  const which = and(
    search === undefined || search === "" ? undefined : called(search),
    user_id === undefined ? undefined : eq(orders.userId, user_id.toLowerCase()),
  );
  const { rows, next_cursor } = await pageOf(ctx, page, which);
  return {
    items: rows.map(({ row, summary }) => ({ ...summary, email: row.email, user_id: row.userId })),
    next_cursor,
  };
}

export const getAny = (ctx: Context, ref: OrderRef): Promise<Order> => find(ctx, ref);

const called = (search: string): SQL | undefined =>
  or(
    beginsWith(orders.number, search),
    beginsWith(orders.emailCanonical, canonicalEmail(search)),
    beginsWith(orders.email, search),
  );
