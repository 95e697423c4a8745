/** Tea, coffee, honey, oil, sweets and preserves. */
import type { DemoProduct } from "../demo-product.ts";
import { shelf } from "./product.ts";

export const teaAndPantry: readonly DemoProduct[] = shelf("tea-and-pantry", [
  {
    slug: "first-light-breakfast-tea",
    title: "First Light Breakfast Tea",
    subtitle: "Malty, brisk, takes milk without sulking",
    vendor: "Oru Tea House",
    story:
      "Two hill gardens and one from the plain, blended each month by taste rather than " +
      "by recipe. It brews copper-red in three minutes and stays polite at five.",
    facts: ["Loose black tea", "One spoon a cup, 95 °C, three minutes"],
    tags: "tea black-tea bestseller",
    sku: "TEA-FIRST",
    price: 950,
    grams: 140,
    options: {
      Weight: [
        ["100 g", "100"],
        ["250 g", "250", 1100, 190],
        ["Refill 500 g", "500", 2300, 420],
      ],
    },
    stock: [110, 64, 38],
    drawing: "tea-tin",
    palette: ["#a3483a", "#f2e3c6"],
  },
  {
    slug: "green-terrace-tea",
    title: "Green Terrace Tea",
    subtitle: "Steamed spring leaves, sweet and grassy",
    vendor: "Oru Tea House",
    story:
      "Picked in the second week of April and steamed within the hour. Expect peas, cut " +
      "grass and a little sea. The leaves are good for three infusions, each softer than the last.",
    facts: ["Loose green tea", "75 °C, ninety seconds"],
    tags: "tea green-tea",
    sku: "TEA-GREEN",
    price: 1400,
    grams: 120,
    options: {
      Weight: [
        ["80 g", "080"],
        ["200 g", "200", 1700, 150],
      ],
    },
    stock: [72, 23],
    drawing: "tea-tin",
    palette: ["#66795a", "#f0e8cf"],
  },
  {
    slug: "hearthside-chai",
    title: "Hearthside Chai",
    subtitle: "Ginger first, cardamom after",
    vendor: "Oru Tea House",
    story:
      "Whole spices cracked the day they are packed, with enough black tea to stand up " +
      "in milk. Simmer it in a pan; a pot is not hot enough to wake the cinnamon.",
    facts: ["Black tea and six spices", "No flavouring, no sugar"],
    tags: "tea spice winter",
    sku: "TEA-CHAI",
    price: 1100,
    grams: 170,
    stock: [58],
    drawing: "tin-low",
    palette: ["#c0714e", "#f3dfb8"],
  },
  {
    slug: "quiet-hours-infusion",
    title: "Quiet Hours Infusion",
    subtitle: "Lemon balm, linden and a little lavender",
    vendor: "Oru Tea House",
    story:
      "What we drink after ten. Everything in it grows within a morning's walk of the " +
      "drying loft, and none of it will keep you awake.",
    facts: ["Twenty plastic-free sachets", "Free of caffeine"],
    tags: "tea herbal gift",
    sku: "TEA-QUIET",
    price: 850,
    grams: 90,
    stock: [96],
    drawing: "carton",
    palette: ["#8b86a8", "#efe3cd"],
  },
  {
    slug: "harbour-roast-coffee",
    title: "Harbour Roast",
    subtitle: "Hazelnut, cocoa and a clean finish",
    vendor: "Fennel and Rye",
    story:
      "A two-bean roast built for people who make coffee half asleep. Forgiving in a " +
      "moka pot, rounder in a press. Roasted on Tuesdays and posted on Wednesdays.",
    facts: ["Arabica, medium roast", "Roast date stamped on the bag"],
    tags: "coffee bestseller",
    sku: "COF-HARB",
    price: 1250,
    grams: 270,
    options: {
      Weight: [
        ["250 g", "250"],
        ["1 kg", "1K", 2600, 770],
      ],
      Grind: [
        ["Whole bean", "BEAN"],
        ["Filter", "FILT"],
        ["Espresso", "ESPR"],
      ],
    },
    stock: [85, 60, 47, 22, 16, 0],
    drawing: "coffee-pouch",
    palette: ["#3b6664", "#f0dfbe"],
  },
  {
    slug: "high-field-coffee",
    title: "High Field Single Farm",
    subtitle: "Red apple, caramel, a bright edge",
    vendor: "Fennel and Rye",
    story:
      "Forty sacks a year from one family farm at nineteen hundred metres. Lightly " +
      "roasted, because the farm has already done the work. When it is gone, it is gone " +
      "until autumn.",
    facts: ["Washed arabica, light roast", "250 g"],
    tags: "coffee limited new",
    sku: "COF-HIGH",
    price: 1650,
    grams: 270,
    options: {
      Grind: [
        ["Whole bean", "BEAN"],
        ["Filter", "FILT"],
      ],
    },
    stock: [27, 3],
    drawing: "coffee-pouch",
    palette: ["#c9825b", "#f6ead2"],
  },
  {
    slug: "heath-honey",
    title: "Heath Honey",
    subtitle: "Set honey from late heather",
    vendor: "Fennel and Rye",
    story:
      "Taken off in September, when the moor is purple and the bees are tired. Thick " +
      "enough to stand a spoon in, with a bitter note like good marmalade.",
    facts: ["Raw, coarsely filtered", "Not for infants under one year"],
    tags: "honey breakfast gift",
    sku: "PAN-HONEY",
    price: 890,
    grams: 420,
    options: {
      Weight: [
        ["250 g", "250"],
        ["500 g", "500", 650, 320],
      ],
    },
    stock: [66, 41],
    drawing: "honey-jar",
    palette: ["#d3922e", "#4b3a2c"],
  },
  {
    slug: "damson-jam",
    title: "Damson Jam",
    subtitle: "Dark, tart, cooked in copper",
    vendor: "Fennel and Rye",
    story:
      "Hedge damsons and just enough sugar to set them. Each batch fills thirty jars and " +
      "is stirred by one person until it wrinkles on a cold plate.",
    facts: ["340 g", "Damsons, cane sugar, lemon"],
    tags: "jam preserve breakfast",
    sku: "PAN-DAMSON",
    price: 690,
    grams: 560,
    stock: [74],
    drawing: "jam-jar",
    palette: ["#6d3350", "#e9dcc4"],
  },
  {
    slug: "grove-olive-oil",
    title: "Old Grove Olive Oil",
    subtitle: "Pressed the night it was picked",
    vendor: "Fennel and Rye",
    story:
      "Green, peppery and a little rude at the back of the throat, as new oil should be. " +
      "From one terraced grove of four hundred trees. Keep it by the stove only if you " +
      "mean to finish it.",
    facts: ["Extra virgin, acidity 0.2 %", "Dark glass"],
    tags: "oil cooking gift",
    sku: "PAN-OIL",
    price: 1850,
    grams: 950,
    options: {
      Volume: [
        ["500 ml", "500"],
        ["750 ml", "750", 800, 420],
      ],
    },
    stock: [53, 29],
    drawing: "oil-bottle",
    palette: ["#4d5a34", "#efe2bf"],
  },
  {
    slug: "elderflower-cordial",
    title: "Elderflower Cordial",
    subtitle: "One week of June, in a bottle",
    vendor: "Fennel and Rye",
    story:
      "Flower heads picked dry before noon, steeped with lemons for a night. One part to " +
      "eight of cold water, or a spoonful in something stronger.",
    facts: ["500 ml", "Keep cold once opened"],
    tags: "drink summer",
    sku: "PAN-ELDER",
    price: 980,
    was: 1200,
    grams: 900,
    stock: [4],
    drawing: "syrup-bottle",
    palette: ["#b9b36a", "#faf1d8"],
  },
  {
    slug: "sea-salt-chocolate",
    title: "Sea Salt Chocolate",
    subtitle: "Seventy per cent, with a crunch",
    vendor: "Fennel and Rye",
    story:
      "Ground for three days between granite wheels, then scattered with flaked salt " +
      "while it is still warm. Snaps cleanly into nine squares, which is an awkward " +
      "number for two.",
    facts: ["80 g", "Cocoa, cane sugar, sea salt", "May contain nuts and milk"],
    tags: "chocolate gift",
    sku: "PAN-CHOC",
    price: 650,
    grams: 95,
    options: {
      Flavour: [
        ["Sea salt", "SALT"],
        ["Orange", "ORNG"],
        ["Roasted rye", "RYE", 50],
      ],
    },
    stock: [120, 88, 0],
    drawing: "chocolate-bar",
    palette: ["#2f5566", "#e6b872"],
  },
  {
    slug: "long-evening-gift-set",
    title: "Long Evening Gift Set",
    subtitle: "An infusion, a jar and a bar, tied with string",
    vendor: "Fennel and Rye",
    story:
      "Made up by hand from what stands on this shelf: Quiet Hours Infusion, Heath Honey and " +
      "two bars of Sea Salt Chocolate. One for you, one for whoever gave it.",
    facts: ["Packed on the day it is sent"],
    tags: "gift",
    sku: "SET-EVENING",
    price: 2790,
    was: 3040,
    grams: 780,
    stock: [0],
    drawing: "carton",
    palette: ["#5c6f68", "#e9c9a1"],
  },
]);
