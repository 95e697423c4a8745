/** What the database says of a sale, for tests that must not take the API's word for it. */
import { carts, orders, payments, stockLevels } from "@souk/db/schema";
import { eq } from "drizzle-orm";
import { addProduct } from "./catalog.ts";
import type { Shop } from "./index.ts";

/** Over the shop of the running suite, which is opened after the suite is described. */
export function booksOf(shopOf: () => Shop) {
  const database = () => shopOf().test.database.system;
  return {
    async stockOf(variantId: string) {
      const [level] = await database()
        .select({
          onHand: stockLevels.onHand,
          reserved: stockLevels.reserved,
          allocated: stockLevels.allocated,
        })
        .from(stockLevels)
        .where(eq(stockLevels.variantId, variantId));
      return level;
    },
    async cartRow(id: string | null) {
      const [row] = await database()
        .select()
        .from(carts)
        .where(eq(carts.id, id ?? ""));
      return row;
    },
    ordersOf: async (cartId: string | null) =>
      await database()
        .select()
        .from(orders)
        .where(eq(orders.cartId, cartId ?? "")),
    paymentsOf: async (cartId: string | null) =>
      await database()
        .select()
        .from(payments)
        .where(eq(payments.cartId, cartId ?? "")),
    /** A product to buy: 15.00, ten in stock unless said. */
    async oneVariant(options: { price?: number; stock?: number } = {}) {
      const product = await addProduct(shopOf(), { price: 1500, stock: 10, ...options });
      return product.variantId;
    },
  };
}
