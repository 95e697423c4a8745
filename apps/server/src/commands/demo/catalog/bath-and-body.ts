/** Soap, salts, oils, towels and robes. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const bathAndBody: readonly DemoProduct[] = shelf("bath-and-body", [
  {
    slug: "barn-soap",
    title: "Barn Soap",
    subtitle: "Cold-process bars, cured for six weeks",
    vendor: "Saltbarn",
    story:
      "Olive oil, shea and whatever the garden gave: oats, rosemary or seaweed. Cut with " +
      "a wire and stamped by hand. Lasts twice as long as you expect if you let it dry " +
      "between baths.",
    facts: ["110 g a bar", "No palm oil, no dye"],
    tags: "soap natural gift bestseller",
    sku: "SOP-BARN",
    price: 750,
    grams: 120,
    options: {
      Scent: [
        ["Oat and honey", "OAT"],
        ["Rosemary", "ROS"],
        ["Seaweed", "SEA"],
      ],
      Set: [
        ["One", "1"],
        ["Three", "3", 1200, 240],
      ],
    },
    stock: [95, 41, 78, 30, 62, 0],
    drawing: "soap",
    palette: ["#d9b98a", "#93a58a"],
  },
  {
    slug: "clay-and-rose-soap",
    title: "Clay and Rose Soap",
    subtitle: "Pink clay, gentle on dry skin",
    vendor: "Saltbarn",
    story:
      "French clay draws and rose geranium softens. The colour is the clay's own and " +
      "fades a little in the light, which is how you know.",
    facts: ["Two bars, 220 g", "With a cotton bag"],
    tags: "soap natural gift",
    sku: "SOP-ROSE",
    price: 1400,
    grams: 240,
    stock: [52],
    drawing: "soap",
    palette: ["#d8a79b", "#efe2cf"],
  },
  {
    slug: "estuary-hand-wash",
    title: "Estuary Hand Wash",
    subtitle: "Salt marsh, mint and a little pepper",
    vendor: "Saltbarn",
    story:
      "A thin, fresh wash that rinses clean in cold water. In amber glass, because it is " +
      "meant to be refilled: the pouch costs half the plastic and a third of the price.",
    facts: ["Safe for septic tanks", "Plant-based surfactants"],
    tags: "wash refill bestseller",
    sku: "WSH-ESTU",
    price: 1800,
    grams: 620,
    options: {
      Volume: [
        ["300 ml", "300"],
        ["500 ml", "500", 800, 280],
      ],
      Scent: [
        ["Salt marsh", "SALT"],
        ["Fig leaf", "FIG"],
      ],
    },
    stock: [57, 44, 36, 4],
    drawing: "pump-bottle-wave",
    palette: ["#8a5524", "#f2e6cd"],
  },
  {
    slug: "hedgerow-body-lotion",
    title: "Hedgerow Body Lotion",
    subtitle: "Nettle, rosehip and oat milk",
    vendor: "Saltbarn",
    story:
      "Sinks in before you have found your socks. Smells green for a minute and of " +
      "nothing much after that, so it quarrels with no one's scent.",
    facts: ["300 ml", "Suits sensitive skin"],
    tags: "lotion natural",
    sku: "LOT-HEDGE",
    price: 2400,
    grams: 640,
    options: { Bottle: inks("Forest", "Amber", "Chalk") },
    stock: [33, 40, 18],
    drawing: "pump-bottle",
    palette: ["#e9dcc0"],
  },
  {
    slug: "night-hands-balm",
    title: "Night Hands Balm",
    subtitle: "A thick balm for gardeners and potters",
    vendor: "Saltbarn",
    story:
      "Beeswax, calendula and a good deal of patience. Put it on last thing and try not " +
      "to touch the light switch.",
    facts: ["Glass jar, metal lid"],
    tags: "balm natural gift",
    sku: "BLM-NIGHT",
    price: 1600,
    grams: 180,
    options: {
      Weight: [
        ["60 g", "060"],
        ["120 g", "120", 1000, 110],
      ],
    },
    stock: [61, 29],
    drawing: "cream-jar",
    palette: ["#e6cf9a", "#6b7a5c"],
  },
  {
    slug: "cloud-face-cream",
    title: "Cloud Face Cream",
    subtitle: "Whipped, unscented, morning and night",
    vendor: "Saltbarn",
    story:
      "Eight ingredients, all of which you could pronounce with a mouthful of " +
      "toothpaste. Made fresh each month and dated on the lid.",
    facts: ["50 ml", "Use within six months"],
    tags: "cream natural new",
    sku: "CRM-CLOUD",
    price: 2900,
    grams: 190,
    stock: [47],
    drawing: "cream-jar",
    palette: ["#dfe3de", "#5f7d88"],
  },
  {
    slug: "long-soak-salts",
    title: "Long Soak Salts",
    subtitle: "Coarse sea salt with flowers",
    vendor: "Saltbarn",
    story:
      "Raked from our own pans and tumbled with petals and oil. Two handfuls to a bath; " +
      "three if it has been that sort of week.",
    facts: ["Cork-stoppered glass", "Refills in paper"],
    tags: "salts bath gift",
    sku: "SLT-SOAK",
    price: 1900,
    grams: 720,
    options: {
      Scent: [
        ["Lavender", "LAV"],
        ["Pine", "PIN"],
      ],
      Weight: [
        ["500 g", "500"],
        ["1 kg", "1K", 1100, 560],
      ],
    },
    stock: [43, 20, 36, 0],
    drawing: "bath-salts",
    palette: ["#b8a6c4", "#b98d5a"],
  },
  {
    slug: "back-brush",
    title: "Back Brush",
    subtitle: "Reaches the place",
    vendor: "Joinery Nine",
    story:
      "Oiled wood, plant bristle and a curve copied from a very old one. Use it dry " +
      "before the shower, or wet in it. Hang it up by its loop and it will last for years.",
    facts: ["42 cm", "Agave bristle"],
    tags: "wood brush bath",
    sku: "BRU-BACK",
    price: 2600,
    grams: 240,
    options: { Wood: inks("Beech", "Walnut") },
    stock: [35, 28],
    drawing: "body-brush",
    palette: ["#efe2c4"],
  },
  {
    slug: "boathouse-towels",
    title: "Boathouse Towels",
    subtitle: "Dense cotton with a twin stripe",
    vendor: "Tarn Weavers",
    story:
      "Six hundred grams to the square metre: heavy, but not so heavy that they never " +
      "dry. The stripe tells you whose is whose.",
    facts: ["100 % organic cotton", "Wash at 60 °C"],
    tags: "cotton towel bath bestseller",
    sku: "TWL-BOAT",
    price: 2200,
    grams: 300,
    options: {
      Size: [
        ["Hand", "H"],
        ["Bath", "B", 1700, 350],
        ["Sheet", "S", 3800, 700],
      ],
      Colour: inks("Sky", "Terracotta", "Sage"),
    },
    stock: [50, 42, 37, 44, 31, 4, 26, 19, 12],
    drawing: "towels",
    palette: ["#f1e7d4"],
  },
  {
    slug: "second-morning-robe",
    title: "Second Morning Robe",
    subtitle: "Waffle cotton for the slow part of the day",
    vendor: "Maison Orle",
    story:
      "Light enough for July and thirsty enough for straight after a bath. Deep pockets, " +
      "a loop that holds, and a sash sewn on at the back so that it cannot wander.",
    facts: ["100 % cotton waffle", "Wash at 40 °C"],
    tags: "cotton robe bath gift",
    sku: "ROB-SECOND",
    price: 9800,
    was: 11500,
    grams: 850,
    options: {
      Size: [
        ["S/M", "SM"],
        ["L/XL", "LX", 0, 120],
      ],
      Colour: inks("Chalk", "Rose", "Slate"),
    },
    stock: [23, 17, 20, 26, 0, 14],
    drawing: "robe",
    palette: ["#b58a63"],
  },
  {
    slug: "first-frost-bath-oil",
    title: "First Frost Bath Oil",
    subtitle: "Pine, juniper and cold air",
    vendor: "Saltbarn",
    story:
      "A capful turns the water milky and the room into a forest. Distilled in November " +
      "from branches that came down by themselves.",
    facts: ["250 ml", "Avoid if pregnant"],
    tags: "oil bath winter",
    sku: "OIL-FROST",
    price: 2800,
    grams: 480,
    stock: [16],
    drawing: "syrup-bottle",
    palette: ["#4d6b6a", "#eee2cb"],
  },
]);
