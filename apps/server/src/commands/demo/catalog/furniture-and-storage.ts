/** Stools, tables, shelves, baskets, mirrors and clocks. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const furnitureAndStorage: readonly DemoProduct[] = shelf("furniture-and-storage", [
  {
    slug: "dairy-stool",
    title: "Dairy Stool",
    subtitle: "Four legs, one dished seat",
    vendor: "Joinery Nine",
    story:
      "The seat is dished with a travisher, one shaving at a time, until it fits almost " +
      "anyone. Legs are wedged from above, so sitting on it only makes it tighter.",
    facts: ["45 cm high, seat 34 cm", "Solid wood, hard wax oil"],
    tags: "wood seating bestseller",
    sku: "STL-DAIRY",
    price: 16500,
    grams: 3400,
    options: { Legs: inks("Oak", "Black", "Forest") },
    stock: [15, 20, 8],
    drawing: "stool",
    palette: ["#d6ae79"],
  },
  {
    slug: "parlour-chair",
    title: "Parlour Chair",
    subtitle: "A spindle-back with a painted option",
    vendor: "Joinery Nine",
    story:
      "Steam-bent posts and a curved rail that meets your back where it should. Light " +
      "enough to carry in one hand to wherever the conversation has gone.",
    facts: ["82 cm high, seat 45 cm", "Ash frame", "Sold singly"],
    tags: "wood seating dining",
    sku: "CHR-PARL",
    price: 32500,
    grams: 5200,
    options: { Finish: inks("Ash", "Indigo", "Brick") },
    stock: [12, 9, 5],
    drawing: "chair",
    palette: ["#8a5d3d"],
  },
  {
    slug: "anchor-side-table",
    title: "Anchor Side Table",
    subtitle: "A round top for a lamp, a book and a cup",
    vendor: "Joinery Nine",
    story:
      "Three splayed legs find their own level on any floor. The top has a lip so " +
      "shallow that you feel it before you see it, and it has saved many cups of tea.",
    facts: ["48 cm across, 52 cm high", "Arrives flat, ten minutes to build"],
    tags: "wood table",
    sku: "TBL-ANCH",
    price: 24900,
    grams: 6100,
    options: { Top: inks("Walnut", "Oak", "Terracotta") },
    stock: [10, 14, 6],
    drawing: "side-table",
    palette: ["#a87a4e"],
  },
  {
    slug: "ladderline-shelf",
    title: "Ladderline Shelf",
    subtitle: "Three planks hung from brass rods",
    vendor: "Joinery Nine",
    story:
      "Two fixings in the wall and the rest hangs. Each plank is drilled so that the " +
      "rods pinch it level. Holds forty kilos, or one collection of jugs.",
    facts: ["90 × 105 × 22 cm", "Solid wood, brass rods", "Wall plugs included"],
    tags: "wood shelf storage",
    sku: "SHF-LADD",
    price: 28900,
    grams: 11800,
    options: { Wood: inks("Oak", "Walnut", "Ash") },
    stock: [7, 4, 11],
    drawing: "shelf",
    palette: ["#6f8a7a"],
  },
  {
    slug: "haymaker-basket",
    title: "Haymaker Basket",
    subtitle: "Woven seagrass with loop handles",
    vendor: "Hedgerow Supply",
    story:
      "For logs, laundry or the twelve things left on the stairs. Woven wet over a " +
      "wooden mould and dried in the sun, which is where the colour comes from.",
    facts: ["Seagrass, leather-free", "Wipe with a damp cloth"],
    tags: "seagrass storage basket",
    sku: "BSK-HAY",
    price: 4600,
    grams: 1100,
    options: {
      Size: [
        ["Medium", "M"],
        ["Large", "L", 1600, 700],
      ],
      Colour: inks("Natural", "Charcoal", "Rust"),
    },
    stock: [30, 24, 12, 19, 3, 15],
    drawing: "basket",
    palette: ["#7b5a3a"],
  },
  {
    slug: "orchard-basket",
    title: "Orchard Basket",
    subtitle: "A willow basket with a hoop handle",
    vendor: "Hedgerow Supply",
    story:
      "Cut in winter, soaked for a week, woven in a day. The hoop runs under the base in " +
      "one piece, so it carries eight kilos of apples without a creak.",
    facts: ["38 cm across", "Whole willow rods"],
    tags: "willow basket garden gift",
    sku: "BSK-ORCH",
    price: 7200,
    grams: 950,
    stock: [17],
    drawing: "basket-handled",
    palette: ["#b58a58", "#8b6239"],
  },
  {
    slug: "tidepool-mirror",
    title: "Tidepool Mirror",
    subtitle: "An oval mirror on a leather strap",
    vendor: "Joinery Nine",
    story:
      "The frame is one steamed hoop with a scarf joint you have to look for. Hangs from " +
      "a single hook on a strap of bridle leather.",
    facts: ["58 × 66 cm", "4 mm glass"],
    tags: "wood mirror",
    sku: "MIR-TIDE",
    price: 19800,
    grams: 4900,
    options: { Frame: inks("Oak", "Walnut", "Brass") },
    stock: [9, 13, 2],
    drawing: "mirror",
    palette: ["#8a5a3a"],
  },
  {
    slug: "half-past-clock",
    title: "Half Past Clock",
    subtitle: "A silent wall clock, easy to read",
    vendor: "Joinery Nine",
    story:
      "No tick, because the movement sweeps. No numerals, because you know where they " +
      "are. The thin red hand is there to prove that time is passing.",
    facts: ["32 cm across", "One AA cell, not included"],
    tags: "wood clock wall",
    sku: "CLK-HALF",
    price: 8900,
    was: 9900,
    grams: 1300,
    options: { Frame: inks("Beech", "Teal", "Charcoal") },
    stock: [22, 16, 18],
    drawing: "clock",
    palette: ["#f4ead7"],
  },
  {
    slug: "tambour-sideboard",
    title: "Tambour Sideboard",
    subtitle: "Three slatted doors and a lot of calm",
    vendor: "Joinery Nine",
    story:
      "Forty-two slats glued to canvas and run in a groove, so the doors slide round the " +
      "corner and disappear. Behind them, two drawers and four shelves. Built to order " +
      "in five weeks by two people whose names are inside.",
    facts: [
      "160 × 74 × 42 cm",
      "Solid wood throughout",
      "Delivered by two people, placed where you want it",
    ],
    tags: "wood storage luxury",
    sku: "SDB-TAMB",
    price: 109000,
    grams: 58000,
    options: {
      Wood: [
        ["Oak", "OAK"],
        ["Walnut", "WAL", 10000, 4000],
      ],
    },
    stock: [3, 2],
    drawing: "sideboard",
    palette: ["#7f8f74"],
  },
  {
    slug: "threshold-bench",
    title: "Threshold Bench",
    subtitle: "For taking boots off, with a padded top",
    vendor: "Joinery Nine",
    story:
      "Just long enough for two children and a school bag. The pad is wool over " +
      "horsehair, tied on with tapes so that it can be aired.",
    facts: ["110 × 38 × 46 cm", "Oak or painted frame"],
    tags: "wood seating hall",
    sku: "BEN-THRE",
    price: 44500,
    grams: 12500,
    options: {
      Frame: inks("Oak", "Moss"),
      Length: [
        ["110 cm", "110"],
        ["150 cm", "150", 12000, 4200],
      ],
    },
    stock: [6, 4, 5, 0],
    drawing: "bench",
    palette: ["#d9c4a0"],
  },
  {
    slug: "spare-seat",
    title: "Spare Seat",
    subtitle: "The dairy stool's taller cousin",
    vendor: "Joinery Nine",
    story:
      "Counter height, with a rail worn into place by our own feet. Last of the " +
      "sycamore; the next batch will be birch.",
    facts: ["65 cm high", "Sycamore and painted beech"],
    tags: "wood seating sale",
    sku: "STL-SPARE",
    price: 14900,
    was: 21500,
    grams: 4300,
    stock: [4],
    drawing: "stool",
    palette: ["#c0714e", "#ecd6ad"],
  },
]);
