/** Bowls, plates, vases and what else goes on a laid table. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const bowlsAndPlates: readonly DemoProduct[] = shelf("bowls-and-plates", [
  {
    slug: "terrace-nesting-bowls",
    title: "Terrace Nesting Bowls",
    subtitle: "Three bowls that live in the space of one",
    vendor: "Studio Marrow",
    story:
      "One for salad, one for batter, one for the olives nobody admits to finishing. The " +
      "glaze shades from the largest bowl to the smallest, and the set stacks with a soft click.",
    facts: ["14, 20 and 26 cm across", "Oven safe to 220 °C", "Dishwasher safe"],
    tags: "stoneware set bestseller",
    sku: "BWL-TERR",
    price: 8400,
    grams: 2300,
    options: { Colour: inks("Terracotta", "Teal", "Sage") },
    stock: [22, 15, 31],
    drawing: "bowl-nest",
    palette: ["#f0e2cb"],
  },
  {
    slug: "harvest-serving-bowl",
    title: "Harvest Serving Bowl",
    subtitle: "A wide, footed bowl for the middle of the table",
    vendor: "Halden Pottery",
    story:
      "Nearly thirty-four centimetres across, on a foot tall enough to get your fingers " +
      "under. Thrown in one piece from four kilos of clay, so only a few come out of each firing.",
    facts: ["34 cm across, 13 cm high", "3.2 litres", "Food safe, wash by hand"],
    tags: "stoneware handmade table",
    sku: "BWL-HARV",
    price: 9600,
    grams: 2650,
    options: { Colour: inks("Forest", "Ochre", "Chalk") },
    stock: [9, 6, 1],
    drawing: "serving-bowl",
    palette: ["#d9c19b"],
  },
  {
    slug: "common-plates",
    title: "Common Plates",
    subtitle: "A plain plate with one good line",
    vendor: "Studio Marrow",
    story:
      "The rim is raised just enough to stop a pea. A single brushed line is the only " +
      "decoration, and it is drawn on the turning wheel in one breath. Buy the size you " +
      "need and add to it over the years: we do not change the glaze.",
    facts: ["Side 21 cm, dinner 27 cm", "Sold in fours", "Dishwasher and microwave safe"],
    tags: "stoneware set everyday",
    sku: "PLT-COMM",
    price: 7200,
    grams: 2000,
    options: {
      Size: [
        ["Side", "S"],
        ["Dinner", "D", 2800, 1100],
      ],
      Colour: inks("Cream", "Sky", "Blush"),
    },
    stock: [36, 24, 18, 29, 20, 0],
    drawing: "plates",
    palette: ["#8c5b42"],
  },
  {
    slug: "reed-vase",
    title: "Reed Vase",
    subtitle: "Slender, banded, happiest with a single branch",
    vendor: "Halden Pottery",
    story:
      "The neck is narrow so that one stem stands up straight. Two bands of slip are " +
      "painted on while the clay is still damp. Sealed inside, so it will not sweat on the piano.",
    facts: ["31 cm tall", "Watertight stoneware"],
    tags: "stoneware vase gift",
    sku: "VAS-REED",
    price: 5800,
    grams: 1200,
    options: { Colour: inks("Terracotta", "Navy", "Sage") },
    stock: [19, 14, 23],
    drawing: "vase",
    palette: ["#f0e3cc"],
  },
  {
    slug: "moonjar-vase",
    title: "Moonjar Vase",
    subtitle: "A round jar made from two joined bowls",
    vendor: "Studio Marrow",
    story:
      "Thrown as two halves and joined at the belly, where a faint seam is left to show. " +
      "It holds a loose bunch without any arranging, and looks finished when empty.",
    facts: ["27 cm across", "Porcelain, clear glaze"],
    tags: "porcelain vase gift",
    sku: "VAS-MOON",
    price: 8900,
    was: 10500,
    grams: 1700,
    options: { Colour: inks("Chalk", "Charcoal") },
    stock: [8, 11],
    drawing: "vase-round",
    palette: ["#b98f6a"],
  },
  {
    slug: "supper-bowls",
    title: "Supper Bowls",
    subtitle: "Deep enough for noodles, wide enough for a spoon",
    vendor: "Halden Pottery",
    story:
      "The bowl that gets picked first from the cupboard. Steep sides keep things warm " +
      "and the outside is left matt so that it does not slip in a wet hand.",
    facts: ["17 cm, 700 ml", "Set of three tones", "Dishwasher safe"],
    tags: "stoneware set everyday",
    sku: "BWL-SUPP",
    price: 6600,
    grams: 1650,
    options: { Colour: inks("Slate", "Rust") },
    stock: [27, 33],
    drawing: "bowl-nest",
    palette: ["#e5cfa8"],
  },
  {
    slug: "boxroom-napkins",
    title: "Boxroom Napkins",
    subtitle: "Stonewashed linen, hemmed with a mitre",
    vendor: "Tarn Weavers",
    story:
      "Soft from the first supper and better by the hundredth. Woven from one-ply flax " +
      "and washed with stones until the stiffness gives in. No ironing; that is rather the point.",
    facts: ["45 × 45 cm", "100 % European linen", "Wash at 60 °C"],
    tags: "linen table gift",
    sku: "NAP-BOX",
    price: 3400,
    grams: 220,
    options: {
      Set: [
        ["Four", "4"],
        ["Eight", "8", 2900, 220],
      ],
      Colour: inks("Mustard", "Oat", "Denim"),
    },
    stock: [42, 50, 17, 12, 21, 4],
    drawing: "napkins",
    palette: ["#b08a63"],
  },
  {
    slug: "picnic-plates",
    title: "Picnic Plates",
    subtitle: "Enamelled steel for outdoors",
    vendor: "Ferro Lunde",
    story:
      "Light, unbreakable and cheerful about being dropped on gravel. Two coats of " +
      "enamel over rolled steel, with a rim dipped by hand in a second colour.",
    facts: ["24 cm, set of four", "Enamelled steel", "Not for the microwave"],
    tags: "enamel outdoor set",
    sku: "PLT-PICNIC",
    price: 4400,
    grams: 1300,
    options: { Colour: inks("Cream", "Mustard", "Navy") },
    stock: [31, 26, 40],
    drawing: "plates",
    palette: ["#3f5a7a"],
  },
  {
    slug: "brine-dish",
    title: "Brine Dish",
    subtitle: "A low dish for olives, oysters and keys",
    vendor: "Studio Marrow",
    story:
      "Glazed with wood ash that pools green in the well. Made from what is left on the " +
      "wheel at the end of the day, so it is never made in the same clay twice.",
    facts: ["22 cm across", "Ash-glazed stoneware"],
    tags: "stoneware ash-glaze gift",
    sku: "DSH-BRINE",
    price: 3800,
    grams: 620,
    stock: [18],
    drawing: "serving-bowl",
    palette: ["#7f9a94", "#b88d63"],
  },
  {
    slug: "snowmelt-glasses",
    title: "Snowmelt Glasses",
    subtitle: "Footless dessert glasses, blown thick",
    vendor: "Studio Marrow",
    story:
      "Heavy in the base, thin at the lip. Good for lemon ice, better for a large gin, " +
      "and exact enough to measure a cup of flour when no one is looking.",
    facts: ["Pair, 260 ml each", "Recycled glass"],
    tags: "glass pair recycled",
    sku: "GLS-SNOW",
    price: 3000,
    grams: 560,
    options: { Colour: inks("Sky", "Clear") },
    stock: [23, 37],
    drawing: "glasses",
    palette: ["#e3a98f"],
  },
  {
    slug: "market-day-jug",
    title: "Market Day Jug",
    subtitle: "A big, cheerful jug at a small price",
    vendor: "Halden Pottery",
    story:
      "Last year's shape, in last year's glaze, at less than it cost to make well. It " +
      "still holds two litres of lemonade without complaint.",
    facts: ["2 litres", "Dishwasher safe"],
    tags: "stoneware sale table",
    sku: "JUG-MARKET",
    price: 3900,
    was: 6200,
    grams: 1400,
    stock: [12],
    drawing: "pitcher",
    palette: ["#4f7d80", "#e8cf9f"],
  },
]);
