/** What the demo store's stock shows beside plain shelves: a second warehouse, a bundle, things to wait for. */
import { type Context, DomainError, inventory } from "@souk/api";

const REFERENCE = "demo";
const DAY_MS = 86_400_000;

/** Stock in the second warehouse, by SKU. */
const north: Readonly<Record<string, number>> = {
  "TEA-QUIET": 24,
  "PAN-HONEY-250": 12,
  "PAN-CHOC-SALT": 30,
};

const giftSet = {
  sku: "SET-EVENING",
  components: { "TEA-QUIET": 1, "PAN-HONEY-250": 1, "PAN-CHOC-SALT": 2 },
} as const;

/** Sold before they are there: to a day, or as soon as they are made. */
const preorder = { sku: "TOY-KITE-NVY", limit: 40, days: 45 };
const backorder = { sku: "PAN-CHOC-RYE", limit: 60 };

export async function saveStock(ctx: Context): Promise<void> {
  const { id: location_id } = await inventory.createLocation(ctx, {
    ...{ code: "north", name: "Northern warehouse", country_code: "DE" },
  });
  for (const [sku, quantity] of Object.entries(north)) {
    const { variant_id } = await levelOf(ctx, sku);
    await inventory.receive(ctx, { variant_id, location_id, quantity, reference: REFERENCE });
  }
  await saveGiftSet(ctx);
  const soon = await levelOf(ctx, preorder.sku);
  await inventory.updateLevel(ctx, { id: soon.id, backorder_limit: preorder.limit });
  const day = Math.floor(ctx.now().getTime() / DAY_MS) + preorder.days;
  await inventory.updateVariantStock(ctx, {
    variant_id: soon.variant_id,
    preorder_ships_at: new Date(day * DAY_MS).toISOString(),
  });
  const { id } = await levelOf(ctx, backorder.sku);
  await inventory.updateLevel(ctx, { id, backorder_limit: backorder.limit });
}

async function saveGiftSet(ctx: Context): Promise<void> {
  const { variant_id } = await levelOf(ctx, giftSet.sku);
  const components = [];
  for (const [sku, quantity] of Object.entries(giftSet.components)) {
    components.push({ variant_id: (await levelOf(ctx, sku)).variant_id, quantity });
  }
  await inventory.setBundle(ctx, { variant_id, components });
}

/** Its first level. */
async function levelOf(ctx: Context, sku: string): Promise<{ id: string; variant_id: string }> {
  const { items } = await inventory.listLevels(ctx, { q: sku, limit: 100 });
  const level = items.find(({ variant }) => variant.sku === sku);
  if (level === undefined) {
    throw new DomainError("not_found", "variant_not_found", `The demo store has no ${sku}.`);
  }
  return { id: level.id, variant_id: level.variant.id };
}
