/** Lamps, pendants, lanterns and candles. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const lighting: readonly DemoProduct[] = shelf("lighting", [
  {
    slug: "pebble-table-lamp",
    title: "Pebble Table Lamp",
    subtitle: "A stoneware base under a linen shade",
    vendor: "Lumen Yard",
    story:
      "The base is thrown, not cast, so it leans by a hair and catches light down one " +
      "side. The shade is stretched linen with a rolled hem. A cloth-covered flex with " +
      "an inline dimmer makes it useful at two in the morning.",
    facts: ["46 cm tall", "E27, bulb included", "Two metres of cloth flex"],
    tags: "lamp stoneware linen bestseller",
    sku: "LMP-PEBB",
    price: 14900,
    grams: 2600,
    options: { Shade: inks("Oat", "Sage", "Rust") },
    stock: [18, 12, 9],
    drawing: "table-lamp",
    palette: ["#c79a76"],
  },
  {
    slug: "chanterelle-lamp",
    title: "Chanterelle Lamp",
    subtitle: "A small spun-metal mushroom of a lamp",
    vendor: "Lumen Yard",
    story:
      "One dome, one stem and a ring of warm light on the table. Touch the stem anywhere " +
      "to dim it. It runs for twelve hours away from the wall, which covers most dinners.",
    facts: ["32 cm tall", "Rechargeable, USB-C", "Powder-coated steel"],
    tags: "lamp rechargeable new gift",
    sku: "LMP-CHAN",
    price: 11900,
    grams: 1400,
    options: { Colour: inks("Terracotta", "Cream", "Forest", "Mustard") },
    stock: [24, 31, 16, 2],
    drawing: "mushroom-lamp",
    palette: ["#d9b98c"],
  },
  {
    slug: "bellwether-pendant",
    title: "Bellwether Pendant",
    subtitle: "A deep enamel dome for over the table",
    vendor: "Lumen Yard",
    story:
      "Deep enough to hide the bulb from anyone sitting down, wide enough for a table of " +
      "six. Enamelled inside in warm white, so the food looks the way it tastes.",
    facts: ["E27, maximum 60 W", "Three metres of adjustable flex", "Fit with an electrician"],
    tags: "pendant enamel dining",
    sku: "PEN-BELL",
    price: 16900,
    grams: 2100,
    options: {
      Size: [
        ["32 cm", "32"],
        ["45 cm", "45", 6000, 1300],
      ],
      Colour: inks("Forest", "Navy", "Chalk"),
    },
    stock: [13, 10, 17, 6, 0, 8],
    drawing: "pendant",
    palette: ["#f6ead0"],
  },
  {
    slug: "harvest-moon-lantern",
    title: "Harvest Moon Lantern",
    subtitle: "Mulberry paper on a bamboo spiral",
    vendor: "Lumen Yard",
    story:
      "Folds flat for the post and opens with a soft rattle. The paper is pulled by " +
      "hand, with long fibres that show when it is lit. Hang it low in a corner and " +
      "nobody will ask for the ceiling light.",
    facts: ["45 cm across", "Fits any E27 pendant cord"],
    tags: "paper pendant handmade",
    sku: "PEN-MOON",
    price: 5900,
    grams: 350,
    options: { Colour: inks("Cream", "Blush", "Ochre") },
    stock: [37, 14, 20],
    drawing: "paper-lantern",
    palette: ["#6b4a35"],
  },
  {
    slug: "stork-floor-lamp",
    title: "Stork Floor Lamp",
    subtitle: "Three legs and a good reading shade",
    vendor: "Lumen Yard",
    story:
      "Stands at the shoulder of an armchair and looks over the page with you. The legs " +
      "come apart into three pieces and go back without tools.",
    facts: ["152 cm tall", "Solid legs, cotton shade", "Foot switch"],
    tags: "lamp wood reading",
    sku: "LMP-STORK",
    price: 28900,
    was: 32900,
    grams: 6200,
    options: { Shade: inks("Chalk", "Mustard", "Slate") },
    stock: [7, 4, 9],
    drawing: "floor-lamp",
    palette: ["#b07f4f"],
  },
  {
    slug: "longhand-desk-lamp",
    title: "Longhand Desk Lamp",
    subtitle: "A counterweighted arm that stays put",
    vendor: "Lumen Yard",
    story:
      "Springs squeak, so this one has none: a counterweight in the elbow holds it " +
      "wherever you leave it. The head turns all the way round to light a wall instead.",
    facts: ["Reach 62 cm", "LED, 2700 to 4000 K", "Heavy iron foot"],
    tags: "lamp desk reading",
    sku: "LMP-LONG",
    price: 18500,
    grams: 3900,
    options: { Colour: inks("Teal", "Brick", "Black") },
    stock: [15, 11, 19],
    drawing: "desk-lamp",
    palette: ["#b9a070"],
  },
  {
    slug: "fig-and-smoke-candle",
    title: "Fig and Smoke Candle",
    subtitle: "Green fig, cedar and a snuffed match",
    vendor: "Saltbarn",
    story:
      "Poured in small batches of rapeseed and beeswax, with a cotton wick that burns " +
      "level. The scent stays in the room and out of your throat. When it is finished, " +
      "the glass holds toothbrushes.",
    facts: ["220 g, about 45 hours", "Rapeseed wax and beeswax"],
    tags: "candle scented gift bestseller",
    sku: "CND-FIG",
    price: 3200,
    grams: 560,
    options: {
      Scent: [
        ["Fig and smoke", "FIG"],
        ["Wet garden", "WET"],
        ["Bread oven", "BRD"],
      ],
    },
    stock: [55, 43, 28],
    drawing: "candle",
    palette: ["#7a5a63", "#f3e6cf"],
  },
  {
    slug: "winter-orchard-candle",
    title: "Winter Orchard Candle",
    subtitle: "Windfall apple, clove and cold earth",
    vendor: "Saltbarn",
    story:
      "The bigger pour, with two wicks, for a hallway or a long table. It smells like a " +
      "shed where apples are kept, which is a better smell than it sounds.",
    facts: ["400 g, about 60 hours", "Two cotton wicks"],
    tags: "candle scented winter",
    sku: "CND-ORCH",
    price: 4800,
    grams: 920,
    stock: [26],
    drawing: "candle",
    palette: ["#a3483a", "#f5e2c3"],
  },
  {
    slug: "three-sisters-candlesticks",
    title: "Three Sisters Candlesticks",
    subtitle: "Short, middling and tall",
    vendor: "Ferro Lunde",
    story:
      "Turned from solid bar and left unlacquered, so they darken where they are " +
      "touched. Set of three, with six tapers to begin with.",
    facts: ["8, 15 and 21 cm", "Fits 22 mm tapers"],
    tags: "metal candle gift set",
    sku: "CND-SIST",
    price: 7600,
    grams: 1450,
    options: { Metal: inks("Brass", "Black", "Copper") },
    stock: [21, 16, 3],
    drawing: "candlesticks",
    palette: ["#f1e5cf"],
  },
  {
    slug: "ferry-lantern",
    title: "Ferry Lantern",
    subtitle: "A storm lantern for the step or the jetty",
    vendor: "Ferro Lunde",
    story:
      "Four panes, a latch that closes with a thumb and a roof that sheds rain. Takes a " +
      "fat pillar candle and keeps it alight in a fair wind.",
    facts: ["38 cm tall", "Galvanised, painted steel"],
    tags: "lantern outdoor candle",
    sku: "LTN-FERRY",
    price: 6900,
    grams: 2200,
    options: {
      Size: [
        ["Small", "S"],
        ["Large", "L", 2600, 1400],
      ],
      Colour: inks("Navy", "Charcoal"),
    },
    stock: [23, 17, 10, 0],
    drawing: "lantern",
    palette: ["#efe0c0"],
  },
  {
    slug: "beeswax-lantern-pillar",
    title: "Beeswax Lantern Pillar",
    subtitle: "A slow, clean light that smells of summer",
    vendor: "Saltbarn",
    story:
      "Nothing but wax from three hives and a braided wick. It burns for a whole night " +
      "and a little of the next, and leaves a room smelling faintly of honey. Lantern " +
      "shown for scale and not included.",
    facts: ["7 × 15 cm, about 50 hours"],
    tags: "candle beeswax",
    sku: "CND-BEES",
    price: 1600,
    grams: 480,
    stock: [68],
    drawing: "lantern",
    palette: ["#8f7350", "#e7b85c"],
  },
]);
