/** The event log: numbered without a gap, read by each consumer in order, at least once, by one node. */
import { uuid7 } from "@souk/db";
import { events } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../testing/index.ts";
import { inTransaction } from "./context.ts";
import {
  type ConsumeOptions,
  type Consumer,
  consume,
  type LoggedEvent,
  MAX_FAILURES,
  sequence,
} from "./event-log.ts";
import { publish } from "./events.ts";

describe.each(engines)("the event log on %s", (engine) => {
  const opened: Shop[] = [];
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    opened.push(shop);
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  const say = (type: string) => publish(shop.ctx(), { type, subjectId: uuid7(), payload: {} });
  const number = () => sequence(shop.ctx().db, shop.store.id);
  const read = (
    handle: (event: LoggedEvent) => Promise<void>,
    options: Partial<ConsumeOptions> = {},
  ) => {
    const consumer: Consumer = { name: "reader", handle };
    return consume(consumer, {
      db: shop.ctx().db,
      storeId: shop.store.id,
      node: "node-1",
      now: shop.ctx().now,
      onFailure: () => undefined,
      ...options,
    });
  };
  const positions = async () => {
    const rows = await shop.test.database.system
      .select({ position: events.position })
      .from(events)
      .where(eq(events.storeId, shop.store.id))
      .orderBy(asc(events.position));
    return rows.map(({ position }) => position);
  };

  it("numbers events from 1 without a gap, also when many nodes number at once", async () => {
    for (let i = 0; i < 20; i++) await say(`event.${i}`);
    await Promise.all(Array.from({ length: 6 }, number));
    for (let i = 20; i < 30; i++) await say(`event.${i}`);
    await Promise.all(Array.from({ length: 6 }, number));
    expect(await positions()).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it("holds nothing of a unit of work that was undone", async () => {
    const undone = inTransaction(shop.ctx(), async (ctx) => {
      await publish(ctx, { type: "phantom", subjectId: uuid7(), payload: {} });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await positions()).toEqual([]);
  });

  it("hands each event to a consumer once, in order, and goes on where it was", async () => {
    const seen: string[] = [];
    const note = async ({ type }: LoggedEvent) => void seen.push(type);
    for (const type of ["a", "b", "c"]) await say(type);
    await number();
    expect(await read(note)).toBe(3);
    expect(await read(note)).toBe(0);
    await say("d");
    await number();
    await read(note);
    expect(seen).toEqual(["a", "b", "c", "d"]);
  });

  it("lets one node at a time read for a consumer", async () => {
    await say("a");
    await number();
    let inside: Promise<number> | undefined;
    await read(async () => {
      inside = read(() => Promise.reject(new Error("a second node read too")), { node: "node-2" });
      expect(await inside).toBe(0);
    });
    expect(inside).toBeDefined();
  });

  it("takes over from a node that died while it read", async () => {
    await say("a");
    await number();
    await new Promise<void>((reading) => {
      void read(() => {
        reading();
        return new Promise(() => undefined);
      });
    });
    const seen: string[] = [];
    const takesOver = () => read(async ({ type }) => void seen.push(type), { node: "node-2" });
    expect(await takesOver()).toBe(0);
    shop.advance(61_000);
    expect(await takesOver()).toBe(1);
    expect(seen).toEqual(["a"]);
  });

  it("tries a failed event again later, with nothing passed over", async () => {
    const seen: string[] = [];
    const fails = async ({ type }: LoggedEvent) => {
      if (type === "b" && !seen.includes("b failed")) {
        seen.push("b failed");
        throw new Error("not now");
      }
      seen.push(type);
    };
    for (const type of ["a", "b", "c"]) await say(type);
    await number();
    expect(await read(fails)).toBe(1);
    expect(await read(fails), "before its time").toBe(0);
    shop.advance(60_000);
    expect(await read(fails)).toBe(2);
    expect(seen).toEqual(["a", "b failed", "b", "c"]);
  });

  it("gives an event up, loudly, when it keeps failing, and goes on with the next", async () => {
    const failures: boolean[] = [];
    const seen: string[] = [];
    for (const type of ["poison", "b"]) await say(type);
    await number();
    for (let i = 0; i < MAX_FAILURES; i++) {
      await read(
        async ({ type }) => {
          if (type === "poison") throw new Error("never");
          seen.push(type);
        },
        { onFailure: (_event, _error, givenUp) => failures.push(givenUp) },
      );
      shop.advance(120_000);
    }
    expect(failures).toEqual([...Array<boolean>(MAX_FAILURES - 1).fill(false), true]);
    expect(seen).toEqual(["b"]);
  });
});
