/** Something of each kind that a store has for its catalogue, and the calls that would reach it. */
import { type Context, products } from "@souk/api";
import {
  assets,
  customerGroups,
  importJobs,
  priceLists,
  reviews,
  stockAlerts,
  stockLevels,
  stockLocations,
  stockReservations,
  stockTransfers,
} from "@souk/db/schema";

type Input = Readonly<Record<string, unknown>>;

async function idOf(rows: PromiseLike<readonly { readonly id: string }[]>): Promise<string> {
  const [row] = await rows;
  if (row === undefined) throw new Error("nothing was stored");
  return row.id;
}

/** By procedure. `variantId` has stock; the review waits for staff, so nobody else sees it. */
export async function catalogBelongings(
  ctx: Context,
  userId: string,
  variantId: string,
): Promise<Readonly<Record<string, Input>>> {
  const { db, store } = ctx;
  const own = { storeId: store.id };
  const file = { ...own, contentType: "text/csv", bytes: 1, widths: [], fileName: "a" };
  const asset = async (purpose: "catalog" | "import") => {
    const values = { ...file, purpose, storageKey: `of/${purpose}`, sha256: purpose };
    return idOf(db.insert(assets).values(values).returning({ id: assets.id }));
  };
  const picture = await asset("catalog");
  const job = await idOf(
    db
      .insert(importJobs)
      .values({
        ...own,
        format: "jsonl",
        assetId: await asset("import"),
        isDryRun: true,
        status: "queued",
      })
      .returning({ id: importJobs.id }),
  );
  const group = await idOf(
    db
      .insert(customerGroups)
      .values({ ...own, name: "Wholesale", description: "" })
      .returning({ id: customerGroups.id }),
  );
  const list = await idOf(
    db
      .insert(priceLists)
      .values({ ...own, name: "Sale", currency: "EUR", isActive: true })
      .returning({ id: priceLists.id }),
  );
  const location = (code: string) => {
    const values = { ...own, code, name: code, position: 9 };
    return idOf(db.insert(stockLocations).values(values).returning({ id: stockLocations.id }));
  };
  const [place, other] = [await location("second"), await location("third")];
  const level = await idOf(
    db
      .insert(stockLevels)
      .values({ ...own, locationId: other, variantId, onHand: 1, reserved: 1 })
      .returning({ id: stockLevels.id }),
  );
  const hold = "0193b5b0-0000-7000-8000-00000000000a";
  await db
    .insert(stockReservations)
    .values({ ...own, levelId: level, paymentId: hold, quantity: 1, expiresAt: new Date(4e12) });
  const transfer = await idOf(
    db
      .insert(stockTransfers)
      .values({
        ...{ ...own, number: "TR-1", status: "draft", note: "" },
        ...{ fromLocationId: other, toLocationId: place },
      })
      .returning({ id: stockTransfers.id }),
  );
  const alert = await idOf(
    db
      .insert(stockAlerts)
      .values({
        ...{ ...own, variantId, userId, email: "a@example.com", emailCanonical: "a@example.com" },
        tokenHash: "hash",
      })
      .returning({ id: stockAlerts.id }),
  );
  const sold = (await products.sellable(ctx, [variantId])).get(variantId);
  const review = await idOf(
    db
      .insert(reviews)
      .values({
        ...{
          ...own,
          productId: sold?.productId ?? "",
          userId,
          authorName: "A",
          rating: 5,
          title: "",
        },
        ...{ body: "x", variantTitle: "", locale: "", status: "pending", rejectionNote: "" },
        ...{ reply: "x", repliedAt: new Date(), writtenAt: new Date() },
      })
      .returning({ id: reviews.id }),
  );
  const price = [{ variant_id: variantId, min_quantity: 1, amount: 1 }];
  return {
    "imports.cancel": { id: job },
    "imports.get": { id: job },
    "imports.problems": { id: job },
    "imports.resume": { id: job },
    "inventory.alerts.remove": { id: alert },
    "inventory.bundles.remove": { variant_id: variantId },
    "inventory.bundles.set": {
      variant_id: variantId,
      components: [{ variant_id: variantId, quantity: 1 }],
    },
    "inventory.holds.release": { id: hold },
    "inventory.locations.remove": { id: place },
    "inventory.locations.update": { id: place, name: "Mine" },
    "inventory.transfers.cancel": { id: transfer },
    "inventory.transfers.get": { id: transfer },
    "inventory.transfers.receive": { id: transfer },
    "inventory.transfers.send": { id: transfer },
    "inventory.transfers.update": { id: transfer, note: "mine" },
    "inventory.updateLevel": { id: level, backorder_limit: 1 },
    "inventory.updateVariant": { variant_id: variantId, low_stock_threshold: 1 },
    "inventory.variant": { variant_id: variantId },
    "media.delete": { id: picture },
    "media.get": { id: picture },
    "prices.deleteList": { id: list },
    "prices.entries": { id: list },
    "prices.getList": { id: list },
    "prices.setEntries": { id: list, entries: price },
    "prices.updateList": { id: list, name: "Mine" },
    "reviews.moderation.closeReports": { id: review },
    "reviews.moderation.get": { id: review },
    "reviews.moderation.publish": { id: review },
    "reviews.moderation.reject": { id: review, reason: "spam" },
    "reviews.moderation.removeReply": { id: review },
    "reviews.moderation.reply": { id: review, body: "mine" },
    "reviews.remove": { id: review },
    "reviews.report": { id: review, reason: "spam" },
    "reviews.update": { id: review, body: "mine" },
    "reviews.vote": { id: review, vote: "helpful" },
    "users.groups.addMembers": { id: group, user_ids: [userId] },
    "users.groups.delete": { id: group },
    "users.groups.get": { id: group },
    "users.groups.members": { id: group },
    "users.groups.removeMember": { id: group, user_id: userId },
    "users.groups.update": { id: group, name: "Mine" },
  };
}
