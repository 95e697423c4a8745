/** Answers that are kept: never older than the call that gets them, on any node, by either face. */
import { type Context, inventory, products } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { openRedisServer, type RedisServer } from "./support/redis-server.ts";

const input = (value: object): string => encodeURIComponent(JSON.stringify(value));
const one = input({ id: "mug" });
const batch = encodeURIComponent(JSON.stringify({ 0: { limit: 3 }, 2: { id: "mug" } }));

/** The same things by both faces. */
const asked = [
  "/api/v1/products/?limit=3",
  "/api/v1/products/?limit=3&q=mug",
  "/api/v1/products/mug/",
  "/api/v1/categories/",
  "/api/v1/product-facets/",
  `/trpc/products.get?input=${one}`,
  `/trpc/products.list,products.categories,products.get?batch=1&input=${batch}`,
];

const mug = (changes: object = {}) => ({
  slug: "mug",
  title: "Mug",
  variants: [{ price: 1200, onHand: 7 }],
  ...changes,
});

describe.each(engines)("shared answers on %s", (engine) => {
  let redis: RedisServer;
  let first: TestServer;
  let second: TestServer;
  let plain: TestServer;
  let ctx: Context;

  beforeAll(async () => {
    redis = await openRedisServer();
    first = await openServer({ engine, environment: { REDIS_URL: redis.url } });
    const beside = { database: first.database };
    second = await openServer({ engine, ...beside, environment: { REDIS_URL: redis.url } });
    plain = await openServer({ engine, ...beside, environment: { CACHE_BYTES: "0" } });
    ctx = first.services.systemContext();
    await products.saveCategory(ctx, { slug: "cups", name: "Cups" });
    await products.saveProduct(ctx, mug());
    // Their connections are made in the background.
    await vi.waitUntil(async () => {
      await first.fetch("/api/v1/store/");
      return redis.answered("HELLO") === 2 && redis.answered("SET") > 0;
    });
  });
  afterAll(async () => {
    await plain.close();
    await second.close();
    await first.close();
    await redis.stop();
  });

  /** Without what names the one request. */
  const body = async (server: TestServer, path: string) =>
    (await (await server.fetch(path)).text()).replace(/"request_?[iI]d":"\w+"/g, "");
  const cacheOf = async (server: TestServer, path: string) =>
    (await server.fetch(path)).headers.get("x-cache");

  test("come from memory the second time, and from the other node's work the first", async () => {
    for (const path of asked) {
      await body(first, path);
      expect(await cacheOf(first, path), path).toBe("hit");
      expect(await cacheOf(second, path), path).toBe("hit");
      expect(await cacheOf(plain, path), path).toBe("miss");
      expect(await body(second, path), path).toBe(await body(plain, path));
    }
  });

  test("are made anew after each change of what they are made of, on all nodes at once", async () => {
    const changes: readonly (() => Promise<unknown>)[] = [
      () => products.saveProduct(ctx, mug({ title: "Tall Mug" })),
      () => products.saveProduct(ctx, mug({ variants: [{ price: 900, onHand: 7 }] })),
      () => products.saveProduct(ctx, mug({ variants: [{ price: 900, onHand: 2 }] })),
      () => products.saveProduct(ctx, mug({ category: "cups", tags: ["gift"] })),
      () => products.saveCategory(ctx, { slug: "cups", name: "Cups & Mugs" }),
      () => products.saveProduct(ctx, mug({ pictures: [{ url: "/a.svg", alt: "A" }] })),
      () => products.saveProduct(ctx, mug({ status: "archived" })),
      () => products.saveProduct(ctx, mug()),
    ];
    for (const [i, change] of changes.entries()) {
      for (const path of asked) await body(second, path);
      await change();
      for (const path of asked) {
        const expected = await body(plain, path);
        expect(await body(first, path), `${i} ${path}`).toBe(expected);
        expect(await body(second, path), `${i} ${path}`).toBe(expected);
      }
    }
  });

  test("stay when something else changes", async () => {
    await body(first, "/api/v1/categories/");
    await first.services.systemContext().db.transaction(async (db) => {
      await inventory.refreshAvailability({ ...ctx, db }, []);
    });
    expect(await cacheOf(first, "/api/v1/categories/")).toBe("hit");
  });

  test("change by the clock alone where something is due", async () => {
    const publishedAt = new Date(Date.now() + 1500);
    await products.saveProduct(ctx, mug({ slug: "soon", title: "Soon", publishedAt }));
    const path = "/api/v1/products/?limit=1";
    expect(await body(first, path)).not.toContain("Soon");
    expect(await cacheOf(first, path)).toBe("hit");
    await expect.poll(() => body(first, path), { timeout: 5000 }).toContain('"slug":"soon"');
    expect(Date.now()).toBeGreaterThanOrEqual(publishedAt.getTime());
    expect(await body(second, path)).toBe(await body(plain, path));
  });

  test("are asked after by their tag, and are nobody's who is signed in", async () => {
    for (const path of asked) {
      const { headers } = await first.fetch(path);
      expect(headers.get("cache-control"), path).toBe("public, max-age=0, must-revalidate");
      expect(headers.get("vary"), path).toMatch(/Authorization, Cookie/);
      const tag = headers.get("etag") ?? "";
      expect((await second.fetch(path, { headers: { "If-None-Match": tag } })).status).toBe(304);
      const bad = await first.fetch(path, { headers: { Authorization: "Bearer nonsense" } });
      expect(bad.status, path).toBe(401);
      expect(bad.headers.get("cache-control"), path).toBe("no-store");
    }
    const mixed = `/trpc/products.list,cart.get?batch=1&input=${encodeURIComponent("{}")}`;
    expect((await first.fetch(mixed)).headers.get("cache-control")).toBe("no-store");
  });

  test("are made once for many who ask at the same time", async () => {
    await products.saveProduct(ctx, mug({ title: `Mug ${Date.now()}` }));
    const before = redis.answered("SET");
    const path = "/api/v1/products/?limit=7";
    await Promise.all(Array.from({ length: 20 }, () => body(first, path)));
    // Nobody waits for it to be kept.
    await vi.waitUntil(() => redis.answered("SET") > before);
    expect(redis.answered("SET") - before).toBe(1);
  });

  test("never keep an error", async () => {
    const path = "/api/v1/products/later/";
    expect((await first.fetch(path)).status).toBe(404);
    await products.saveProduct(ctx, mug({ slug: "later", title: "Later" }));
    expect((await first.fetch(path)).status).toBe(200);
  });
});

describe("a Redis that fails", () => {
  let redis: RedisServer;
  let server: TestServer;

  beforeEach(async () => {
    redis = await openRedisServer();
    server = await openServer({ environment: { REDIS_URL: redis.url, CACHE_BYTES: "0" } });
    await vi.waitUntil(() => redis.answered("HELLO") === 1);
  });
  afterEach(async () => {
    await server.close();
    await redis.stop();
  });

  const status = async () => (await server.fetch("/api/v1/categories/")).status;

  test("costs nobody an answer when it hangs", async () => {
    redis.hang();
    expect(await status()).toBe(200);
  });

  test("costs nobody an answer when it goes, and is used again when it is back", async () => {
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    expect(await status()).toBe(200);
    redis = await openRedisServer(port);
    await vi.waitUntil(async () => (await status()) === 200 && redis.answered("SET") > 0, 10_000);
  });
});
