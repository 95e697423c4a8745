/**
 * One node with many buyers at once: `buyers.ts URL VARIANT_ID,… COUNT`; they want
 * one of the variants in turn. Prints a line for each order it
 * was told of, so that a test which kills it knows what was acknowledged.
 */
import { openDatabase } from "@souk/db";
import * as stores from "../../src/stores/service.ts";
import { pay, readyCart } from "../../src/testing/checkout.ts";
import { testContext } from "../../src/testing/context.ts";

const [url = "", wanted = "", count = "0"] = process.argv.slice(2);
const variantIds = wanted.split(",");
const database = openDatabase(url);
const store = await stores.findBySlug(database.system, "test-shop");
if (store === null) throw new Error("the test's shop is not there");
const ctx = (overrides = {}) => testContext(database, store, overrides);

const carts = await Promise.all(
  Array.from({ length: Number(count) }, (_, i) =>
    readyCart(ctx, [{ variant_id: variantIds[i % variantIds.length] ?? "" }]),
  ),
);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));

const reasonOf = (error: unknown): string => {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const reason = typeof cause === "object" && cause !== null ? Reflect.get(cause, "reason") : null;
  return typeof reason === "string" ? reason : String(error);
};
await Promise.all(
  carts.map(({ token }) =>
    pay(ctx, token).then(
      ({ id }) => process.stdout.write(`order ${id}\n`),
      (error: unknown) => process.stdout.write(`refused ${reasonOf(error)}\n`),
    ),
  ),
);
await database.close();
process.exit();
