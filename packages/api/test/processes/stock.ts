/**
 * One node that does random things to stock: `stock.ts URL SEED STEPS A B BUNDLE FROM TO`. Prints each
 * thing that succeeded as a line of JSON: by how much it changed A and B, over all locations.
 */
import { openDatabase, uuid7 } from "@souk/db";
import fc from "fast-check";
import { hold, releaseHold } from "../../src/inventory/holds/service/index.ts";
import * as inventory from "../../src/inventory/service/index.ts";
import * as transfers from "../../src/inventory/transfers/service/index.ts";
import { type Context, inTransaction } from "../../src/kernel/context.ts";
import { DomainError } from "../../src/kernel/errors.ts";
import * as stores from "../../src/stores/service.ts";
import { testContext } from "../../src/testing/context.ts";

const [url = "", seed = "0", steps = "0", a = "", b = "", bundle = "", from = "", to = ""] =
  process.argv.slice(2);
const database = openDatabase(url);
const store = await stores.findBySlug(database.system, "test-shop");
if (store === null) throw new Error("the test's shop is not there");
const ctx = (now = () => new Date()) => testContext(database, store, { now });
/** A clock on which every hold is over. */
const later = () => new Date(Date.now() + 2 * 60_000);

type Sums = Partial<Record<"onHand" | "reserved" | "allocated", readonly [number, number]>>;

const say = (done: Sums): void => {
  process.stdout.write(`${JSON.stringify(done)}\n`);
};

/** What was bought here, what of it is still to be shipped, and what has left and is not back. */
const held = new Map<string, readonly [number, number]>();
const sold = new Map<string, readonly [number, number]>();
const away = new Map<string, readonly [number, number]>();
const sent = new Map<string, number>();
const holds: string[] = [];

const linesOf = ([ofA, ofB]: readonly [number, number]) => [
  { variantId: a, quantity: ofA },
  { variantId: b, quantity: ofB },
];

const unit = (work: (ctx: Context) => Promise<unknown>): Promise<void> =>
  inTransaction(ctx(), async (ctx) => void (await work(ctx)));

const verbs: readonly ((units: number, nth: number) => Promise<Sums | null>)[] = [
  async function reserve(units, nth) {
    const id = uuid7();
    // Half of them name the components the other way round, some take the bundle with one of them.
    const lines = [
      { variantId: nth % 3 === 0 ? bundle : a, quantity: units },
      { variantId: b, quantity: 1 },
    ];
    await unit((ctx) => inventory.reserve(ctx, id, nth % 2 === 0 ? lines : lines.toReversed()));
    const sums = [units, nth % 3 === 0 ? 2 * units + 1 : 1] as const;
    held.set(id, sums);
    return { reserved: sums };
  },
  async function allocate(_units, nth) {
    const [id, sums] = [...held].at(nth % Math.max(held.size, 1)) ?? [];
    if (id === undefined || sums === undefined) return null;
    await unit((ctx) => inventory.allocate(ctx, id));
    held.delete(id);
    sold.set(id, sums);
    return { reserved: [-sums[0], -sums[1]], allocated: sums };
  },
  async function release(_units, nth) {
    const [id, sums] = [...held].at(nth % Math.max(held.size, 1)) ?? [];
    if (id === undefined || sums === undefined) return null;
    await unit((ctx) => inventory.release(ctx, id));
    held.delete(id);
    return { reserved: [-sums[0], -sums[1]] };
  },
  async function ship(_units, nth) {
    const [id, [ofA, ofB]] = [...sold].at(nth % Math.max(sold.size, 1)) ?? [undefined, [0, 0]];
    if (id === undefined) return null;
    await unit((ctx) => inventory.ship(ctx, id, linesOf([ofA, ofB])));
    sold.delete(id);
    away.set(id, [ofA, ofB]);
    return { allocated: [-ofA, -ofB], onHand: [-ofA, -ofB] };
  },
  async function giveBack(units, nth) {
    const [id, [ofA, ofB]] = [...away].at(nth % Math.max(away.size, 1)) ?? [undefined, [0, 0]];
    if (id === undefined) return null;
    // Sometimes more than has left, which must be refused.
    const back = [Math.max(ofA - 1, units - 1), ofB] as const;
    const place = { id: nth % 2 === 0 ? from : to, position: nth % 2, isActive: true };
    const lines = linesOf(back).filter(({ quantity }) => quantity > 0);
    await unit((ctx) => inventory.putBack(ctx, id, lines, { place }));
    if (back[0] > ofA) throw new Error("more came back than had left");
    away.set(id, [ofA - back[0], 0]);
    return { onHand: back };
  },
  async function holdSome(units) {
    const lines = [{ variant_id: bundle, quantity: units }];
    holds.push((await hold(ctx(), { lines, minutes: 1, reference: "test" })).id);
    // Holds are all over in the end, whoever ended them.
    return null;
  },
  async function releaseSome() {
    const id = holds.pop();
    if (id !== undefined) await releaseHold(ctx(), { id });
    return null;
  },
  async function expire() {
    await inventory.releaseExpired(ctx(later));
    return null;
  },
  async function receive(units) {
    await inventory.receive(ctx(), { variant_id: a, location_id: to, quantity: units });
    return { onHand: [units, 0] };
  },
  async function send(units) {
    const draft = await transfers.createTransfer(ctx(), {
      ...{ from_location_id: from, to_location_id: to, note: "" },
      lines: [{ variant_id: b, quantity: units }],
    });
    await transfers.sendTransfer(ctx(), draft);
    sent.set(draft.id, units);
    return { onHand: [0, -units] };
  },
  async function arrive(_units, nth) {
    const [id, units] = [...sent].at(nth % Math.max(sent.size, 1)) ?? [undefined, 0];
    if (id === undefined) return null;
    const lines = [{ variant_id: b, received: units - 1 }];
    await transfers.receiveTransfer(ctx(), { id, lines });
    sent.delete(id);
    return { onHand: [0, units - 1] };
  },
];

const drawn = fc.sample(
  fc.tuple(fc.nat(verbs.length - 1), fc.integer({ min: 1, max: 3 }), fc.nat(20)),
  {
    seed: Number(seed),
    numRuns: Number(steps),
  },
);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));

for (const [verb, units, nth] of drawn) {
  try {
    const sums = await verbs[verb]?.(units, nth);
    if (sums) say(sums);
  } catch (error) {
    // A refusal of ours is an answer; anything else ends the node, and the test with it.
    if (!(error instanceof DomainError)) throw error;
  }
}
process.stdout.write("done\n");
await database.close();
process.exit();
