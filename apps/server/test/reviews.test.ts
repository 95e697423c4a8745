/** Reviews through both faces: what everybody shares is kept as long as it holds, and REST says the same. */
import { products, reviews } from "@souk/api";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

interface Told {
  readonly items: readonly { readonly rating: number; readonly my_vote: string | null }[];
  readonly next_cursor: string | null;
}

describe.each(engines)("reviews over HTTP on %s", (engine) => {
  let server: TestServer;
  let productId: string;
  beforeAll(async () => {
    server = await openServer({ engine });
    const ctx = server.services.systemContext();
    await products.saveProduct(ctx, {
      ...{ slug: "mug", title: "Mug" },
      variants: [{ price: 1200, onHand: 7 }],
    });
    productId = (await products.productIdOf(ctx, "mug")) ?? "";
    await bring("first", 5);
    await bring("second", 2);
  });
  afterAll(() => server.close());

  const bring = (key: string, rating: number) =>
    reviews.importReviews(server.services.systemContext(), productId, [
      { key, rating, body: "Fine.", authorName: "Nora", writtenAt: new Date() },
    ]);
  const list = async (query = "") =>
    await told<Told>(await server.fetch(`/api/v1/products/mug/reviews/${query}`));

  it("are listed by slug and by id, filtered and ordered by the query", async () => {
    const { items } = await list("?sort=rating_low");
    expect(items).toMatchObject([
      { rating: 2, my_vote: null, verified_purchase: false },
      { rating: 5, my_vote: null },
    ]);
    const byId = await server.fetch(`/api/v1/products/${productId}/reviews/?sort=rating_low`);
    expect(await told<Told>(byId)).toMatchObject({ items });
    expect((await list("?rating=5&rating=4")).items).toMatchObject([{ rating: 5 }]);
    expect((await list("?with_pictures=true")).items).toEqual([]);
    expect((await list("?verified=false")).items).toHaveLength(2);
    const first = await list("?sort=rating_high&limit=1");
    const rest = await list(`?sort=rating_high&limit=1&cursor=${first.next_cursor}`);
    expect([...first.items, ...rest.items].map(({ rating }) => rating)).toEqual([5, 2]);
    expect(rest.next_cursor).toBeNull();
  });

  it.each(["?rating=6", "?rating=x", "?sort=worst", "?with_pictures=1", "?limit=101"])(
    "refuse %s",
    async (query) => {
      const answer = await server.fetch(`/api/v1/products/mug/reviews/${query}`);
      expect(answer.status).toBe(400);
    },
  );

  it("are kept for everybody until one changes, and then told anew on both faces", async () => {
    const input = encodeURIComponent(JSON.stringify({ id: "mug" }));
    const paths = [
      "/api/v1/products/mug/reviews/",
      "/api/v1/products/mug/reviews/summary/",
      "/api/v1/products/mug/",
      "/api/v1/products/",
      `/trpc/reviews.list?input=${input}`,
      `/trpc/reviews.summary?input=${input}`,
    ];
    const tags = new Map<string, string | null>();
    for (const path of paths) {
      const { headers, status } = await server.fetch(path);
      expect(status, path).toBe(200);
      expect(headers.get("cache-control"), path).toContain("public");
      tags.set(path, headers.get("etag"));
      expect((await server.fetch(path)).headers.get("x-cache"), path).toBe("hit");
    }
    await bring("third", 3);
    for (const path of paths) {
      const answer = await server.fetch(path);
      // What the first face made anew serves the other.
      const expected = path.startsWith("/trpc") ? "hit" : "miss";
      expect(answer.headers.get("x-cache"), path).toBe(expected);
      expect(answer.headers.get("etag"), path).not.toBe(tags.get(path));
    }
    const { rating } = await told<{ rating: object }>(await server.fetch("/api/v1/products/mug/"));
    expect(rating).toEqual({ average: 333, count: 3 });
  });

  it("are written, voted on and reported by whoever is signed in only", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    for (const [method, path] of [
      ["GET", "/api/v1/reviews/mine/"],
      ["GET", "/api/v1/reviews/eligible/"],
      ["POST", "/api/v1/reviews/"],
      ["PATCH", `/api/v1/reviews/${id}/`],
      ["DELETE", `/api/v1/reviews/${id}/`],
      ["PUT", `/api/v1/reviews/${id}/vote/`],
      ["POST", `/api/v1/reviews/${id}/report/`],
      ["GET", "/api/v1/admin/reviews/"],
    ] as const) {
      const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
      const headers = { "Content-Type": "application/json" };
      const answer = await server.fetch(path, { method, headers, ...body });
      expect(answer.status, `${method} ${path}`).toBe(401);
    }
  });
});
