/** Garments and knitwear. */
import type { DemoProduct } from "../demo-product.ts";
import { garmentSizes, inks, shelf } from "./product.ts";

export const clothing: readonly DemoProduct[] = shelf("clothing", [
  {
    slug: "ferryman-jumper",
    title: "Ferryman Jumper",
    subtitle: "Cabled lambswool, knitted in the round",
    vendor: "Maison Orle",
    story:
      "No side seams to itch, and a collar that stands up on its own. The cable is an " +
      "old harbour pattern that we slowed down by two stitches. Expect it to soften for " +
      "a year and then stay that way.",
    facts: ["100 % lambswool", "Regular fit", "Hand wash, dry flat"],
    tags: "wool knitwear winter bestseller",
    sku: "JMP-FERRY",
    price: 13900,
    grams: 520,
    options: { Size: garmentSizes, Colour: inks("Rust", "Oat", "Navy") },
    stock: [12, 9, 14, 22, 30, 26, 31, 28, 3, 19, 0, 17, 8, 2, 11],
    drawing: "jumper-cable",
    palette: ["#8a5a3a"],
  },
  {
    slug: "harbour-stripe-jumper",
    title: "Harbour Stripe Jumper",
    subtitle: "A light cotton knit in four broad lines",
    vendor: "Maison Orle",
    story:
      "A summer jumper for the boat back. Knitted loosely enough to let the wind through " +
      "and tightly enough to keep its shape after it has been tied round your waist all day.",
    facts: ["100 % organic cotton", "Relaxed fit", "Machine wash at 30 °C"],
    tags: "cotton knitwear striped",
    sku: "JMP-STRIPE",
    price: 9800,
    was: 11800,
    grams: 410,
    options: { Size: garmentSizes, Colour: inks("Indigo", "Brick") },
    stock: [14, 6, 25, 18, 33, 21, 27, 0, 9, 12],
    drawing: "jumper-striped",
    palette: ["#f0e6d2"],
  },
  {
    slug: "plain-good-tee",
    title: "Plain Good Tee",
    subtitle: "Heavy cotton, a pocket, nothing else",
    vendor: "Maison Orle",
    story:
      "Cut from a 220-gram jersey that holds its shoulders. The neck rib is sewn twice " +
      "so it never curls. We have made the same one since the first year, and still " +
      "sell the first colours.",
    facts: ["100 % organic cotton", "Machine wash at 40 °C"],
    tags: "cotton basic everyday bestseller",
    sku: "TEE-PLAIN",
    price: 3400,
    grams: 210,
    options: { Size: garmentSizes, Colour: inks("Chalk", "Mustard", "Forest", "Charcoal") },
    stock: [40, 22, 31, 55, 62, 38, 47, 71, 80, 44, 52, 66, 39, 18, 4, 48, 20, 0, 13, 25],
    drawing: "tee",
    palette: ["#e8dcc4"],
  },
  {
    slug: "reading-room-shirt",
    title: "Reading Room Shirt",
    subtitle: "Brushed cotton with corozo buttons",
    vendor: "Maison Orle",
    story:
      "Soft as a much older shirt. The collar is unfused, so it rolls rather than " +
      "stands, and the sleeve is long enough to turn back twice.",
    facts: ["100 % cotton flannel", "Regular fit", "Wash at 30 °C, line dry"],
    tags: "cotton shirt everyday",
    sku: "SHT-READ",
    price: 8900,
    grams: 300,
    options: { Size: garmentSizes, Colour: inks("Denim", "Cream", "Olive") },
    stock: [11, 8, 17, 24, 19, 26, 30, 22, 14, 16, 9, 3, 7, 0, 12],
    drawing: "shirt",
    palette: ["#e9ddc6"],
  },
  {
    slug: "noon-shirt",
    title: "Noon Shirt",
    subtitle: "Short-sleeved linen for hot pavements",
    vendor: "Maison Orle",
    story:
      "Boxy, airy and cut to be worn open over nothing much. The linen is washed before " +
      "sewing, so it will not shrink on you after the first holiday.",
    facts: ["100 % linen", "Loose fit", "Wash at 30 °C"],
    tags: "linen shirt summer new",
    sku: "SHT-NOON",
    price: 7900,
    grams: 220,
    options: { Size: garmentSizes, Colour: inks("Sage", "Coral") },
    stock: [16, 12, 28, 20, 34, 27, 18, 15, 10, 0],
    drawing: "shirt-short",
    palette: ["#f5ecd9"],
  },
  {
    slug: "allotment-trousers",
    title: "Allotment Trousers",
    subtitle: "Tapered canvas with a gusset",
    vendor: "Maison Orle",
    story:
      "A diamond of cloth in the right place means you can crouch over the leeks without " +
      "a sound. Deep pockets, a loop for a trowel, and no other cleverness.",
    facts: ["Cotton canvas, 300 g", "Two inside legs", "Wash at 40 °C"],
    tags: "cotton trousers work",
    sku: "TRS-ALLOT",
    price: 9500,
    grams: 560,
    options: {
      Waist: [
        ["28", "28"],
        ["30", "30"],
        ["32", "32", 0, 20],
        ["34", "34", 0, 40],
        ["36", "36", 0, 60],
      ],
      Leg: [
        ["Regular", "R"],
        ["Long", "L", 0, 25],
      ],
      Colour: inks("Olive", "Navy"),
    },
    without: ["28 / Long / Olive", "28 / Long / Navy"],
    stock: [8, 12, 14, 9, 21, 17, 26, 0, 19, 4, 23, 15],
    drawing: "trousers",
    palette: ["#c9a05a"],
  },
  {
    slug: "big-sky-trousers",
    title: "Big Sky Trousers",
    subtitle: "High, wide and pleated",
    vendor: "Maison Orle",
    story:
      "Two pleats a side, and enough cloth in the leg to make an entrance. A mid-weight " +
      "twill with a dry hand that hangs straight even after a train journey.",
    facts: ["Cotton and linen twill", "High rise", "Wash at 30 °C"],
    tags: "linen trousers",
    sku: "TRS-SKY",
    price: 11200,
    grams: 520,
    options: { Size: garmentSizes, Colour: inks("Chalk", "Forest", "Plum") },
    stock: [9, 13, 6, 18, 21, 12, 24, 19, 15, 11, 3, 7, 0, 8, 5],
    drawing: "trousers-wide",
    palette: ["#b98d5a"],
  },
  {
    slug: "market-day-dress",
    title: "Market Day Dress",
    subtitle: "Linen, a sash and two real pockets",
    vendor: "Maison Orle",
    story:
      "You can cycle in it. The skirt is cut on a slight bias so that it moves, and the " +
      "sash ties at the front or the back. Pockets hold a purse and a peach.",
    facts: ["100 % linen", "Below the knee", "Wash at 30 °C"],
    tags: "linen dress summer",
    sku: "DRS-MARK",
    price: 12900,
    grams: 380,
    options: { Size: garmentSizes, Colour: inks("Ochre", "Teal", "Blush") },
    stock: [7, 11, 9, 16, 20, 14, 22, 17, 13, 12, 0, 10, 6, 4, 8],
    drawing: "dress",
    palette: ["#7a4a3a"],
  },
  {
    slug: "workshop-jacket",
    title: "Workshop Jacket",
    subtitle: "A chore coat in heavy moleskin",
    vendor: "Maison Orle",
    story:
      "Three patch pockets, four buttons, and cloth dense enough to turn a breeze. It " +
      "begins stiff and arrives at your shape in about a month. Free repairs for as long " +
      "as there is jacket left to repair.",
    facts: ["Cotton moleskin, 420 g", "Room for a jumper", "Wash cold"],
    tags: "cotton jacket work bestseller",
    sku: "JKT-WORK",
    price: 16500,
    grams: 980,
    options: { Size: garmentSizes, Colour: inks("Navy", "Mustard", "Moss") },
    stock: [6, 4, 9, 14, 11, 12, 19, 16, 20, 13, 8, 10, 5, 0, 2],
    drawing: "chore-jacket",
    palette: ["#d9bd8a"],
  },
  {
    slug: "drift-scarf",
    title: "Drift Scarf",
    subtitle: "Long, soft and fringed",
    vendor: "Tarn Weavers",
    story:
      "Two metres of merino, woven open so that it traps air. The stripes at the ends " +
      "are placed where they show when you loop it once.",
    facts: ["32 × 200 cm", "100 % merino"],
    tags: "wool accessories winter gift",
    sku: "SCF-DRIFT",
    price: 5900,
    grams: 210,
    options: { Colour: inks("Terracotta", "Slate", "Forest") },
    stock: [28, 34, 15],
    drawing: "scarf",
    palette: ["#efdfc0"],
  },
  {
    slug: "lookout-beanie",
    title: "Lookout Beanie",
    subtitle: "A deep rib, a turned cuff and a bobble",
    vendor: "Tarn Weavers",
    story:
      "Knitted from the ends of the jumper cones, so the colours follow the season. The " +
      "bobble is tied on and comes off for serious meetings.",
    facts: ["100 % lambswool", "One size"],
    tags: "wool accessories winter gift",
    sku: "BEA-LOOK",
    price: 3200,
    grams: 95,
    options: { Colour: inks("Navy", "Mustard", "Plum", "Oat") },
    stock: [45, 30, 22, 37],
    drawing: "beanie",
    palette: ["#c99a6a"],
  },
  {
    slug: "wellington-socks",
    title: "Wellington Socks",
    subtitle: "Knee-high wool with a contrast heel",
    vendor: "Tarn Weavers",
    story:
      "Thick under the foot, thin over the top, and long enough to fold over a boot. The " +
      "nylon in the heel is there so that you do not have to darn.",
    facts: ["75 % wool, 25 % nylon", "Wash at 40 °C"],
    tags: "wool socks gift",
    sku: "SOC-WELL",
    price: 1900,
    grams: 120,
    options: {
      Size: [
        ["36-40", "36"],
        ["41-46", "41", 0, 20],
      ],
      Colour: inks("Moss", "Rust", "Chalk"),
    },
    stock: [64, 51, 39, 58, 46, 0],
    drawing: "socks",
    palette: ["#e0b35c"],
  },
  {
    slug: "potters-apron",
    title: "Potter's Apron",
    subtitle: "Waxed canvas with a split pocket",
    vendor: "Brack and Fold",
    story:
      "First made for the throwers at Halden, who are hard on clothes. Cross it at the " +
      "back and forget it. Clay, flour and charcoal all brush off.",
    facts: ["One size, adjustable", "Waxed cotton, leather ties", "Sponge clean"],
    tags: "canvas apron kitchen gift",
    sku: "APR-POTT",
    price: 6800,
    grams: 540,
    options: { Colour: inks("Rust", "Denim", "Charcoal") },
    stock: [20, 25, 13],
    drawing: "apron",
    palette: ["#7a4f34"],
  },
]);
