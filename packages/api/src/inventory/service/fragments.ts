/** SQL that tells how much of a variant can be sold, for statements that have `variants` among their tables. */
import { bundleComponents, stockLevels, stockLocations, variants } from "@souk/db/schema";
import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";

type Value<T> = T | Placeholder<string, T>;

/** What may still be promised at a level, back-orders included. */
export const available = sql<number>`${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved} - ${stockLevels.allocated}`;

/** The part of it that need not be ordered first. */
const onShelf = sql<number>`${stockLevels.onShelf}`;

/** Over the locations that are sold from. */
const summed = (storeId: Value<string>, variantId: SQLWrapper, units: SQL): SQL => sql`coalesce((
  select sum(${units}) from ${stockLevels}
  inner join ${stockLocations} on ${stockLocations.id} = ${stockLevels.locationId}
  where ${stockLevels.storeId} = ${storeId} and ${stockLevels.variantId} = ${variantId}
    and ${stockLocations.isActive}), 0)`;

/** Of a bundle there are as many as its scarcest component allows. */
const unitsOf = (storeId: Value<string>, units: SQL): SQL<number> => sql<number>`(
  case when ${variants.isBundle} then coalesce((
    select min(${summed(storeId, bundleComponents.componentId, units)} / ${bundleComponents.quantity})
    from ${bundleComponents}
    where ${bundleComponents.storeId} = ${storeId} and ${bundleComponents.bundleId} = ${variants.id}), 0)
  else ${summed(storeId, variants.id, units)} end)`;

/** Units of the variant that may still be promised, over all locations that are sold from. */
export const availableUnits = (storeId: Value<string>): SQL<number> => unitsOf(storeId, available);

/** The part of them that need not be ordered first. */
export const unitsOnShelf = (storeId: Value<string>): SQL<number> => unitsOf(storeId, onShelf);
