/** What staff may change of a store while it is open, and what not. */
import { engines } from "@souk/db/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { Context, StoreInfo } from "../kernel/context.ts";
import { appRouter } from "../router.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addPriceList } from "../testing/price-lists.ts";
import { registerWith } from "../testing/staff.ts";
import { actsOf } from "../testing/trail.ts";

describe.each(engines)("the settings of a store on %s", (engine) => {
  let shop: Shop;
  afterEach(() => shop.close());

  async function opened() {
    shop = await openShop(engine, { store: { currencies: ["USD"], locales: ["fr"] } });
    const staff = await registerWith(
      shop,
      "settings:read",
      "settings:write",
      "products:read",
      "products:write",
    );
    return { staff, calls: shop.as(staff.actor).stores };
  }

  it("tell shoppers what they may choose among, the store's own first", async () => {
    const { calls } = await opened();
    expect(await calls.current()).toMatchObject({
      currencies: ["EUR", "USD"],
      locales: ["en", "fr"],
    });
  });

  it("are shown, with the reason of what cannot be changed", async () => {
    const { calls } = await opened();
    expect(await calls.settings()).toEqual({
      currency: "EUR",
      currencies: ["USD"],
      default_locale: "en",
      locales: ["fr"],
      low_stock_threshold: 5,
      moderates_reviews: true,
      prices_include_tax: true,
      prices_include_tax_reason: expect.stringContaining("orders"),
    });
  });

  it("change by what is said and stay otherwise, with a trail of each change", async () => {
    const { staff, calls } = await opened();
    const said = { currencies: ["USD", "MAD", "MAD"], low_stock_threshold: 3 };
    const changed = await calls.updateSettings(said);
    expect(changed).toMatchObject({
      ...{ currencies: ["USD", "MAD"], low_stock_threshold: 3 },
      ...{ locales: ["fr"], moderates_reviews: true },
    });
    expect(await calls.settings()).toEqual(changed);
    await calls.updateSettings({ low_stock_threshold: 3 });
    expect(await actsOf(shop, { action: "settings.changed" })).toMatchObject([
      {
        actorId: staff.actor.userId,
        details: {
          changes: {
            currencies: { from: ["USD"], to: ["USD", "MAD"] },
            low_stock_threshold: { from: 5, to: 3 },
          },
        },
      },
    ]);
  });

  it("are told to the host when they are durable, and not when nothing changed", async () => {
    const { staff } = await opened();
    const told: StoreInfo[] = [];
    const plain = shop.ctx({ actor: staff.actor });
    const storeChanged = (store: StoreInfo) => told.push(store);
    const ctx: Context = { ...plain, ports: { ...plain.ports, storeChanged } };
    const { stores } = appRouter.createCaller(ctx);
    await stores.updateSettings({ moderates_reviews: false });
    await stores.updateSettings({ moderates_reviews: false });
    expect(told).toEqual([{ ...shop.store, moderatesReviews: false }]);
  });

  it("are refused with what makes no sense, naming each field", async () => {
    const { calls } = await opened();
    const wrong = { currencies: ["USD", "EUR", "XQX"], locales: ["fr", "en"] };
    await expect(calls.updateSettings(wrong)).rejects.toMatchObject({
      cause: {
        reason: "settings_invalid",
        fields: {
          "currencies.1": ["This is the store's own currency."],
          "currencies.2": ["XQX is not a currency in use."],
          "locales.1": ["This is the language of the catalogue itself."],
        },
      },
    });
    for (const input of [
      { locales: ["french"] },
      { low_stock_threshold: -1 },
      { prices_include_tax: false },
    ]) {
      await expect(calls.updateSettings(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });

  it("keep a currency that anything is priced in", async () => {
    const { staff, calls } = await opened();
    const dropped = () => calls.updateSettings({ currencies: [] });
    const refusal = {
      cause: { reason: "currency_in_use", fields: { currencies: [expect.any(String)] } },
    };
    const draft = (amounts: readonly number[]) => ({
      slug: "mug",
      variants: [{ price: 100, prices: amounts.map((amount) => ({ currency: "USD", amount })) }],
    });
    await addProduct(shop, draft([120]));
    await expect(dropped()).rejects.toMatchObject(refusal);
    await addProduct(shop, draft([]));
    const { id } = await addPriceList(shop, staff, [], { currency: "USD" });
    await expect(dropped()).rejects.toMatchObject(refusal);
    await shop.as(staff.actor).prices.deleteList({ id });
    expect(await dropped()).toMatchObject({ currencies: [] });
  });
});
