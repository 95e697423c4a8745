/** The three steps before an order, each one transaction with the writes of Souk's own. */
import { createHash, randomBytes } from "node:crypto";
import { type Address, addressOf, cartAnswer } from "./cart-answer.ts";
import { type CartRow, CHANGED, findCart, linesOf, methodByCode, methodOf } from "./cart-rows.ts";
import { type Driver, inserting, one, type Tx } from "./driver.ts";
import { uuid7 } from "./ids.ts";
import type { Store } from "./store.ts";

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const insertCart = inserting(
  "carts",
  ...(["id", "store_id", "token_hash", "currency", "status"] as const),
  ...(["version", "created_at", "updated_at"] as const),
);
const insertLine = inserting(
  "cart_lines",
  ...(["id", "store_id", "cart_id", "variant_id", "quantity"] as const),
  ...(["seen_unit_price", "created_at"] as const),
);
const PRICE = "select amount from prices where store_id = ? and variant_id = ? and currency = ?";
const TOUCH = `update carts set version = version + 1, updated_at = ? ${CHANGED}`;
const ADDRESS = `update carts set email = ?, shipping_address = ?, billing_address = null,
  version = version + 1, updated_at = ? ${CHANGED}`;
const CHOOSE = `update carts set shipping_method_id = ?, version = version + 1, updated_at = ? ${CHANGED}`;

export interface AddLineInput {
  readonly variant_id: string;
  readonly quantity: number;
}

export interface AddressesInput {
  readonly email: string;
  readonly shipping_address: Partial<Address>;
}

export function carting(driver: Driver, store: Store) {
  const answer = async (tx: Tx, cart: CartRow, token: string | null = null) => {
    const lines = await linesOf(tx, store, cart.id);
    return cartAnswer(store, { cart, lines, method: await methodOf(tx, store, cart), token });
  };
  return {
    addLine: (input: AddLineInput) =>
      driver.transaction(async (tx) => {
        const token = randomBytes(32).toString("base64url");
        return answer(tx, await openCart(tx, store, input, token), token);
      }),

    setAddresses: (input: AddressesInput, token: string) =>
      driver.transaction(async (tx) => {
        const { id } = await findCart(tx, store, hashOf(token));
        const address = JSON.stringify(addressOf(input.shipping_address));
        const values = [input.email, address, new Date().toISOString(), store.id, id];
        return answer(tx, await one<CartRow>(tx, ADDRESS, values));
      }),

    setShippingMethod: (input: { readonly code: string }, token: string) =>
      driver.transaction(async (tx) => {
        const { id } = await findCart(tx, store, hashOf(token));
        const method = await methodByCode(tx, store, input.code);
        const values = [method.id, new Date().toISOString(), store.id, id];
        return answer(tx, await one<CartRow>(tx, CHOOSE, values));
      }),
  };
}

async function openCart(
  tx: Tx,
  store: Store,
  { variant_id, quantity }: AddLineInput,
  token: string,
): Promise<CartRow> {
  const { amount } = await one<{ amount: number | string }>(tx, PRICE, [
    store.id,
    variant_id,
    store.currency,
  ]);
  const now = new Date().toISOString();
  const id = uuid7();
  await insertCart(tx, {
    id,
    store_id: store.id,
    token_hash: hashOf(token),
    currency: store.currency,
    status: "active",
    version: 1,
    created_at: now,
    updated_at: now,
  });
  await insertLine(tx, {
    id: uuid7(),
    store_id: store.id,
    cart_id: id,
    variant_id,
    quantity,
    seen_unit_price: Number(amount),
    created_at: now,
  });
  return one<CartRow>(tx, TOUCH, [now, store.id, id]);
}
