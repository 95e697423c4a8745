/** Imports in the background: once each, whole, and by whoever is there, on both engines. */
import { uuid7 } from "@souk/db";
import { assets, importJobs } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../kernel/cursor.ts";
import * as catalogue from "../products/service/index.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { registerStaff } from "../testing/staff.ts";
import { actsOf } from "../testing/trail.ts";
import type { ImportJob, StartImportInput } from "./contract.ts";
import * as imports from "./service/index.ts";

const product = (i: number) =>
  JSON.stringify({ kind: "product", slug: `p-${i}`, title: `P ${i}`, variants: [{ price: i }] });

describe.each(engines)("imports in the background on %s", (engine) => {
  let shop: Shop;
  let staff: ReturnType<Shop["as"]>;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    staff = shop.as((await registerStaff(shop, "manager")).actor);
  });
  afterAll(() => shop.close());

  async function started(
    lines: readonly string[],
    more: Partial<StartImportInput> = {},
  ): Promise<ImportJob> {
    const file = new File([lines.join("\n")], "../a/products.jsonl");
    const { asset_id, file_name } = await staff.imports.upload({ file });
    expect(file_name).toBe("products.jsonl");
    return staff.imports.start({ asset_id, format: "jsonl", dry_run: false, ...more });
  }
  const run = (node = "node", stopping?: () => boolean) =>
    imports.runNext(shop.ctx(), node, stopping);
  const get = (id: string) => staff.imports.get({ id });
  const problems = (id: string) => staff.imports.problems({ id, limit: 100 });

  it("are named by the prices and the stock movements that they cause", async () => {
    const { ctx } = shop;
    const reference = async (format: StartImportInput["format"], text: string, slug: string) => {
      const job = await started([text], {
        ...{ format },
        ...(format === "mapped_json"
          ? { mapping: { product: { slug: "s", title: "s", price: "p", on_hand: "p" } } }
          : {}),
      });
      await run();
      expect(await get(job.id)).toMatchObject({ created: 1, refused: 0 });
      const [variant] = (await catalogue.get(ctx(), { id: slug })).variants;
      const variantId = variant?.id ?? "";
      const prices = await staff.prices.history({ variant_id: variantId, limit: 10 });
      const moved = await staff.inventory.movements({ variant_id: variantId, limit: 10 });
      const found = [...prices.items, ...moved.items].map((item) => item.reference);
      expect(new Set(found)).toEqual(new Set([`import ${job.id}`]));
      expect(found).toHaveLength(2);
    };
    const line = {
      slug: "named-1",
      title: "N",
      status: "active",
      variants: [{ price: 1, on_hand: 2 }],
    };
    await reference("jsonl", JSON.stringify({ kind: "product", ...line }), "named-1");
    const csv = "Handle,Title,Variant Price,Variant Inventory Qty,Variant Inventory Tracker,Status";
    await reference("shopify_csv", `${csv}\nnamed-2,N,1.00,2,shopify,active`, "named-2");
    await reference("mapped_json", '[{"s":"named-3","p":2}]', "named-3");
  });

  it("take the good in, and tell of the bad by row and column, page by page", async () => {
    const lines = [product(1), '{"kind":"product","slug":"x"}', product(2), "nonsense"];
    const job = await started(lines);
    expect(job).toMatchObject({ status: "queued", total: null, processed: 0 });
    expect(await run()).toBe(true);
    expect(await run()).toBe(false);
    expect(await get(job.id)).toMatchObject({
      ...{ status: "finished", total: 4, processed: 4, created: 2, refused: 2 },
      finished_at: expect.any(String),
    });
    const { items } = await problems(job.id);
    expect(items.map(({ row, column }) => [row, column])).toEqual([
      [2, "title"],
      [2, "variants"],
      [4, ""],
    ]);
    const first = await staff.imports.problems({ id: job.id, limit: 2 });
    const second = await staff.imports.problems({
      ...{ id: job.id, limit: 2 },
      cursor: first.next_cursor ?? "",
    });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.next_cursor).toBeNull();
    expect((await staff.imports.list({ limit: 1 })).items).toMatchObject([{ id: job.id }]);
  });

  it("keep nothing of a dry run but what they found out", async () => {
    const lines = ['{"kind":"category","slug":"tried","name":"Tried"}', product(501), "bad"];
    const job = await started(lines, { dry_run: true });
    await run();
    expect(await get(job.id)).toMatchObject({ status: "finished", created: 2, refused: 1 });
    expect((await problems(job.id)).items).toHaveLength(1);
    await expect(catalogue.get(shop.ctx(), { id: "p-501" })).rejects.toMatchObject({
      reason: "product_not_found",
    });
  });

  it("go on behind the last commit when a node stops or dies", async () => {
    const job = await started(Array.from({ length: 70 }, (_, i) => product(1000 + i)));
    let asked = 0;
    await run("first", () => ++asked === 1);
    expect(await get(job.id)).toMatchObject({ status: "queued", processed: 25 });
    // The second dies: its lease stays behind.
    await shop.test.database.system
      .update(importJobs)
      .set({ status: "running", leaseHolder: "dead", leaseUntil: new Date(Date.now() + 60_000) })
      .where(eq(importJobs.id, job.id));
    expect(await run("third")).toBe(false);
    shop.advance(61_000);
    expect(await run("third")).toBe(true);
    expect(await get(job.id)).toMatchObject({
      ...{ status: "finished", processed: 70, created: 70, updated: 0, unchanged: 0 },
    });
  });

  it("are left alone by a node that was taken for dead, once another has them", async () => {
    const job = await started([product(1500), product(1501)]);
    const ctx = shop.ctx();
    const { storage } = ctx.ports;
    // Between its claim and its first commit.
    const get: typeof storage.get = async (key) => {
      await shop.test.database.system
        .update(importJobs)
        .set({ leaseHolder: "another", leaseUntil: new Date(ctx.now().getTime() + 60_000) })
        .where(eq(importJobs.id, job.id));
      return storage.get(key);
    };
    const slow = { ...ctx, ports: { ...ctx.ports, storage: { ...storage, get } } };
    expect(await imports.runNext(slow, "slow")).toBe(true);
    expect(await staff.imports.get({ id: job.id })).toMatchObject({
      ...{ status: "running", processed: 0, created: 0 },
    });
    await expect(catalogue.get(ctx, { id: "p-1500" })).rejects.toMatchObject({
      reason: "product_not_found",
    });
    shop.advance(61_000);
    expect(await run("third")).toBe(true);
    expect(await staff.imports.get({ id: job.id })).toMatchObject({
      ...{ status: "finished", processed: 2, created: 2 },
    });
  });

  it("are each worked off once, however many look for them at the same time", async () => {
    const jobs = await Promise.all(
      [0, 1, 2].map((n) => started([product(2000 + n), product(2010 + n)])),
    );
    const nodes = Array.from({ length: 12 }, (_, i) => run(`node-${i}`));
    const worked = await Promise.all(nodes);
    for (let left = true; left; ) left = await run();
    expect(worked.filter(Boolean).length).toBeGreaterThan(0);
    for (const { id } of jobs) {
      expect(await get(id)).toMatchObject({ status: "finished", processed: 2, created: 2 });
    }
  });

  it("stop when they are canceled, and what is in stays in", async () => {
    const job = await started(Array.from({ length: 60 }, (_, i) => product(3000 + i)));
    await run("node", () => {
      // Between two commits, as somebody at another node would.
      return true;
    });
    expect(await staff.imports.cancel({ id: job.id })).toMatchObject({ status: "canceled" });
    expect(await run()).toBe(false);
    expect(await get(job.id)).toMatchObject({ processed: 25, created: 25 });
    await expect(staff.imports.cancel({ id: job.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  const refusedToResume = (id: string) =>
    expect(staff.imports.resume({ id })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { reason: "import_not_resumable" },
    });

  it("go on where they were canceled, days later, and do nothing twice", async () => {
    const lines = [
      product(4000),
      "nonsense",
      ...Array.from({ length: 58 }, (_, i) => product(4001 + i)),
    ];
    const job = await started(lines);
    await refusedToResume(job.id);
    await run("node", () => true);
    await staff.imports.cancel({ id: job.id });
    shop.advance(3 * 86_400_000);
    await imports.sweep(shop.ctx());
    const resumed = await staff.imports.resume({ id: job.id });
    expect(resumed).toMatchObject({ status: "queued", processed: 25, finished_at: null });
    await refusedToResume(job.id);
    await run();
    expect(await get(job.id)).toMatchObject({
      ...{ status: "finished", processed: 60, created: 59, updated: 0, unchanged: 0, refused: 1 },
    });
    expect((await problems(job.id)).items).toHaveLength(1);
    await refusedToResume(job.id);
    for (const action of ["import.started", "import.canceled", "import.resumed"] as const) {
      expect(await actsOf(shop, { action, subjectId: job.id })).toHaveLength(1);
    }
  });

  it("go on when what made them fail is mended, and say why they failed until then", async () => {
    const job = await started([product(5000)]);
    const { storage } = shop.ctx().ports;
    const [{ storageKey } = { storageKey: "" }] = await shop.test.database.system
      .select({ storageKey: assets.storageKey })
      .from(assets)
      .where(eq(assets.id, job.asset_id));
    const file = await storage.get(storageKey);
    const bytes = new Uint8Array(await new Response(file?.body).arrayBuffer());
    await storage.delete(storageKey);
    await expect(run()).rejects.toThrow("not in the storage");
    expect(await get(job.id)).toMatchObject({ status: "failed", failure: expect.any(String) });
    await storage.put(storageKey, bytes, "application/octet-stream");
    expect(await staff.imports.resume({ id: job.id })).toMatchObject({ failure: null });
    await run();
    expect(await get(job.id)).toMatchObject({ status: "finished", created: 1 });
  });

  it("take a cursor that was made up for what it is", async () => {
    const job = await started(["nonsense"]);
    await run();
    for (const key of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]) {
      const cursor = encodeCursor("row", { key, id: uuid7() });
      const { items } = await staff.imports.problems({ id: job.id, cursor });
      expect(items).toHaveLength(key > 0 ? 0 : 1);
    }
  });

  it("say what they were started of, so that a dry run can be followed by the import", async () => {
    const mapping = { product: { title: "name", slug: "key", price: "cost" } };
    const tried = await started(['[{"name":"A","key":"k-1","cost":3}]'], {
      ...{ format: "mapped_json", mapping, dry_run: true },
    });
    await run();
    const { asset_id, format, mapping: kept } = await get(tried.id);
    const job = await staff.imports.start({
      ...{ asset_id, format, dry_run: false },
      mapping: kept ?? undefined,
    });
    await run();
    expect(await get(job.id)).toMatchObject({ status: "finished", created: 1, mapping });
  });

  it("refuse a mapping that does not belong, and files of others", async () => {
    const refused = (input: Partial<StartImportInput>) =>
      expect(started([product(1)], input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await refused({ format: "mapped_json" });
    await refused({ asset_id: uuid7() });
    const neighbour = await openNeighbour(shop, `besides-${engine}`);
    const theirs = neighbour.as((await registerStaff(neighbour, "manager")).actor);
    const { asset_id } = await theirs.imports.upload({ file: new File(["x"], "x.csv") });
    await refused({ asset_id });
    const job = await started([product(1)]);
    await expect(theirs.imports.get({ id: job.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await run();
  });

  it("are forgotten in time, and their files with them", async () => {
    const { asset_id } = await staff.imports.upload({ file: new File(["x"], "unused.csv") });
    shop.advance(25 * 3_600_000);
    expect(await imports.sweep(shop.ctx())).toBeGreaterThan(0);
    await expect(
      staff.imports.start({ asset_id, format: "jsonl", dry_run: false }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect((await staff.imports.list({ limit: 100 })).items.length).toBeGreaterThan(0);
    shop.advance(91 * 86_400_000);
    expect(await imports.sweep(shop.ctx())).toBeGreaterThan(0);
    expect((await imports.list(shop.ctx(), { limit: 100 })).items).toEqual([]);
  });

  it("export in parts that make one file", async () => {
    const owner = shop.as((await registerStaff(shop, "owner")).actor);
    let text = "";
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const part = await owner.imports.export({
        format: "jsonl",
        ...(cursor === undefined ? {} : { cursor }),
      });
      text += part.text;
      cursor = part.next_cursor;
    }
    expect(text.split("\n").filter((line) => line.includes('"kind":"product"')).length).toBe(
      (await owner.products.facets({})).total,
    );
  });
});
