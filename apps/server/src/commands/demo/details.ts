/** What the sheets of the demo products leave unsaid: care, origin, measures, and what goes together. */
import type { DemoProduct } from "./demo-product.ts";

/** By vendor: where the workshop stands. */
const origins: Readonly<Record<string, string>> = {
  "Brack and Fold": "ES",
  "Fennel and Rye": "FR",
  "Ferro Lunde": "SE",
  "Halden Pottery": "NO",
  "Hedgerow Supply": "GB",
  "Inkwell Row": "GB",
  "Joinery Nine": "PL",
  "Little Larch": "DE",
  "Lumen Yard": "PT",
  "Maison Orle": "FR",
  "Oru Tea House": "JP",
  "Pinion Audio": "DE",
  Saltbarn: "FR",
  "Studio Marrow": "PT",
  "Tarn Weavers": "IE",
};

/** By category. */
const care: Readonly<Record<string, string>> = {
  "mugs-and-cups": "Dishwasher safe. Dry the bare clay foot before you put it away.",
  "bowls-and-plates": "Dishwasher safe. Let it warm up before it goes into a hot oven.",
  "cooking-and-prep": "Wash by hand and dry at once. Oil bare iron and wood now and then.",
  "blankets-and-cushions": "Wash cold with wool soap, reshape, and dry flat in the shade.",
  clothing: "Wash at 30 degrees inside out. Line dry; iron while still damp.",
  "bags-and-travel": "Brush off dry mud, wipe with a damp cloth, feed the leather twice a year.",
};

const tariffs: Readonly<Record<string, string>> = {
  "mugs-and-cups": "691200",
  "bowls-and-plates": "691200",
  lighting: "940520",
};

/** Packed for the parcel, by category: length, width and height in millimetres. */
const parcels: Readonly<Record<string, readonly [number, number, number]>> = {
  "mugs-and-cups": [130, 110, 110],
  "bowls-and-plates": [280, 280, 90],
  lighting: [320, 220, 220],
  clothing: [340, 260, 50],
  "bags-and-travel": [480, 340, 120],
};

export function detailsOf({ vendor, category }: DemoProduct) {
  const [instructions, origin] = [care[category], origins[vendor]];
  return {
    customFields: {
      ...(instructions === undefined ? {} : { care_instructions: instructions }),
      ...(origin === undefined ? {} : { country_of_origin: origin }),
    },
  };
}

export function variantDetailsOf({ category }: DemoProduct) {
  const [tariff, parcel] = [tariffs[category], parcels[category]];
  const [lengthMm = null, widthMm = null, heightMm = null] = parcel ?? [];
  const customFields = tariff === undefined ? {} : { hs_code: tariff };
  return { lengthMm, widthMm, heightMm, customFields };
}

type Kind = "related" | "accessory" | "upgrade";

/** What is shown beside a product, by slug. */
export const demoRelations: Readonly<Record<string, readonly (readonly [Kind, string])[]>> = {
  "tide-mug": [
    ["related", "freckle-mug"],
    ["related", "lighthouse-mug"],
    ["accessory", "kestrel-teapot"],
  ],
  "lighthouse-mug": [
    ["related", "tide-mug"],
    ["accessory", "slow-pour-dripper"],
  ],
  "kestrel-teapot": [
    ["accessory", "tide-mug"],
    ["accessory", "corso-cup-and-saucer"],
  ],
  "stovetop-moka": [
    ["accessory", "ember-espresso-set"],
    ["upgrade", "slow-pour-dripper"],
  ],
  "chanterelle-lamp": [
    ["related", "pebble-table-lamp"],
    ["upgrade", "stork-floor-lamp"],
  ],
  "sunday-casserole": [
    ["related", "hearth-skillet"],
    ["accessory", "stirring-party"],
  ],
  "workshop-jacket": [
    ["related", "allotment-trousers"],
    ["accessory", "lookout-beanie"],
    ["accessory", "drift-scarf"],
  ],
};
