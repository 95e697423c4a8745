/** Several processes do random things to the same stock: what they were told adds up to what there is. */
import { engines } from "@souk/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as inventory from "../src/inventory/service/index.ts";
import { addProduct } from "../src/testing/catalog.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { addLocation, availableOf, stockRows } from "../src/testing/stock.ts";
import { Node } from "./processes/node.ts";

const PROCESSES = 3;
const STEPS = 80;
const FIRST = 25;
const SECOND = 10;

type Sums = Partial<Record<"onHand" | "reserved" | "allocated", readonly [number, number]>>;

// Processes that start on a busy machine take their time; nothing here waits for a clock.
describe.each(engines)("stock under several processes on %s", { timeout: 240_000 }, (engine) => {
  let shop: Shop;
  const begun: Node[] = [];
  beforeEach(async () => {
    shop = await openShop(engine, { sqlite: "file" });
  });
  afterEach(async () => {
    for (const node of begun.splice(0)) node.kill();
    await shop.close();
  });

  it("is what their successes add up to, and the sum of its movements", async () => {
    const [a, b, bundle] = [
      (await addProduct(shop, { stock: FIRST })).variantId,
      (await addProduct(shop, { stock: FIRST })).variantId,
      (await addProduct(shop, { stock: 0 })).variantId,
    ];
    const { id: from } = await inventory.defaultPlace(shop.ctx());
    const to = await addLocation(shop);
    for (const variant_id of [a, b]) {
      await inventory.receive(shop.ctx(), { variant_id, location_id: to, quantity: SECOND });
    }
    await inventory.setBundle(shop.ctx(), {
      variant_id: bundle,
      components: [
        { variant_id: a, quantity: 1 },
        { variant_id: b, quantity: 2 },
      ],
    });
    const nodes = Array.from({ length: PROCESSES }, (_, i) => {
      const mine = String(i + 1);
      return new Node("./stock.ts", [shop.test.url, mine, String(STEPS), a, b, bundle, from, to]);
    });
    begun.push(...nodes);
    await Promise.all(nodes.map(({ ready }) => ready));
    for (const node of nodes) node.start();
    await Promise.all(nodes.map(({ ended }) => ended));
    for (const { lines } of nodes) expect(lines.at(-1)).toBe("done");

    shop.advance(2 * 60_000);
    await inventory.releaseExpired(shop.ctx());
    const told = nodes.flatMap(({ lines }) =>
      lines.slice(0, -1).map((line) => JSON.parse(line) as Sums),
    );
    const sum = (of: keyof Sums, i: number) =>
      told.reduce((total, sums) => total + (sums[of]?.[i] ?? 0), 0);
    expect(told.length).toBeGreaterThan(PROCESSES * 10);
    const left = [];
    for (const [i, variantId] of [a, b].entries()) {
      const expected = {
        onHand: FIRST + SECOND + sum("onHand", i),
        reserved: sum("reserved", i),
        allocated: sum("allocated", i),
      };
      expect(await stockRows(shop, variantId)).toEqual(expected);
      left.push(expected.onHand - expected.reserved - expected.allocated);
      expect(await availableOf(shop, variantId)).toBe(left[i]);
    }
    const [ofA = 0, ofB = 0] = left;
    expect(await availableOf(shop, bundle)).toBe(Math.min(ofA, Math.floor(ofB / 2)));
    expect(await inventory.verify(shop.ctx())).toMatchObject({ ok: true, problems: [] });
  });
});
