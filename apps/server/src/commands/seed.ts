/** Fills an empty store with the demo catalogue. All of it goes through the services. */
import { authentication, type Context, products, shipping, stores } from "@souk/api";
import type { Services } from "../services.ts";
import { demoProducts } from "./demo/catalog/index.ts";
import { demoCategories } from "./demo/categories.ts";
import type { DemoProduct } from "./demo/demo-product.ts";
import { demoRelations, detailsOf, variantDetailsOf } from "./demo/details.ts";
import { attributesOf, productTypeOf } from "./demo/specification.ts";
import { saveAttributes, saveCollections, saveTranslations } from "./seed-catalog.ts";
import { DEMO_PASSWORD, demoAccountsOf, savePeople } from "./seed-people.ts";
import { type PlacedPicture, placePictures } from "./seed-pictures.ts";
import { DOLLARS, inDollars, reducedSince, saveWholesale } from "./seed-prices.ts";
import { saveReviews } from "./seed-reviews.ts";
import { saveStock } from "./seed-stock.ts";

const demoShipping: readonly Omit<shipping.ShippingMethodDraft, "position">[] = [
  {
    code: "standard",
    name: "Standard",
    description: "To your door or letterbox",
    amount: 490,
    freeFrom: 7500,
    countries: ["FR", "DE", "ES", "IT", "BE", "NL", "PT", "AT"],
    minDays: 3,
    maxDays: 5,
  },
  {
    code: "express",
    name: "Express",
    description: "By courier, with a signature",
    amount: 1290,
    freeFrom: null,
    countries: ["FR", "DE", "ES", "IT", "BE", "NL", "PT", "AT"],
    minDays: 1,
    maxDays: 2,
  },
  {
    code: "international",
    name: "International",
    description: "Tracked, beyond the European Union",
    amount: 1690,
    freeFrom: 20000,
    countries: ["GB", "MA"],
    minDays: 5,
    maxDays: 10,
  },
];

type SeedServices = Pick<Services, "config" | "systemContext">;

/** A store that has a product is left alone. A seed that fails leaves the store empty, as it was. */
export async function seedDemoStore(
  services: SeedServices,
  report: (line: string) => void,
): Promise<{ seeded: boolean }> {
  const ctx = services.systemContext();
  if (!(await products.isEmpty(ctx))) return { seeded: false };
  report("Drawing the pictures of the demo store");
  const pictures = await placePictures(demoProducts, services.config.dataFolder);
  const passwordHash = await authentication.hashPassword(DEMO_PASSWORD);
  let seeded: boolean;
  try {
    seeded = await ctx.db.transaction(async (db) => {
      const plain = { ...ctx, db };
      if (!(await products.isEmpty(plain))) return false;
      const unit = await sellingInDollars(plain);
      await saveCategories(unit);
      await saveAttributes(unit);
      await saveProducts(unit, pictures, report);
      await saveStock(unit);
      await saveCollections(unit);
      await saveTranslations(unit);
      await saveShipping(unit);
      await savePeople(unit, services.config, passwordHash);
      await saveWholesale(unit);
      await saveReviews(unit, customersOf(services.config));
      return true;
    });
  } catch (error) {
    // Nodes that start together: one of them fills the store, the others find it filled.
    if (!(await products.isEmpty(ctx))) return { seeded: false };
    throw error;
  }
  if (seeded) report(`The demo store is open: ${demoProducts.length} products`);
  return { seeded };
}

/** Beside whatever the store sells in already. */
async function sellingInDollars(ctx: Context): Promise<Context> {
  const { currency, currencies } = ctx.store;
  if ([currency, ...currencies].includes(DOLLARS)) return ctx;
  const settings = await stores.updateSettings(ctx, { currencies: [...currencies, DOLLARS] });
  return { ...ctx, store: { ...ctx.store, currencies: settings.currencies } };
}

const customersOf = (config: SeedServices["config"]): readonly string[] =>
  demoAccountsOf(config)
    .filter(({ role }) => role === "customer")
    .map(({ email }) => email);

/** Departments first: a shelf names the department that it stands in. */
async function saveCategories(ctx: Context): Promise<void> {
  const departments = demoCategories.filter(({ parent }) => parent === undefined);
  const shelves = demoCategories.filter(({ parent }) => parent !== undefined);
  for (const [position, { slug, name, description, parent }] of [
    ...departments,
    ...shelves,
  ].entries()) {
    await products.saveCategory(ctx, { slug, name, description, position, parent: parent ?? null });
  }
}

const REPORT_EVERY = 25;

async function saveProducts(
  ctx: Context,
  pictures: ReadonlyMap<string, readonly PlacedPicture[]>,
  report: (line: string) => void,
): Promise<void> {
  const drafts = demoProducts.map((product, i) => {
    const placed = pictures.get(product.slug) ?? [];
    return draftOf(product, placed, publicationOf(ctx.now(), i));
  });
  for (const [i, draft] of drafts.entries()) {
    const before = reducedSince(ctx, draft);
    if (before !== null) await products.saveProduct(before.ctx, before.draft);
    await products.saveProduct(ctx, draft);
    if ((i + 1) % REPORT_EVERY === 0) report(`Stocking the shelves: ${i + 1} products`);
  }
  // Once all of them are there.
  for (const draft of drafts) {
    const relations = demoRelations[draft.slug];
    if (relations === undefined) continue;
    const shown = relations.map(([kind, product]) => ({ kind, product }));
    await products.saveProduct(ctx, { ...draft, relations: shown });
  }
}

const DAY_MS = 86_400_000;
const DAYS_BETWEEN = 1.75;

/** The catalogue stands in the order of a front page: its first product is the newest. */
function publicationOf(now: Date, place: number): Date {
  const yesterday = Math.floor(now.getTime() / DAY_MS) * DAY_MS - DAY_MS;
  return new Date(yesterday - Math.round(place * DAYS_BETWEEN * DAY_MS));
}

function draftOf(
  product: DemoProduct,
  pictures: readonly PlacedPicture[],
  publishedAt: Date,
): products.ProductDraft {
  const { slug, title, subtitle, vendor, category, descriptionHtml } = product;
  return {
    ...{ slug, title, subtitle, vendor, category, descriptionHtml, publishedAt },
    productType: productTypeOf(product),
    attributes: attributesOf(product),
    ...detailsOf(product),
    tags: [...product.tags],
    options: product.options.map(({ name, values }) => ({ name, values: [...values] })),
    pictures: [...pictures],
    seo: { title, description: subtitle },
    variants: product.variants.map((variant) => ({
      values: [...variant.values],
      sku: variant.sku,
      price: variant.price,
      compareAt: variant.compareAt ?? null,
      prices: [inDollars(variant)],
      weightGrams: variant.weightGrams,
      ...variantDetailsOf(product),
      onHand: variant.stock,
      picture: pictures.length === 0 ? null : (variant.picture ?? 0),
    })),
    stockReference: "demo",
  };
}

async function saveShipping(ctx: Context): Promise<void> {
  for (const [position, method] of demoShipping.entries()) {
    await shipping.saveMethod(ctx, { ...method, position });
  }
}
