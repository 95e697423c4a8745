/** Notebooks, pens, cards and paper. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const stationery: readonly DemoProduct[] = shelf("stationery", [
  {
    slug: "daybook",
    title: "Daybook",
    subtitle: "A sewn notebook that opens flat",
    vendor: "Inkwell Row",
    story:
      "Sixteen sections, sewn and glued cold, so page one lies as flat as page two " +
      "hundred. The paper is 100 gsm with a little tooth, and takes a fountain pen " +
      "without ghosting. An elastic band keeps it shut over receipts.",
    facts: ["A5, 192 pages", "Ribbon and back pocket", "Cloth cover"],
    tags: "paper notebook bestseller",
    sku: "NTB-DAY",
    price: 2200,
    grams: 340,
    options: {
      Paper: [
        ["Plain", "P"],
        ["Ruled", "R"],
        ["Dotted", "D"],
      ],
      Colour: inks("Mustard", "Navy", "Brick"),
    },
    stock: [44, 37, 29, 58, 61, 33, 70, 48, 4],
    drawing: "notebook",
    palette: ["#5a3b2a"],
  },
  {
    slug: "sun-journal",
    title: "Sun Journal",
    subtitle: "Five years, one line a day",
    vendor: "Inkwell Row",
    story:
      "Each page holds the same date in five different years. By the third you will be " +
      "reading more than writing. Stamped by hand with a small gold sun.",
    facts: ["A5, 368 pages", "Gilt top edge"],
    tags: "paper journal gift",
    sku: "NTB-SUN",
    price: 3200,
    grams: 520,
    options: { Colour: inks("Indigo", "Plum", "Charcoal") },
    stock: [26, 19, 31],
    drawing: "notebook-sun",
    palette: ["#e0b85c"],
  },
  {
    slug: "field-notebook",
    title: "Field Notebook",
    subtitle: "For seed lists, birds and measurements",
    vendor: "Inkwell Row",
    story:
      "Pocket sized and stitched through the spine with thread you can see. The cover is " +
      "waxed board and has been rained on in the course of testing.",
    facts: ["A6, 96 pages, gridded", "Pack of two"],
    tags: "paper notebook outdoor",
    sku: "NTB-FIELD",
    price: 1400,
    grams: 190,
    options: { Colour: inks("Sage", "Terracotta", "Sand") },
    stock: [66, 52, 47],
    drawing: "notebook-leaf",
    palette: ["#41503a"],
  },
  {
    slug: "row-fountain-pen",
    title: "Row Fountain Pen",
    subtitle: "A turned resin pen with a steel nib",
    vendor: "Inkwell Row",
    story:
      "It starts on the first stroke, even after a fortnight in a drawer. The section is " +
      "wide and slightly rough, so your fingers stop where they should. Comes with a " +
      "converter and a matching ballpoint for signing parcels.",
    facts: ["Steel nib", "Takes standard cartridges"],
    tags: "pen writing gift",
    sku: "PEN-ROW",
    price: 6800,
    grams: 60,
    options: {
      Nib: [
        ["Fine", "F"],
        ["Medium", "M"],
        ["Broad", "B"],
      ],
      Colour: inks("Teal", "Rust", "Black"),
    },
    stock: [18, 12, 25, 27, 20, 30, 6, 0, 9],
    drawing: "pens",
    palette: ["#c9a05a"],
  },
  {
    slug: "drawing-room-pencils",
    title: "Drawing Room Pencils",
    subtitle: "Four soft pencils in a stoneware cup",
    vendor: "Inkwell Row",
    story:
      "Cedar, which sharpens like butter, around a core that runs from HB to 6B. The cup " +
      "is by Halden and will outlast a few thousand pencils.",
    facts: ["Four pencils, one cup", "Cup 10 cm tall"],
    tags: "pencil drawing gift",
    sku: "PCL-DRAW",
    price: 3600,
    grams: 480,
    options: { Cup: inks("Slate", "Ochre", "Blush") },
    stock: [22, 28, 16],
    drawing: "pencil-cup",
    palette: ["#b5643c"],
  },
  {
    slug: "leaf-note-cards",
    title: "Leaf Note Cards",
    subtitle: "Letterpress cards, blank inside",
    vendor: "Inkwell Row",
    story:
      "Printed one at a time on a treadle press, deep enough to feel with your thumb. " +
      "Blank inside, because you know what to say.",
    facts: ["A6, cotton paper", "With lined envelopes"],
    tags: "paper cards gift",
    sku: "CRD-LEAF",
    price: 1200,
    grams: 110,
    options: {
      Set: [
        ["Six", "6"],
        ["Twelve", "12", 900, 110],
      ],
      Colour: inks("Cream", "Blush"),
    },
    stock: [73, 46, 35, 21],
    drawing: "cards",
    palette: ["#66795a"],
  },
  {
    slug: "thank-you-cards",
    title: "Proper Thanks Cards",
    subtitle: "For when a message will not do",
    vendor: "Inkwell Row",
    story:
      "One block print, two inks and room for three sentences. The envelopes are lined " +
      "with the offcuts of our marbled paper, so each is different.",
    facts: ["Pack of eight", "Recycled cotton paper"],
    tags: "paper cards",
    sku: "CRD-THANK",
    price: 1500,
    grams: 150,
    stock: [59],
    drawing: "cards",
    palette: ["#f0dcc0", "#a3483a"],
  },
  {
    slug: "sketchbook-stack",
    title: "Sketchbook Stack",
    subtitle: "Four books, four papers",
    vendor: "Inkwell Row",
    story:
      "Smooth for ink, rough for charcoal, toned for chalk and heavy for wash. Buy the " +
      "stack, find out which one you are, and come back for that.",
    facts: ["20 × 20 cm, 60 pages each"],
    tags: "paper drawing set",
    sku: "NTB-STACK",
    price: 4800,
    was: 5600,
    grams: 1450,
    options: { Colour: inks("Rust", "Denim") },
    stock: [14, 20],
    drawing: "book-stack",
    palette: ["#d9b36c"],
  },
  {
    slug: "paper-tape",
    title: "Paper Tape",
    subtitle: "Washi tape that peels off politely",
    vendor: "Inkwell Row",
    story:
      "Tears straight, sticks to walls and lets go of them again. Fifteen metres to the " +
      "roll, in the two patterns we could not choose between.",
    facts: ["15 mm × 15 m"],
    tags: "paper tape craft",
    sku: "TAP-PAPER",
    price: 350,
    grams: 40,
    options: {
      Set: [
        ["One roll", "1"],
        ["Three rolls", "3", 550, 80],
      ],
      Colour: inks("Ochre", "Sky", "Rose"),
    },
    stock: [120, 94, 86, 41, 33, 0],
    drawing: "tapes",
    palette: ["#7a5a6b"],
  },
  {
    slug: "printed-wrap",
    title: "Printed Wrap",
    subtitle: "Three rolls of block-printed paper",
    vendor: "Inkwell Row",
    story:
      "Uncoated, so it folds sharply and can be recycled with the newspaper. Three " +
      "metres to the roll, enough for a modest birthday or one bicycle.",
    facts: ["50 cm × 3 m, three rolls", "Vegetable inks"],
    tags: "paper wrap gift",
    sku: "WRP-PRINT",
    price: 1650,
    grams: 420,
    options: { Colour: inks("Brick", "Forest") },
    stock: [38, 51],
    drawing: "paper-rolls",
    palette: ["#f0dfbd"],
  },
  {
    slug: "workbench-notebook",
    title: "Workbench Notebook",
    subtitle: "Large, tough, made for measurements",
    vendor: "Inkwell Row",
    story:
      "A hard cover with a ruler stamped along the edge and a loop for a pencil. The " +
      "grid prints so lightly that it vanishes in a photocopy.",
    facts: ["B5, 160 pages, 5 mm grid"],
    tags: "paper notebook work new",
    sku: "NTB-BENCH",
    price: 2600,
    grams: 480,
    stock: [43],
    drawing: "notebook",
    palette: ["#4a5a55", "#d9854f"],
  },
]);
