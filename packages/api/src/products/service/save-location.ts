/** Locations of stock by their codes, as imports know them. */
import * as inventory from "../../inventory/service/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { readDraft } from "../drafts.ts";
import { LocationDraft } from "../records.ts";
import { differs } from "./changes.ts";
import type { SaveOutcome } from "./save-product.ts";

/** Throws `invalid_input`, `too_many_locations`, and `location_holds_promises` for one to be closed. */
export function saveLocation(ctx: Context, input: LocationDraft): Promise<SaveOutcome> {
  const { is_active, ...draft } = readDraft(LocationDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const { items } = await inventory.listLocations(ctx);
    const before = items.find(({ code }) => code === draft.code);
    const { id, ...known } = before ?? (await inventory.createLocation(ctx, draft));
    const wanted = { ...draft, ...(is_active === undefined ? {} : { is_active }) };
    const changed = differs(known, wanted);
    if (changed) await inventory.updateLocation(ctx, { id, ...wanted });
    if (before === undefined) return "created";
    return changed ? "updated" : "unchanged";
  });
}

/** All of them in the order in which they are drawn on, as they would be saved again. */
export async function locationDrafts(ctx: Context): Promise<LocationDraft[]> {
  const { items } = await inventory.listLocations(ctx);
  return items.map(({ id: _id, created_at: _at, country_code, ...location }) => ({
    ...location,
    ...(country_code === "" ? {} : { country_code }),
  }));
}
