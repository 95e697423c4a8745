/** Blankets, cushions, rugs and woven things for the house. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const blanketsAndCushions: readonly DemoProduct[] = shelf("blankets-and-cushions", [
  {
    slug: "fell-wool-throw",
    title: "Fell Wool Throw",
    subtitle: "Striped lambswool with a twisted fringe",
    vendor: "Tarn Weavers",
    story:
      "Spun from the first clip and woven on a loom that is older than anyone at the " +
      "mill. Brushed with dried teasels until it is soft enough for a bare neck. It is " +
      "the right length for one tall person or two fond ones.",
    facts: ["130 × 190 cm", "100 % lambswool", "Air often, wash rarely at 30 °C"],
    tags: "wool throw gift bestseller",
    sku: "THR-FELL",
    price: 12900,
    grams: 900,
    options: { Colour: inks("Rust", "Slate", "Moss", "Oat") },
    stock: [26, 19, 14, 33],
    drawing: "throw",
    palette: ["#f0e2c8"],
  },
  {
    slug: "crofter-check-blanket",
    title: "Crofter Check Blanket",
    subtitle: "A heavy check for sofas, boots and dogs",
    vendor: "Tarn Weavers",
    story:
      "Thicker than a throw and not precious about it. The check is woven in three yarns " +
      "left over from the season, so no two runs match exactly.",
    facts: ["Reclaimed wool blend", "Machine wash, wool cycle"],
    tags: "wool blanket recycled outdoor",
    sku: "BLK-CROFT",
    price: 8900,
    was: 10900,
    grams: 1400,
    options: {
      Size: [
        ["Knee", "K"],
        ["Sofa", "S", 3000, 700],
        ["Bed", "B", 7000, 1600],
      ],
      Colour: inks("Brick", "Forest"),
    },
    stock: [22, 30, 16, 11, 2, 0],
    drawing: "throw-checked",
    palette: ["#e6cf9e"],
  },
  {
    slug: "stonewash-cushion",
    title: "Stonewash Cushion",
    subtitle: "Plain linen with knotted corners",
    vendor: "Tarn Weavers",
    story:
      "Heavy linen, washed until it drapes, with a tassel knotted at each corner from " +
      "the same thread. The zip is hidden in the seam. Filled with duck feather, or with " +
      "recycled fibre if you sneeze.",
    facts: ["Cover 100 % linen", "Machine wash at 40 °C"],
    tags: "linen cushion everyday",
    sku: "CSH-STONE",
    price: 4200,
    grams: 520,
    options: {
      Size: [
        ["45 cm", "45"],
        ["60 cm", "60", 1800, 380],
      ],
      Colour: inks("Sage", "Terracotta", "Denim", "Oat"),
    },
    stock: [40, 35, 22, 51, 17, 9, 4, 20],
    drawing: "cushion",
    palette: ["#efe0c4"],
  },
  {
    slug: "deckchair-cushion",
    title: "Deckchair Cushion",
    subtitle: "Woven stripes, colourfast outdoors",
    vendor: "Tarn Weavers",
    story:
      "The cloth is the same we weave for the deckchairs on the pier, so a shower does " +
      "it no harm. The stripe is woven in, not printed, and looks the same on both sides.",
    facts: ["50 × 50 cm", "Cotton canvas", "Feather inner included"],
    tags: "cotton cushion striped outdoor",
    sku: "CSH-DECK",
    price: 3900,
    grams: 610,
    options: { Colour: inks("Mustard", "Navy", "Coral") },
    stock: [29, 36, 15],
    drawing: "cushion-striped",
    palette: ["#f1e6d0"],
  },
  {
    slug: "four-fields-cushion",
    title: "Four Fields Cushion",
    subtitle: "A patchwork of offcuts, squared",
    vendor: "Tarn Weavers",
    story:
      "Four panels cut from the ends of longer runs and joined with a raised seam. The " +
      "back is one plain colour, for quieter days.",
    facts: ["50 × 50 cm", "Linen and wool", "Dry clean"],
    tags: "linen patchwork cushion new",
    sku: "CSH-FIELD",
    price: 5400,
    grams: 640,
    options: { Colour: inks("Ochre", "Plum", "Teal") },
    stock: [18, 12, 23],
    drawing: "cushion-blocks",
    palette: ["#e4d2b4"],
  },
  {
    slug: "caravan-rug",
    title: "Caravan Rug",
    subtitle: "Flat-woven wool with three diamonds",
    vendor: "Tarn Weavers",
    story:
      "Woven flat and reversible by a cooperative of eleven weavers, each of whom signs " +
      "the corner in thread. The dyes are madder, weld and walnut. It lies heavy and stays down.",
    facts: ["Hand-spun wool, natural dyes", "Shake, vacuum, spot clean"],
    tags: "wool rug handmade",
    sku: "RUG-CARA",
    price: 34000,
    grams: 4800,
    options: {
      Size: [
        ["90 × 150 cm", "S"],
        ["140 × 200 cm", "M", 28000, 5200],
        ["200 × 300 cm", "L", 85000, 15200],
      ],
      Colour: inks("Brick", "Indigo"),
    },
    stock: [8, 6, 5, 3, 1, 0],
    drawing: "rug",
    palette: ["#ecd9b2"],
  },
  {
    slug: "hall-runner",
    title: "Long Hall Runner",
    subtitle: "A narrow rug that forgives muddy boots",
    vendor: "Tarn Weavers",
    story:
      "Dark enough to keep a secret, tight enough to sweep. The ends are knotted rather " +
      "than sewn, so nothing unravels when the dog takes the corner too fast.",
    facts: ["70 × 240 cm", "Wool on a cotton warp"],
    tags: "wool rug",
    sku: "RUG-HALL",
    price: 26500,
    was: 31500,
    grams: 4100,
    options: { Colour: inks("Forest", "Charcoal") },
    stock: [9, 12],
    drawing: "rug",
    palette: ["#c99a5b"],
  },
  {
    slug: "scullery-tea-towel",
    title: "Scullery Tea Towel",
    subtitle: "Half linen, fully absorbent",
    vendor: "Tarn Weavers",
    story:
      "Linen one way for drying glasses, cotton the other for everything else. A woven " +
      "loop at the top edge, where you look for it.",
    facts: ["50 × 75 cm", "Wash as hot as you like"],
    tags: "linen kitchen everyday",
    sku: "TOW-SCULL",
    price: 1400,
    grams: 130,
    options: { Colour: inks("Natural", "Sky", "Blush") },
    stock: [92, 71, 48],
    drawing: "hanging-linen",
    palette: ["#3e5f86"],
  },
  {
    slug: "heirloom-throw",
    title: "Heirloom Alpaca Throw",
    subtitle: "Undyed, absurdly light, very warm",
    vendor: "Tarn Weavers",
    story:
      "The colours are the animals' own, sorted by hand into five shades. Weighs less " +
      "than a jumper and warms like a second person. We make sixty a year.",
    facts: ["140 × 200 cm", "100 % baby alpaca", "Hand wash or dry clean"],
    tags: "alpaca throw luxury gift",
    sku: "THR-HEIR",
    price: 24500,
    grams: 620,
    options: { Colour: inks("Cream", "Chestnut") },
    stock: [10, 4],
    drawing: "throw",
    palette: ["#a98a68"],
  },
  {
    slug: "long-lunch-tablecloth",
    title: "Long Lunch Tablecloth",
    subtitle: "Washed linen, checked at the border",
    vendor: "Tarn Weavers",
    story:
      "Long enough to hang past the knees, checked only where the plates are not. Comes " +
      "out of the dryer with the sort of creases that look like confidence.",
    facts: ["100 % linen", "Wash at 40 °C"],
    tags: "linen table",
    sku: "TBL-LUNCH",
    price: 9800,
    grams: 720,
    options: {
      Size: [
        ["150 × 250 cm", "M"],
        ["180 × 320 cm", "L", 3400, 380],
      ],
      Colour: inks("Chalk", "Sage"),
    },
    stock: [16, 21, 7, 0],
    drawing: "hanging-linen",
    palette: ["#a3483a"],
  },
  {
    slug: "twenty-minute-cushion",
    title: "Twenty Minute Cushion",
    subtitle: "Long, low and exactly the right softness",
    vendor: "Tarn Weavers",
    story:
      "Made for the end of the sofa and the middle of the afternoon. Filled with wool " +
      "noils, which give under the ear and spring back by supper.",
    facts: ["60 × 60 cm", "Brushed cotton, wool filling"],
    tags: "cotton cushion",
    sku: "CSH-NAP",
    price: 4800,
    grams: 900,
    stock: [24],
    drawing: "cushion",
    palette: ["#d8a79b", "#7b4b4b"],
  },
]);
