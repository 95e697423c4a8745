/** Toys and games of wood, cloth and paper. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const toysAndGames: readonly DemoProduct[] = shelf("toys-and-games", [
  {
    slug: "small-town-blocks",
    title: "Small Town Blocks",
    subtitle: "Arches, roofs and one tall chimney",
    vendor: "Little Larch",
    story:
      "Enough for a town hall and a few houses, or one tower and an argument. The edges " +
      "are rounded by tumbling and the stain lets the grain through. Made from beech " +
      "left over by a chair maker.",
    facts: ["From eighteen months", "Beech, water-based stain", "Cotton bag included"],
    tags: "wood blocks gift bestseller",
    sku: "TOY-BLOCK",
    price: 4400,
    grams: 1600,
    options: {
      Pieces: [
        ["30 pieces", "30"],
        ["60 pieces", "60", 3200, 1500],
      ],
      Colour: inks("Coral", "Teal"),
    },
    stock: [27, 33, 12, 8],
    drawing: "blocks",
    palette: ["#e0b35c"],
  },
  {
    slug: "sunday-driver",
    title: "Sunday Driver",
    subtitle: "A wooden saloon with rubber tyres",
    vendor: "Little Larch",
    story:
      "It rolls across a whole kitchen on one push. The wheels are set slightly apart, " +
      "so small hands can lift it by the roof. Scratches can be sanded out and waxed.",
    facts: ["From two years", "22 cm long, beech"],
    tags: "wood car gift",
    sku: "TOY-DRIVE",
    price: 2900,
    grams: 480,
    options: { Colour: inks("Brick", "Sky", "Mustard", "Forest") },
    stock: [36, 41, 29, 3],
    drawing: "toy-car",
    palette: ["#dcb784"],
  },
  {
    slug: "barnaby-bear",
    title: "Barnaby Bear",
    subtitle: "A corduroy bear with a wool scarf",
    vendor: "Little Larch",
    story:
      "His eyes are stitched, so nothing can be swallowed, and his tummy is filled with " +
      "wool that remembers being hugged. The scarf comes off. It is always lost by " +
      "spring, and we post replacements free.",
    facts: ["From birth", "34 cm", "Machine wash, cool"],
    tags: "soft-toy gift baby bestseller",
    sku: "TOY-BEAR",
    price: 3800,
    grams: 320,
    options: { Colour: inks("Tan", "Oat", "Sage") },
    stock: [48, 30, 17],
    drawing: "bear",
    palette: ["#a3483a"],
  },
  {
    slug: "parlour-chess",
    title: "Parlour Chess",
    subtitle: "Turned pieces on a folding board",
    vendor: "Little Larch",
    story:
      "The knights are plain on purpose: they are rooks that changed their minds. " +
      "Weighted with steel, felted underneath, and stored in the board when it folds.",
    facts: ["38 cm board", "King 9 cm tall"],
    tags: "wood game gift",
    sku: "GAM-CHESS",
    price: 8900,
    grams: 2400,
    options: { Wood: inks("Walnut", "Cherry") },
    stock: [15, 11],
    drawing: "chess",
    palette: ["#e9d8b6"],
  },
  {
    slug: "ring-hill",
    title: "Ring Hill",
    subtitle: "Five rings and a rounded stop",
    vendor: "Little Larch",
    story:
      "A first lesson in order, mostly learnt by throwing. The peg leans without " +
      "breaking, and the ball on top is too big to swallow.",
    facts: ["From ten months", "24 cm tall"],
    tags: "wood baby gift",
    sku: "TOY-RINGS",
    price: 3200,
    grams: 620,
    options: { Colour: inks("Terracotta", "Sage", "Lilac") },
    stock: [34, 28, 22],
    drawing: "rings",
    palette: ["#f0cf8a"],
  },
  {
    slug: "long-spin-tops",
    title: "Long Spin Tops",
    subtitle: "A large and a small, for duels",
    vendor: "Little Larch",
    story:
      "The large one has spun for three minutes and eleven seconds on the workshop " +
      "bench. Nobody has beaten it; you are invited to try.",
    facts: ["From three years", "Pair, 9 and 6 cm"],
    tags: "wood game stocking",
    sku: "TOY-TOPS",
    price: 1600,
    grams: 150,
    options: { Colour: inks("Mustard", "Indigo", "Brick") },
    stock: [82, 63, 55],
    drawing: "spinning-top",
    palette: ["#f2e4c6"],
  },
  {
    slug: "headland-kite",
    title: "Headland Kite",
    subtitle: "A two-tone diamond that launches alone",
    vendor: "Little Larch",
    story:
      "Ripstop on ash spars, with a tail long enough to keep it steady in a nervous " +
      "wind. Packs into a tube that fits a bicycle bag.",
    facts: ["From six years", "92 × 78 cm", "30 m line on a wooden reel"],
    tags: "kite outdoor summer",
    sku: "TOY-KITE",
    price: 3600,
    was: 4200,
    grams: 340,
    options: { Colour: inks("Coral", "Teal", "Navy") },
    stock: [20, 14, 0],
    drawing: "kite",
    palette: ["#f0c76a"],
  },
  {
    slug: "wren-on-a-stand",
    title: "Wren on a Stand",
    subtitle: "A carved bird for a shelf or a pocket",
    vendor: "Little Larch",
    story:
      "Whittled from a single block and painted in three colours by someone who watches " +
      "birds at lunch. Lifts off its stand to perch elsewhere.",
    facts: ["13 cm long", "Lime wood"],
    tags: "wood decoration gift handmade",
    sku: "TOY-WREN",
    price: 2700,
    grams: 180,
    options: { Colour: inks("Sky", "Rust", "Moss") },
    stock: [24, 18, 26],
    drawing: "bird",
    palette: ["#5f4636"],
  },
  {
    slug: "harder-than-it-looks",
    title: "Harder Than It Looks",
    subtitle: "A chunky puzzle for small and large hands",
    vendor: "Little Larch",
    story:
      "Six pieces that fit together in eleven ways, only one of which goes back in the " +
      "tray. Sold as a toddler toy, bought by engineers.",
    facts: ["From two years", "Birch plywood, beeswax"],
    tags: "wood puzzle gift",
    sku: "TOY-PUZZ",
    price: 2100,
    grams: 390,
    options: { Colour: inks("Teal", "Coral") },
    stock: [45, 37],
    drawing: "puzzle",
    palette: ["#e6c07a"],
  },
  {
    slug: "night-watch-bear",
    title: "Night Watch Bear",
    subtitle: "Barnaby's small, dark-blue brother",
    vendor: "Little Larch",
    story:
      "Half the size and filled with millet, so that he sits up on a shelf and keeps an " +
      "eye on the dark. Warm him on a radiator and he becomes a hand warmer.",
    facts: ["From three years", "18 cm, removable cover"],
    tags: "soft-toy gift new",
    sku: "TOY-NIGHT",
    price: 2400,
    grams: 280,
    stock: [31],
    drawing: "bear",
    palette: ["#3a4c70", "#e8c46c"],
  },
  {
    slug: "souk-delivery-van",
    title: "Souk Delivery Van",
    subtitle: "The car that brings the parcels",
    vendor: "Little Larch",
    story:
      "The same saloon in our own colours, with a boot that opens and one tiny wooden " +
      "parcel. The parcel can be ordered again by the very unlucky.",
    facts: ["From three years", "22 cm long"],
    tags: "wood car limited",
    sku: "TOY-VAN",
    price: 3400,
    grams: 520,
    stock: [2],
    drawing: "toy-car",
    palette: ["#c0714e", "#e8d6b3"],
  },
]);
