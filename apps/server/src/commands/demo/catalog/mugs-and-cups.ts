/** Mugs, cups, teapots and the jugs that fill them. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const mugsAndCups: readonly DemoProduct[] = shelf("mugs-and-cups", [
  {
    slug: "tide-mug",
    title: "Tide Mug",
    subtitle: "Dipped stoneware with a bare clay foot",
    vendor: "Halden Pottery",
    story:
      "Each mug is dipped by hand, so the glaze stops at a slightly different height, " +
      "like water on a harbour wall. The handle takes three fingers and stays cool. The " +
      "foot is left unglazed and sanded smooth, and it will not scratch the table.",
    facts: [
      "Small 280 ml, large 400 ml",
      "Stoneware fired at 1240 °C",
      "Dishwasher and microwave safe",
    ],
    tags: "stoneware handmade gift bestseller",
    sku: "MUG-TIDE",
    price: 2400,
    grams: 340,
    options: {
      Colour: inks("Indigo", "Terracotta", "Sage", "Chalk"),
      Size: [
        ["Small", "S"],
        ["Large", "L", 500, 110],
      ],
    },
    stock: [48, 36, 22, 3, 61, 40, 0, 18],
    drawing: "mug",
    palette: ["#e6d5bb"],
  },
  {
    slug: "lighthouse-mug",
    title: "Lighthouse Mug",
    subtitle: "Tall and narrow, keeps coffee hot longer",
    vendor: "Halden Pottery",
    story:
      "A narrow mouth and a thick wall buy you ten more warm minutes. We made it for a " +
      "keeper who drinks half a litre a watch. It fits under most coffee machines, and " +
      "the deep handle suits gloves.",
    facts: ["450 ml, 13 cm tall", "Dishwasher safe"],
    tags: "stoneware coffee handmade",
    sku: "MUG-LIGHT",
    price: 2900,
    was: 3400,
    grams: 460,
    options: { Colour: inks("Navy", "Brick", "Mustard") },
    stock: [34, 27, 4],
    drawing: "mug-tall",
    palette: ["#e9dcc6"],
  },
  {
    slug: "freckle-mug",
    title: "Freckle Mug",
    subtitle: "A wide mug in iron-flecked clay",
    vendor: "Studio Marrow",
    story:
      "The specks are iron in the clay itself, rising through the glaze in the last hour " +
      "of firing. It is wide enough for soup and low enough for a windowsill. Every one " +
      "has its own map of dots.",
    facts: ["380 ml", "Speckled stoneware, satin glaze", "Microwave safe"],
    tags: "stoneware speckled gift",
    sku: "MUG-FRECK",
    price: 2600,
    grams: 410,
    options: { Colour: inks("Cream", "Blush", "Sky") },
    stock: [52, 19, 28],
    drawing: "mug-speckled",
    palette: ["#b9a284"],
  },
  {
    slug: "quay-beakers",
    title: "Quay Beakers",
    subtitle: "Handleless cups, sold as a stacking pair",
    vendor: "Halden Pottery",
    story:
      "Two cups that share one palette, the second a tone lighter than the first. They " +
      "nest inside each other and take wine as happily as cortado. The thumb dent on one " +
      "side is deliberate.",
    facts: ["200 ml and 150 ml", "Stoneware, matt glaze"],
    tags: "stoneware pair gift",
    sku: "CUP-QUAY",
    price: 3200,
    grams: 430,
    options: { Colour: inks("Forest", "Rust", "Slate") },
    stock: [26, 33, 12],
    drawing: "beakers",
    palette: ["#e3d2b6"],
  },
  {
    slug: "corso-cup-and-saucer",
    title: "Corso Cup and Saucer",
    subtitle: "A proper cappuccino cup, thick at the rim",
    vendor: "Studio Marrow",
    story:
      "Rounded inside so the milk folds as you pour, and heavy enough to hold its heat " +
      "through a conversation. The saucer has a wide well with room for a biscuit.",
    facts: ["180 ml", "Vitrified porcelain", "Sold singly or as four"],
    tags: "porcelain coffee",
    sku: "CUP-CORSO",
    price: 2200,
    grams: 420,
    options: {
      Set: [
        ["One", "1"],
        ["Four", "4", 5800, 1260],
      ],
      Colour: inks("Ochre", "Teal", "Chalk"),
    },
    stock: [44, 39, 57, 14, 9, 2],
    drawing: "cup-and-saucer",
    palette: ["#e8d9c0"],
  },
  {
    slug: "kestrel-teapot",
    title: "Kestrel Teapot",
    subtitle: "A round pot with an arched handle",
    vendor: "Oru Tea House",
    story:
      "The spout pours without a drip; we threw away forty that did not. A fine grid of " +
      "holes behind it holds back loose leaves. The hoop is steamed ash and lifts off for washing.",
    facts: ["900 ml, about four cups", "Stoneware body, ash handle", "Wash by hand"],
    tags: "stoneware tea gift bestseller",
    sku: "POT-KEST",
    price: 7800,
    grams: 980,
    options: { Colour: inks("Charcoal", "Moss", "Ochre") },
    stock: [17, 11, 0],
    drawing: "teapot",
    palette: ["#cba777"],
  },
  {
    slug: "meadow-pitcher",
    title: "Meadow Pitcher",
    subtitle: "For water, milk or armfuls of cow parsley",
    vendor: "Halden Pottery",
    story:
      "A full-bellied jug with a cut lip and a handle you can get your whole hand " +
      "through. It holds enough water for six and, on its day off, a good bunch of " +
      "something from the verge.",
    facts: ["1.4 litres, 24 cm tall", "Dishwasher safe"],
    tags: "stoneware table vase",
    sku: "JUG-MEAD",
    price: 5400,
    grams: 1150,
    options: { Colour: inks("Rose", "Sky", "Cream") },
    stock: [21, 16, 24],
    drawing: "pitcher",
    palette: ["#8a6b52"],
  },
  {
    slug: "rinse-tumblers",
    title: "Rinse Tumblers",
    subtitle: "Tinted glasses blown from bottle glass",
    vendor: "Studio Marrow",
    story:
      "Melted from bottles collected along one stretch of coast and blown into straight, " +
      "stackable tumblers. Small bubbles and a faint swirl are part of the glass. They " +
      "ring rather than clink.",
    facts: ["320 ml", "Recycled glass", "Dishwasher safe, top rack"],
    tags: "glass recycled table",
    sku: "GLS-RINSE",
    price: 3600,
    grams: 520,
    options: {
      Set: [
        ["Two", "2"],
        ["Six", "6", 6400, 1040],
      ],
      Colour: inks("Smoke", "Amber", "Sage"),
    },
    stock: [38, 25, 41, 12, 8, 15],
    drawing: "glasses",
    palette: ["#e6dcc4"],
  },
  {
    slug: "dusk-carafe",
    title: "Dusk Carafe",
    subtitle: "A bedside and table carafe with an oak stopper",
    vendor: "Studio Marrow",
    story:
      "Long-necked and flat-bottomed, so it pours slowly and does not tip. The oiled oak " +
      "stopper keeps out dust and the occasional moth. Wide enough inside for a bottle brush.",
    facts: ["1 litre", "Mouth-blown borosilicate glass", "Oak stopper"],
    tags: "glass oak table",
    sku: "CAR-DUSK",
    price: 4200,
    grams: 640,
    options: { Colour: inks("Clear", "Smoke") },
    stock: [30, 13],
    drawing: "carafe",
    palette: ["#c5d9dc"],
  },
  {
    slug: "ember-espresso-set",
    title: "Ember Espresso Set",
    subtitle: "Two tiny beakers in a kraft box",
    vendor: "Halden Pottery",
    story:
      "Thick-walled little cups that warm through with one rinse of hot water. The two " +
      "glazes come from one bucket, fired at either end of the kiln.",
    facts: ["Two cups, 70 ml each", "Boxed for giving"],
    tags: "stoneware coffee gift new",
    sku: "CUP-EMBER",
    price: 2800,
    grams: 260,
    stock: [46],
    drawing: "beakers",
    palette: ["#a94f35", "#ecd9bd"],
  },
  {
    slug: "kiln-seconds-mug",
    title: "Kiln Seconds Mug",
    subtitle: "Perfectly good, slightly wrong",
    vendor: "Halden Pottery",
    story:
      "A drip where none was planned, a handle half a degree off. Nothing here leaks and " +
      "nothing is chipped. You choose the size and we choose the mug, from whatever the " +
      "last firing disliked.",
    facts: ["Glaze differs from the picture", "Dishwasher safe"],
    tags: "stoneware sale",
    sku: "MUG-SECOND",
    price: 1200,
    was: 2400,
    grams: 350,
    options: {
      Size: [
        ["Small", "S"],
        ["Large", "L", 300, 90],
      ],
    },
    stock: [83, 64],
    drawing: "mug",
    palette: ["#7f8f93", "#cdb08c"],
  },
]);
