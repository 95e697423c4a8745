/**
 * What every list and detail costs in statements: no more when there is more of anything. A query that is
 * in neither table fails, so that none is forgotten.
 */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../src/kernel/permissions.ts";
import { appRouter } from "../src/router.ts";
import * as shipping from "../src/shipping/service.ts";
import { registerCustomer } from "../src/testing/accounts.ts";
import { standardShipping } from "../src/testing/checkout.ts";
import { type Grown, grow, sow } from "../src/testing/grown-catalogue.ts";
import { openShop, type Shop } from "../src/testing/index.ts";
import { registerWith } from "../src/testing/staff.ts";

/** Domains whose queries are all here. */
const DOMAINS = /^(products|prices|imports|inventory|media|reviews|stores|users\.groups)\./;

/** Those that go through everything, a bounded part at a time. */
const WALKS: ReadonlySet<string> = new Set(["inventory.verify", "imports.export"]);

/** What one thing says of itself is as long, however many others there are. */
const ALIKE: ReadonlySet<string> = new Set([
  ...["stores.settings", "stores.current", "users.groups.get", "prices.getList", "media.get"],
  ...["products.brand", "products.collections.get", "products.collections.getForStaff"],
  ...["imports.get", "reviews.summary", "reviews.moderation.get", "reviews.moderation.counts"],
]);

type Calls = ReturnType<Shop["as"]>;
type Call = (calls: Calls, ids: Grown["ids"]) => Promise<unknown>;

const limit = 100;
const french = { locale: "fr" } as const;

const byStaff: Readonly<Record<string, readonly [most: number, Call]>> = {
  "stores.settings": [1, (souk) => souk.stores.settings()],
  "users.groups.list": [1, (souk) => souk.users.groups.list()],
  "users.groups.get": [1, (souk, { group: id }) => souk.users.groups.get({ id })],
  "users.groups.members": [2, (souk, { group: id }) => souk.users.groups.members({ id, limit })],
  "products.staff.brands.list": [1, (souk) => souk.products.staff.brands.list({ limit })],
  "products.staff.list": [1, (souk) => souk.products.staff.list({ limit })],
  "products.staff.get": [12, (souk, { product: id }) => souk.products.staff.get({ id })],
  "products.collections.listAll": [2, (souk) => souk.products.collections.listAll()],
  "products.collections.getForStaff": [
    2,
    (souk, { collection: id }) => souk.products.collections.getForStaff({ id }),
  ],
  "products.collections.products": [
    3,
    (souk, { collection: id }) => souk.products.collections.products({ id }),
  ],
  "products.translations.list": [
    2,
    (souk, { product: subject_id }) =>
      souk.products.translations.list({ kind: "product", subject_id }),
  ],
  "products.tree.list": [2, (souk) => souk.products.tree.list()],
  "products.types.list": [3, (souk) => souk.products.types.list()],
  "products.types.get": [3, (souk, { type: id }) => souk.products.types.get({ id })],
  "products.types.attributes": [1, (souk) => souk.products.types.attributes()],
  "prices.history": [
    2,
    (souk, { variant: variant_id }) => souk.prices.history({ variant_id, limit }),
  ],
  "prices.lists": [1, (souk) => souk.prices.lists()],
  "prices.getList": [1, (souk, { list: id }) => souk.prices.getList({ id })],
  "prices.entries": [2, (souk, { list: id }) => souk.prices.entries({ id, limit })],
  "imports.list": [1, (souk) => souk.imports.list({ limit })],
  "imports.get": [1, (souk, { job: id }) => souk.imports.get({ id })],
  "imports.problems": [2, (souk, { job: id }) => souk.imports.problems({ id, limit })],
  "inventory.locations.list": [1, (souk) => souk.inventory.locations.list()],
  "inventory.holds.list": [3, (souk) => souk.inventory.holds.list({ limit })],
  "inventory.transfers.list": [1, (souk) => souk.inventory.transfers.list({ limit })],
  "inventory.transfers.get": [2, (souk, { transfer: id }) => souk.inventory.transfers.get({ id })],
  "inventory.bundles.list": [2, (souk) => souk.inventory.bundles.list({ limit })],
  "inventory.alerts.wanted": [1, (souk) => souk.inventory.alerts.wanted()],
  "inventory.levels": [2, (souk) => souk.inventory.levels({ limit })],
  "inventory.variant": [
    5,
    (souk, { variant: variant_id }) => souk.inventory.variant({ variant_id }),
  ],
  "inventory.movements": [
    3,
    (souk, { variant: variant_id }) => souk.inventory.movements({ variant_id, limit }),
  ],
  "media.list": [1, (souk) => souk.media.list({ limit })],
  "media.get": [1, (souk, { asset: id }) => souk.media.get({ id })],
  "reviews.moderation.queue": [2, (souk) => souk.reviews.moderation.queue({ limit })],
  "reviews.moderation.counts": [2, (souk) => souk.reviews.moderation.counts()],
  "reviews.moderation.get": [4, (souk, { review: id }) => souk.reviews.moderation.get({ id })],
};

