/** Pans, knives, boards, mills and coffee gear. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const cookingAndPrep: readonly DemoProduct[] = shelf("cooking-and-prep", [
  {
    slug: "hearth-skillet",
    title: "Hearth Skillet",
    subtitle: "Cast iron, milled smooth, ready seasoned",
    vendor: "Ferro Lunde",
    story:
      "We mill the cooking surface after casting, which takes an hour a pan and is why " +
      "eggs slide. Seasoned three times with rapeseed oil before it leaves. The wooden " +
      "grip unscrews for the oven.",
    facts: [
      "All hobs, including induction",
      "Oven safe without the grip",
      "Wipe clean, dry, oil lightly",
    ],
    tags: "cast-iron cooking bestseller",
    sku: "PAN-HEARTH",
    price: 8900,
    grams: 1700,
    options: {
      Size: [
        ["20 cm", "20"],
        ["26 cm", "26", 3000, 900],
        ["30 cm", "30", 5500, 1700],
      ],
    },
    stock: [28, 44, 7],
    drawing: "skillet",
    palette: ["#3b3c3d", "#a9713f"],
  },
  {
    slug: "sunday-casserole",
    title: "Sunday Casserole",
    subtitle: "Enamelled iron with a self-basting lid",
    vendor: "Ferro Lunde",
    story:
      "Ribs under the lid gather steam and rain it back over whatever is inside. Four " +
      "hours in a low oven and you may take the credit. The brass knob is safe at any " +
      "heat your oven can manage.",
    facts: [
      "4.2 or 6.5 litres",
      "Enamelled cast iron, brass knob",
      "Guaranteed for twenty-five years",
    ],
    tags: "cast-iron enamel gift",
    sku: "POT-SUND",
    price: 18900,
    grams: 5200,
    options: {
      Volume: [
        ["4.2 l", "42"],
        ["6.5 l", "65", 6000, 1900],
      ],
      Colour: inks("Forest", "Brick", "Cream"),
    },
    stock: [14, 18, 11, 6, 3, 0],
    drawing: "casserole",
    palette: ["#c9a05a"],
  },
  {
    slug: "heron-chefs-knife",
    title: "Heron Chef's Knife",
    subtitle: "One knife for nearly everything",
    vendor: "Ferro Lunde",
    story:
      "Ground thin behind the edge, with a belly that rocks and a heel that does not " +
      "bite your knuckle. The handle is stabilised wood, so it shrugs off water. Comes " +
      "in a paper sleeve with a year of free sharpening.",
    facts: ["20 cm blade, 58 HRC carbon steel", "Wash and dry by hand"],
    tags: "steel knife gift",
    sku: "KNF-HERON",
    price: 13500,
    grams: 210,
    options: { Handle: inks("Walnut", "Cherry", "Black") },
    stock: [16, 9, 12],
    drawing: "knife",
    palette: ["#d7b07a"],
  },
  {
    slug: "long-grain-board",
    title: "Long Grain Board",
    subtitle: "A hanging board with one dark stripe",
    vendor: "Joinery Nine",
    story:
      "Planed from a single plank and inlaid with a strip of a second wood, so that you " +
      "can tell the onion side from the fruit side. Hangs from a leather loop. Rub it " +
      "with oil twice a year.",
    facts: ["38 × 24 × 2 cm", "Solid wood, food-safe oil"],
    tags: "wood board gift",
    sku: "BRD-LONG",
    price: 4900,
    grams: 1250,
    options: { Wood: inks("Oak", "Walnut", "Cherry") },
    stock: [34, 22, 15],
    drawing: "board",
    palette: ["#5f3d2b"],
  },
  {
    slug: "full-moon-board",
    title: "Full Moon Board",
    subtitle: "Round, for bread, cheese and pizza",
    vendor: "Joinery Nine",
    story:
      "Large enough for a whole sourdough, and good-looking enough to go straight to the " +
      "table. A shallow groove on the back catches tomato juice.",
    facts: ["36 cm across", "Solid wood"],
    tags: "wood board table",
    sku: "BRD-MOON",
    price: 5600,
    grams: 1500,
    options: { Wood: inks("Ash", "Walnut") },
    stock: [20, 13],
    drawing: "board-round",
    palette: ["#7b5b3c"],
  },
  {
    slug: "stirring-party",
    title: "Stirring Party",
    subtitle: "Four tools and a stoneware crock",
    vendor: "Joinery Nine",
    story:
      "A spoon, a slotted spoon, a ladle and a spatula with one corner left square for " +
      "the edges of the pan. Carved from storm-felled cherry and stood in a heavy crock by Halden.",
    facts: ["Tools 30 cm", "Oil now and then"],
    tags: "wood set gift",
    sku: "UTL-PARTY",
    price: 6400,
    grams: 1800,
    options: { Crock: inks("Terracotta", "Slate", "Cream") },
    stock: [17, 21, 10],
    drawing: "utensils",
    palette: ["#b07a4b"],
  },
  {
    slug: "beacon-pepper-mill",
    title: "Beacon Pepper Mill",
    subtitle: "Ceramic grinder in a turned body",
    vendor: "Joinery Nine",
    story:
      "Twenty-four turns from whole corn to dust, in six settings. The ceramic mechanism " +
      "never tastes of metal, and it can be bought again in thirty years if you wear it out.",
    facts: ["24 cm tall", "Ceramic grinder", "For pepper or coarse salt"],
    tags: "wood kitchen gift",
    sku: "MIL-BEACON",
    price: 5200,
    grams: 380,
    options: { Finish: inks("Oak", "Indigo", "Brick") },
    stock: [25, 30, 4],
    drawing: "mill",
    palette: ["#c9a05a"],
  },
  {
    slug: "quarry-mortar",
    title: "Quarry Mortar",
    subtitle: "Rough inside, polished out, impossible to tip",
    vendor: "Ferro Lunde",
    story:
      "Four kilos of stone that stays where you put it. The inside is left rough enough " +
      "to break down garlic in a dozen turns. Season it once with rice and salt and " +
      "never wash it with soap.",
    facts: ["17 cm across", "Granite with an ash pestle"],
    tags: "stone kitchen",
    sku: "MRT-QUARRY",
    price: 6900,
    was: 7900,
    grams: 4100,
    stock: [19],
    drawing: "mortar",
    palette: ["#8a8c8b", "#d0a873"],
  },
  {
    slug: "slow-pour-dripper",
    title: "Slow Pour Dripper",
    subtitle: "A cone and jug for four unhurried cups",
    vendor: "Studio Marrow",
    story:
      "Spiral ribs hold the paper away from the wall so the water falls evenly. The jug " +
      "has a mark for two cups and another for four. Takes ordinary size 2 filters.",
    facts: ["600 ml", "Stoneware cone, borosilicate jug"],
    tags: "coffee stoneware glass",
    sku: "COF-SLOW",
    price: 5900,
    grams: 780,
    options: { Colour: inks("Chalk", "Teal", "Rust") },
    stock: [33, 18, 26],
    drawing: "dripper",
    palette: ["#b98a5a"],
  },
  {
    slug: "stovetop-moka",
    title: "Early Shift Moka",
    subtitle: "Eight facets, one loud gurgle",
    vendor: "Ferro Lunde",
    story:
      "Aluminium on the sides to heat fast, a steel base so that induction knows it is " +
      "there. The handle is angled to keep your hand out of the steam.",
    facts: ["Spare seal included", "All hobs"],
    tags: "coffee steel",
    sku: "COF-MOKA",
    price: 4600,
    grams: 620,
    options: {
      Cups: [
        ["Three cups", "3"],
        ["Six cups", "6", 1400, 260],
      ],
      Colour: inks("Steel", "Black"),
    },
    stock: [40, 35, 12, 8],
    drawing: "moka",
    palette: ["#5a3f31"],
  },
  {
    slug: "bakers-pair",
    title: "Baker's Pair",
    subtitle: "A rolling pin and a balloon whisk",
    vendor: "Joinery Nine",
    story:
      "The pin runs on a steel axle and weighs enough to do the work for you. The whisk " +
      "is twelve loops of springy wire in a handle from the same plank.",
    facts: ["Pin 42 cm, whisk 28 cm", "Wipe clean"],
    tags: "wood baking set",
    sku: "BAK-PAIR",
    price: 4200,
    grams: 980,
    options: { Wood: inks("Beech", "Cherry") },
    stock: [29, 16],
    drawing: "rolling-pin",
    palette: ["#7a5136"],
  },
]);
