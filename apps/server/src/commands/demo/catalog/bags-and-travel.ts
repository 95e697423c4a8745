/** Bags, cases, flasks and travelling companions. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const bagsAndTravel: readonly DemoProduct[] = shelf("bags-and-travel", [
  {
    slug: "ledger-tote",
    title: "Ledger Tote",
    subtitle: "A canvas tote that stands up by itself",
    vendor: "Brack and Fold",
    story:
      "Eighteen-ounce canvas, a flat base and straps long enough for a winter coat. " +
      "Inside there is one zipped pocket and one that fits a laptop. The straps are " +
      "riveted as well as sewn.",
    facts: ["38 × 36 × 14 cm", "Cotton canvas, bridle leather"],
    tags: "canvas leather everyday bestseller",
    sku: "TOT-LEDG",
    price: 8900,
    grams: 780,
    options: { Colour: inks("Natural", "Forest", "Navy", "Brick") },
    stock: [34, 21, 17, 4],
    drawing: "tote",
    palette: ["#8a5733"],
  },
  {
    slug: "pass-backpack",
    title: "Pass Backpack",
    subtitle: "A flap, two buckles, twenty litres",
    vendor: "Brack and Fold",
    story:
      "Waxed canvas that beads rain, with straps padded in wool felt. The buckles hide " +
      "magnets, so you can get in with one hand. Takes a 15-inch laptop and lunch.",
    facts: ["42 × 30 × 15 cm, 20 litres", "Waxed cotton, leather trim"],
    tags: "canvas leather commute",
    sku: "BAG-PASS",
    price: 17900,
    grams: 1250,
    options: { Colour: inks("Mustard", "Slate", "Olive") },
    stock: [15, 22, 9],
    drawing: "backpack",
    palette: ["#6d4429"],
  },
  {
    slug: "long-weekend-bag",
    title: "Long Weekend Bag",
    subtitle: "Three nights, two pairs of shoes",
    vendor: "Brack and Fold",
    story:
      "Opens wide like a doctor's bag and closes flat enough for an overhead shelf. " +
      "Leather at every corner that meets a pavement. A separate pocket underneath is " +
      "for shoes, or for the wet things.",
    facts: ["52 × 32 × 26 cm, 38 litres", "Canvas and vegetable-tanned leather"],
    tags: "canvas leather travel gift",
    sku: "BAG-WEEK",
    price: 26900,
    was: 29900,
    grams: 1900,
    options: { Colour: inks("Navy", "Sand", "Black") },
    stock: [11, 8, 14],
    drawing: "weekender",
    palette: ["#a06a3f"],
  },
  {
    slug: "small-things-pouch",
    title: "Small Things Pouch",
    subtitle: "For chargers, brushes or a sewing kit",
    vendor: "Brack and Fold",
    story:
      "Half canvas, half offcut leather, with a zip that runs on brass teeth. Lined in " +
      "something bright, so that you can find the thing.",
    facts: ["24 × 14 cm", "Leather colours vary"],
    tags: "canvas leather gift",
    sku: "PCH-SMALL",
    price: 3200,
    grams: 140,
    options: { Colour: inks("Teal", "Ochre", "Rose") },
    stock: [47, 39, 26],
    drawing: "zip-pouch",
    palette: ["#7f4b33"],
  },
  {
    slug: "two-fold-wallet",
    title: "Two Fold Wallet",
    subtitle: "Six cards, some notes, no bulk",
    vendor: "Brack and Fold",
    story:
      "One piece of leather, folded twice and saddle-stitched with waxed thread: " +
      "fifty-six stitches, all by hand. The edges are burnished, not painted, so they never peel.",
    facts: ["10 × 8 cm closed", "Vegetable-tanned leather"],
    tags: "leather gift handmade",
    sku: "WAL-TWO",
    price: 7400,
    grams: 85,
    options: { Leather: inks("Tan", "Chestnut", "Black", "Forest") },
    stock: [30, 26, 33, 0],
    drawing: "wallet",
    palette: ["#dcc08f"],
  },
  {
    slug: "porter-cabin-case",
    title: "Porter Cabin Case",
    subtitle: "A ribbed shell with leather corners",
    vendor: "Brack and Fold",
    story:
      "Recycled polycarbonate that flexes instead of cracking, on wheels you can replace " +
      "with one hex key. Both sides zip closed, so nothing falls out when it opens on " +
      "the hotel floor.",
    facts: ["Four double wheels", "Two-year warranty, spare parts for ten"],
    tags: "travel recycled",
    sku: "CAS-PORT",
    price: 24500,
    grams: 3100,
    options: {
      Size: [
        ["Cabin 38 l", "C"],
        ["Hold 70 l", "H", 7000, 1200],
      ],
      Colour: inks("Indigo", "Sage", "Blush"),
    },
    stock: [18, 12, 9, 7, 3, 0],
    drawing: "suitcase",
    palette: ["#9c6b45"],
  },
  {
    slug: "summit-flask",
    title: "Summit Flask",
    subtitle: "Hot for twelve hours, cold for twenty-four",
    vendor: "Ferro Lunde",
    story:
      "A double wall of steel with nothing between. The cap unscrews to a proper cup, " +
      "and the powder coat grips in wet gloves. No plastic touches the drink.",
    facts: ["Stainless steel", "Leakproof", "Wash by hand"],
    tags: "steel travel outdoor bestseller",
    sku: "FLK-SUMM",
    price: 3400,
    grams: 320,
    options: {
      Volume: [
        ["500 ml", "500"],
        ["750 ml", "750", 600, 90],
        ["1 l", "1000", 1200, 180],
      ],
      Colour: inks("Cream", "Moss", "Navy"),
    },
    stock: [60, 52, 44, 38, 27, 41, 15, 4, 20],
    drawing: "flask",
    palette: ["#b98252"],
  },
  {
    slug: "cloudburst-umbrella",
    title: "Cloudburst Umbrella",
    subtitle: "Eight ribs and a bent-ash handle",
    vendor: "Brack and Fold",
    story:
      "Fibreglass ribs turn inside out in a gale and back again without complaint. The " +
      "handle is bent over steam from a single stick, and wears to your grip.",
    facts: ["104 cm across when open", "Recycled polyester canopy"],
    tags: "rain travel gift",
    sku: "UMB-CLOUD",
    price: 6400,
    grams: 520,
    options: { Colour: inks("Forest", "Mustard", "Black") },
    stock: [24, 13, 35],
    drawing: "umbrella",
    palette: ["#b07f4f"],
  },
  {
    slug: "errand-tote",
    title: "Errand Tote",
    subtitle: "The lighter one, for leeks and library books",
    vendor: "Brack and Fold",
    story:
      "Unlined, washable and small enough to fold into a coat pocket. Straps are woven " +
      "cotton, so the whole thing goes in at forty degrees.",
    facts: ["36 × 40 cm", "Organic cotton"],
    tags: "cotton everyday",
    sku: "TOT-ERR",
    price: 1800,
    grams: 190,
    options: { Colour: inks("Chalk", "Coral") },
    stock: [105, 77],
    drawing: "tote",
    palette: ["#40606c"],
  },
  {
    slug: "passport-sleeve",
    title: "Passport Sleeve",
    subtitle: "One passport, one boarding pass, one pen",
    vendor: "Brack and Fold",
    story:
      "Cut from the belly of the hide, where it is softest, and closed with a single " +
      "brass stud. Slim enough for a shirt pocket.",
    facts: ["14 × 10 cm", "Can be stamped with three initials on request"],
    tags: "leather travel gift",
    sku: "WAL-PASS",
    price: 4900,
    grams: 70,
    options: { Leather: inks("Navy", "Brick") },
    stock: [19, 23],
    drawing: "wallet",
    palette: ["#e8d3a6"],
  },
  {
    slug: "school-run-bottle",
    title: "School Run Bottle",
    subtitle: "A short flask that survives being dropped",
    vendor: "Ferro Lunde",
    story:
      "A single wall, a wide mouth and a loop for a small finger. Comes with a sheet of " +
      "stickers, because someone will.",
    facts: ["400 ml, stainless steel", "Dishwasher safe"],
    tags: "steel kids",
    sku: "FLK-SCHOOL",
    price: 2200,
    was: 2600,
    grams: 210,
    options: { Colour: inks("Coral", "Sky") },
    stock: [42, 55],
    drawing: "flask",
    palette: ["#e0a035"],
  },
]);
