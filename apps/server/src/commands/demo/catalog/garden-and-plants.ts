/** Plants, pots, seeds and garden tools. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const gardenAndPlants: readonly DemoProduct[] = shelf("garden-and-plants", [
  {
    slug: "steady-sansevieria",
    title: "Steady Sansevieria",
    subtitle: "Upright, striped, almost impossible to kill",
    vendor: "Hedgerow Supply",
    story:
      "Water it when you remember and it will thank you by not changing. Grown on for " +
      "two years, so it arrives with eight leaves or more. Potted in hand-thrown clay.",
    facts: ["45 to 55 cm tall", "Bright or shady", "Water every three weeks"],
    tags: "plant indoor easy bestseller",
    sku: "PLA-SANS",
    price: 3900,
    grams: 3200,
    options: { Pot: inks("Terracotta", "Chalk", "Charcoal") },
    stock: [24, 18, 11],
    drawing: "plant-blades",
    palette: ["#5d7d4f"],
  },
  {
    slug: "generous-leaf-fig",
    title: "Generous Leaf Fig",
    subtitle: "Big leaves on bending stems",
    vendor: "Hedgerow Supply",
    story:
      "A plant with presence. Turn it a quarter each week and wipe the leaves when you " +
      "are on the telephone. Sent in a tall box with its soil tied down.",
    facts: ["60 cm tall", "Bright, no direct sun"],
    tags: "plant indoor gift",
    sku: "PLA-FIG",
    price: 5400,
    grams: 4600,
    options: { Pot: inks("Ochre", "Slate", "Blush") },
    stock: [13, 9, 4],
    drawing: "plant-leafy",
    palette: ["#4f7a52"],
  },
  {
    slug: "windowsill-herbs",
    title: "Windowsill Herbs",
    subtitle: "Thyme, basil and parsley in three pots",
    vendor: "Hedgerow Supply",
    story:
      "Sown in one tray, so they grow at one pace. The pots share a palette and a " +
      "saucer. Cut from the top and often.",
    facts: ["Pots 11 cm", "Full sun"],
    tags: "plant herbs kitchen gift",
    sku: "PLA-HERB",
    price: 3400,
    grams: 2700,
    options: { Pots: inks("Terracotta", "Sky") },
    stock: [31, 22],
    drawing: "herbs",
    palette: ["#6f9455"],
  },
  {
    slug: "long-reach-watering-can",
    title: "Long Reach Watering Can",
    subtitle: "Balanced when it is full",
    vendor: "Hedgerow Supply",
    story:
      "The spout is long enough for the back row, and the two handles mean that you pour " +
      "instead of tipping. The rose unscrews for seedlings.",
    facts: ["Galvanised, painted steel", "Brass rose"],
    tags: "steel garden bestseller",
    sku: "CAN-LONG",
    price: 4800,
    grams: 1300,
    options: {
      Volume: [
        ["3 l", "3"],
        ["7 l", "7", 1900, 900],
      ],
      Colour: inks("Forest", "Mustard", "Rose"),
    },
    stock: [27, 19, 14, 16, 8, 0],
    drawing: "watering-can",
    palette: ["#c39b57"],
  },
  {
    slug: "kitchen-garden-tools",
    title: "Kitchen Garden Pair",
    subtitle: "A trowel and a fork for close work",
    vendor: "Hedgerow Supply",
    story:
      "Forged from one bar each, so there is no weld to snap on a buried brick. The " +
      "handles are turned thick for cold hands.",
    facts: ["32 cm long", "Carbon steel", "Oil the blades in winter"],
    tags: "steel wood garden gift",
    sku: "TLS-PAIR",
    price: 5200,
    grams: 780,
    options: { Handle: inks("Ash", "Cherry", "Moss") },
    stock: [21, 17, 25],
    drawing: "garden-tools",
    palette: ["#9aa3a3"],
  },
  {
    slug: "rose-hill-secateurs",
    title: "Rose Hill Secateurs",
    subtitle: "A clean cut up to twenty millimetres",
    vendor: "Hedgerow Supply",
    story:
      "Every part can be bought on its own, down to the spring. Hollow-ground, so that " +
      "it slices rather than crushes. Left-handed pairs come off the same bench.",
    facts: ["21 cm", "Hardened steel"],
    tags: "steel garden tool",
    sku: "SEC-ROSE",
    price: 4600,
    grams: 260,
    options: {
      Hand: [
        ["Right", "R"],
        ["Left", "L"],
      ],
      Grip: inks("Brick", "Teal"),
    },
    stock: [30, 23, 12, 3],
    drawing: "secateurs",
    palette: ["#aab1b0"],
  },
  {
    slug: "first-year-seeds",
    title: "First Year Seeds",
    subtitle: "Flowers that forgive beginners",
    vendor: "Hedgerow Supply",
    story:
      "Cornflower, calendula and a poppy that seeds itself for ever after. Saved by hand " +
      "from our own beds and tested for germination each January.",
    facts: ["Sow March to May", "About two square metres a packet"],
    tags: "seeds garden spring",
    sku: "SED-FIRST",
    price: 390,
    grams: 15,
    options: {
      Mix: [
        ["Flowers", "FLO"],
        ["Salad", "SAL"],
        ["Herbs", "HRB"],
        ["All three", "ALL", 660, 30],
      ],
    },
    stock: [118, 92, 80, 45],
    drawing: "seeds",
    palette: ["#d98a5a", "#f0e2c0"],
  },
  {
    slug: "long-trough-planter",
    title: "Long Trough Planter",
    subtitle: "A slatted box for sills and steps",
    vendor: "Joinery Nine",
    story:
      "Larch, which needs no treatment, painted because we like it painted. Lined, " +
      "drained and light enough to move when full if there are two of you.",
    facts: ["Larch, zinc liner", "Plants not included"],
    tags: "wood planter garden",
    sku: "PLN-LONG",
    price: 6900,
    grams: 4200,
    options: {
      Length: [
        ["60 cm", "60"],
        ["90 cm", "90", 2600, 2100],
      ],
      Colour: inks("Teal", "Brick", "Oat"),
    },
    stock: [14, 11, 17, 9, 0, 6],
    drawing: "planter",
    palette: ["#8f6a45"],
  },
  {
    slug: "wren-house",
    title: "Wren House",
    subtitle: "A bird box with the right size of door",
    vendor: "Joinery Nine",
    story:
      "Twenty-eight millimetres is a wren or a tit and nobody bigger. The front lifts " +
      "off for one clean a year. Hang it facing north-east and be patient.",
    facts: ["30 cm tall", "Larch, linseed paint"],
    tags: "wood birds garden gift",
    sku: "BRD-WREN",
    price: 3800,
    was: 4500,
    grams: 1400,
    options: { Colour: inks("Sky", "Mustard", "Sage") },
    stock: [26, 15, 20],
    drawing: "birdhouse",
    palette: ["#6b4632"],
  },
  {
    slug: "pollinator-seeds",
    title: "Pollinator Seeds",
    subtitle: "Three packets for bees and moths",
    vendor: "Hedgerow Supply",
    story:
      "Day flowers, night flowers and one that waits until October. Chosen with a " +
      "beekeeper who was strict about it.",
    facts: ["Three packets", "Sow in autumn or spring"],
    tags: "seeds garden bees gift",
    sku: "SED-POLL",
    price: 950,
    grams: 45,
    stock: [67],
    drawing: "seeds",
    palette: ["#6d5a86", "#f0d58e"],
  },
  {
    slug: "silver-aloe",
    title: "Silver Aloe",
    subtitle: "A sculptural plant for a hot sill",
    vendor: "Hedgerow Supply",
    story:
      "Pale, upright and quietly useful: break a tip for a burnt finger. Likes to be " +
      "forgotten in a sunny place.",
    facts: ["30 to 35 cm tall", "Full sun", "Water monthly"],
    tags: "plant indoor easy",
    sku: "PLA-ALOE",
    price: 2600,
    grams: 1900,
    options: { Pot: inks("Rust", "Indigo") },
    stock: [29, 0],
    drawing: "plant-blades",
    palette: ["#8fa89a"],
  },
]);