const byCustomer: typeof byStaff = {
  "stores.current": [0, (souk) => souk.stores.current()],
  "products.collections.list": [2, (souk) => souk.products.collections.list(french)],
  "products.collections.get": [
    3,
    (souk) => souk.products.collections.get({ slug: "picked", ...french }),
  ],
  "products.list": [3, (souk) => souk.products.list({ limit, ...french })],
  "products.facets": [4, (souk) => souk.products.facets({ category: "cups", ...french })],
  "products.suggest": [5, (souk) => souk.products.suggest({ q: "mug", ...french })],
  "products.get": [12, (souk) => souk.products.get({ id: "mug-0", ...french })],
  "products.categories": [3, (souk) => souk.products.categories(french)],
  "products.category": [3, (souk) => souk.products.category({ slug: "cups", ...french })],
  "products.brands": [2, (souk) => souk.products.brands({ limit, ...french })],
  "products.brand": [2, (souk) => souk.products.brand({ slug: "halden", ...french })],
  "inventory.alerts.mine": [1, (souk) => souk.inventory.alerts.mine()],
  "reviews.list": [4, (souk) => souk.reviews.list({ id: "mug-0", limit })],
  "reviews.summary": [1, (souk) => souk.reviews.summary({ id: "mug-0" })],
  "reviews.eligible": [1, (souk) => souk.reviews.eligible({ limit })],
  "reviews.mine": [2, (souk) => souk.reviews.mine({ limit })],
};

const tables = [
  ["staff", byStaff],
  ["a customer", byCustomer],
] as const;

it("are all counted here", () => {
  const procedures = Object.entries(appRouter._def.procedures) as unknown as readonly [
    name: string,
    { readonly _def: { readonly type: string } },
  ][];
  const queries = procedures
    .filter(([name, { _def }]) => _def.type === "query" && DOMAINS.test(name) && !WALKS.has(name))
    .map(([name]) => name);
  expect(queries.toSorted()).toEqual(
    [...Object.keys(byStaff), ...Object.keys(byCustomer)].toSorted(),
  );
});

describe.each(engines)("the statements of a query on %s", (engine) => {
  let shop: Shop;
  let grown: Grown;
  const few = new Map<string, { readonly count: number; readonly size: number }>();
  const callerOf = (who: string) => shop.as((who === "staff" ? grown.owner : grown.buyer).actor);
  const costOf = async (who: string, call: Call) => {
    const calls = callerOf(who);
    const { result, statements } = await statementsOf(() => call(calls, grown.ids));
    const size = JSON.stringify(result).length;
    return { size, count: statements.length, text: statements.join("\n") };
  };

  beforeAll(async () => {
    shop = await openShop(engine, {
      sqlite: "file",
      store: { currencies: ["USD"], locales: ["fr"] },
    });
    await shipping.saveMethod(shop.ctx(), standardShipping);
    const owner = await registerWith(shop, ...permissions);
    grown = await sow(shop, owner, await registerCustomer(shop));
    grown = await grow(grown, 0);
    for (const [who, table] of tables) {
      for (const [name, [, call]] of Object.entries(table)) {
        few.set(name, await costOf(who, call));
      }
    }
    for (let turn = 1; turn <= 4; turn += 1) grown = await grow(grown, turn);
  }, 120_000);
  afterAll(() => shop.close());

  describe.each(tables)("by %s", (who, table) => {
    it.each(Object.entries(table))(
      "%s does not grow, and is at most %j",
      async (name, [most, call]) => {
        const { count, size, text } = await costOf(who, call);
        if (!ALIKE.has(name)) expect(size).toBeGreaterThan(few.get(name)?.size ?? 0);
        expect(count, text).toBe(few.get(name)?.count);
        expect(count, text).toBeLessThanOrEqual(most);
      },
    );
  });
});
