/** What the benchmark's shop sells, in words. */

export interface Shelf {
  readonly name: string;
  readonly slug: string;
  /** What one of them is called in a title. */
  readonly noun: string;
}

export interface Department {
  readonly name: string;
  readonly slug: string;
  readonly shelves: readonly Shelf[];
}

const slugOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

const department = (name: string, shelves: Readonly<Record<string, string>>): Department => ({
  name,
  slug: slugOf(name),
  shelves: Object.entries(shelves).map(([shelf, noun]) => ({
    name: shelf,
    slug: `${slugOf(name)}-${slugOf(shelf)}`,
    noun,
  })),
});

/** Eight departments of five shelves: the products stand on 40 shelves. */
export const departments: readonly Department[] = [
  department("Kitchen", {
    Mugs: "Mug",
    Bowls: "Bowl",
    Plates: "Plate",
    Knives: "Knife",
    Boards: "Serving Board",
  }),
  department("Living", {
    Cushions: "Cushion",
    Throws: "Throw",
    Lamps: "Table Lamp",
    Candles: "Candle",
    Vases: "Vase",
  }),
  department("Bedroom", {
    Linen: "Bed Linen",
    Blankets: "Blanket",
    Pillows: "Pillow",
    Nightstands: "Nightstand",
    Rugs: "Rug",
  }),
  department("Bath", {
    Towels: "Towel",
    Soaps: "Soap",
    Robes: "Robe",
    Mats: "Bath Mat",
    Baskets: "Basket",
  }),
  department("Garden", {
    Planters: "Planter",
    Tools: "Hand Trowel",
    Benches: "Bench",
    Seeds: "Seed Box",
    Lanterns: "Lantern",
  }),
  department("Office", {
    Notebooks: "Notebook",
    Pens: "Fountain Pen",
    Desks: "Desk",
    Organisers: "Organiser",
    Clocks: "Wall Clock",
  }),
  department("Clothing", {
    Shirts: "Shirt",
    Knitwear: "Cardigan",
    Scarves: "Scarf",
    Socks: "Socks",
    Hats: "Hat",
  }),
  department("Travel", {
    Backpacks: "Backpack",
    Pouches: "Pouch",
    Bottles: "Bottle",
    Umbrellas: "Umbrella",
    Wallets: "Wallet",
  }),
];

export const shelves: readonly Shelf[] = departments.flatMap((one) => one.shelves);

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const adjectives = words(`
  Slim Coastal Nordic Rustic Modern Classic Woven Ribbed Speckled Striped Folded Carved
  Quiet Bright Amber Indigo Olive Ivory Charcoal Terracotta Sage Copper Midnight Rosewood`);

export const materials = words(`
  Walnut Oak Ash Bamboo Linen Cotton Wool Cashmere Hemp Leather Canvas Cork
  Porcelain Stoneware Glass Brass Steel Marble Slate Rattan Felt Silk Ceramic Enamel`);

export const vendors = words(`
  Aldergate Brackwater Cinderfold Dovetailer Eastmere Fenwick Galloway Harrowby Inglenook
  Juniper Kestrel Larkspur Merrow Northlight Oakhurst Pemberton Quillon Ravensworth Stillwater
  Thornbury Umberland Vellum Westering Yarrow Zephyrine Ashdown Birchall Copperfield Drumlin Elmsett`);

export const tags = words(`
  handmade organic recycled gift bestseller new limited fairtrade washable foldable
  waterproof plastic-free refillable heirloom small-batch vegan`);

/** Sentences of descriptions. `$` stands for the product's material, `#` for its noun. */
export const sentences: readonly string[] = [
  "Made in small batches from $ that is chosen by hand.",
  "The # keeps its shape for years and asks for very little care.",
  "Each piece differs slightly, since no two lengths of $ are alike.",
  "We soften the edges by hand so that the # feels finished on every side.",
  "It arrives in a recycled box that folds flat.",
  "Its quiet colour goes with almost everything that is in the room already.",
  "A generous size makes the # useful from morning until night.",
  "The workshop that makes it has worked with $ since nineteen fifty two.",
  "Wipe it with a damp cloth and let it dry in the open air.",
  "Should a part ever fail, we send you a new one.",
  "Designed to be repaired, and not to be thrown away.",
  "The $ comes from growers whom we visit each spring.",
];

/** What people type: whole words, several words, and words that are half typed. */
export const searchTerms: readonly string[] = words(`
  walnut linen mug lantern notebook cashmere copper handmade backpack stoneware
  cera bamb umbr vas pill`).concat([
  "oak serving board",
  "linen throw",
  "wool blanket",
  "striped towel",
  "brass table lamp",
  "leather wallet",
  "midnight scarf",
  "olive planter",
  "recycled bottle",
  "rustic bench",
  "indigo cushion",
  "glass vase",
  "sage candle",
  "fountain pen ste",
  "cotton bed lin",
]);
