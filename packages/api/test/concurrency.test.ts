/** Several nodes on one database: nothing is sold twice, and a killed node leaves nothing half done. */
import {
  orderLines,
  orders,
  payments,
  stockLevels,
  stockMovements,
  testGatewayCharges,
} from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as inventory from "../src/inventory/service/index.ts";
import { finishPending } from "../src/orders/service/index.ts";
import * as shipping from "../src/shipping/service.ts";
import { addProduct } from "../src/testing/catalog.ts";
import { standardShipping } from "../src/testing/checkout.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { stockRows } from "../src/testing/stock.ts";
import { Node } from "./processes/node.ts";

// Processes that start on a busy machine take their time; nothing here waits for a clock.
describe.each(engines)("several nodes on %s", { timeout: 240_000 }, (engine) => {
  let shop: Shop;
  let variantId: string;
  const begun: Node[] = [];

  beforeEach(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterEach(async () => {
    for (const node of begun.splice(0)) node.kill();
    await shop.close();
  });

  const stock = async (units: number) => {
    ({ variantId } = await addProduct(shop, { price: 1000, stock: units }));
  };
  const nodes = async (
    count: number,
    buyers: number,
    wanted: readonly string[] = [variantId],
  ): Promise<Node[]> => {
    const started = Array.from(
      { length: count },
      () => new Node("./buyers.ts", [shop.test.url, wanted.join(), String(buyers)]),
    );
    begun.push(...started);
    await Promise.all(started.map(({ ready }) => ready));
    return started;
  };

  /** What must hold whatever happened: money, stock and orders tell the same story. */
  const books = async () => {
    const { system } = shop.test.database;
    const [allOrders, allPayments, charges, lines, [level], movements] = [
      await system.select().from(orders),
      await system.select().from(payments),
      await system.select().from(testGatewayCharges),
      await system.select().from(orderLines),
      await system.select().from(stockLevels).where(eq(stockLevels.variantId, variantId)),
      await system.select().from(stockMovements),
    ];
    const captured = charges.filter(({ status }) => status === "captured");
    expect(captured.map(({ id }) => id).toSorted()).toEqual(
      allPayments
        .filter(({ status }) => status === "captured")
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(captured).toHaveLength(allOrders.length);
    expect(lines).toHaveLength(allOrders.length);
    const moved = (of: "onHandDelta" | "reservedDelta" | "allocatedDelta") =>
      movements.reduce((sum, movement) => sum + movement[of], 0);
    expect(level).toMatchObject({
      onHand: moved("onHandDelta"),
      reserved: moved("reservedDelta"),
      allocated: moved("allocatedDelta"),
    });
    expect(level?.allocated).toBe(allOrders.length);
    return { orderIds: allOrders.map(({ id }) => id), reserved: level?.reserved };
  };

  it("sell the last 50 units to exactly 50 of 200 buyers at once", async () => {
    await stock(50);
    const running = await nodes(4, 50);
    for (const node of running) node.start();
    await Promise.all(running.map(({ ended }) => ended));

    const told = running.flatMap(({ orderIds }) => orderIds);
    const refusals = running.flatMap(({ lines }) =>
      lines.filter((line) => !line.startsWith("order ")),
    );
    expect(told).toHaveLength(50);
    expect(new Set(refusals)).toEqual(new Set(["refused out_of_stock"]));
    expect(refusals).toHaveLength(150);
    const { orderIds, reserved } = await books();
    expect(orderIds.toSorted()).toEqual(told.toSorted());
    expect(reserved).toBe(0);
  });

  it("sell 50 units to exactly 50 of 200 buyers, alone and in a bundle that shares them", async () => {
    await stock(50);
    const [plenty, set] = [
      await addProduct(shop, { stock: 500 }),
      await addProduct(shop, { stock: 0, price: 1000 }),
    ];
    await inventory.setBundle(shop.ctx(), {
      variant_id: set.variantId,
      components: [
        { variant_id: plenty.variantId, quantity: 2 },
        { variant_id: variantId, quantity: 1 },
      ],
    });
    const running = await nodes(4, 50, [variantId, set.variantId]);
    for (const node of running) node.start();
    await Promise.all(running.map(({ ended }) => ended));
    const told = running.flatMap(({ orderIds }) => orderIds);
    expect(told).toHaveLength(50);
    const { system } = shop.test.database;
    const lines = await system.select().from(orderLines);
    expect(lines).toHaveLength(50);
    const sets = lines.filter((line) => line.variantId === set.variantId).length;
    expect(await stockRows(shop, variantId)).toEqual({ onHand: 50, reserved: 0, allocated: 50 });
    expect(await stockRows(shop, plenty.variantId)).toMatchObject({ allocated: 2 * sets });
    expect(await inventory.verify(shop.ctx())).toMatchObject({ ok: true });
  });

  it("lose no acknowledged order and leave no half one when one is killed at work", async () => {
    await stock(1000);
    const [victim, survivor] = await nodes(2, 40);
    if (victim === undefined || survivor === undefined) throw new Error("two nodes were asked for");
    survivor.start();
    // In the midst of its work: some orders told, others on their way.
    victim.start(() => {
      if (victim.orderIds.length === 5) victim.process.kill("SIGKILL");
    });
    await Promise.all([victim.ended, survivor.ended]);
    const acknowledged = [...victim.orderIds, ...survivor.orderIds];
    expect(survivor.orderIds).toHaveLength(40);

    shop.advance(60_000);
    await finishPending(shop.ctx());

    const { orderIds, reserved } = await books();
    expect(reserved).toBe(0);
    for (const id of acknowledged) expect(orderIds).toContain(id);
    const { system } = shop.test.database;
    const unfinished = await system.select().from(payments).where(eq(payments.status, "pending"));
    expect(unfinished).toEqual([]);
  });
});
