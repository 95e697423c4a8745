/** Speakers, keyboards and other things for the desk. */
import type { DemoProduct } from "../demo-product.ts";
import { inks, shelf } from "./product.ts";

export const deskAndSound: readonly DemoProduct[] = shelf("desk-and-sound", [
  {
    slug: "cabinet-speakers",
    title: "Cabinet Speakers",
    subtitle: "A pair of two-way shelf speakers",
    vendor: "Pinion Audio",
    story:
      "Paper cones, silk tweeters and a cabinet that a joiner would sign. Tuned in a " +
      "room with a sofa and a bookcase, because that is where they are going. Plug in a " +
      "turntable, a phone or a television.",
    facts: [
      "2 × 50 W, amplifier built in",
      "Bluetooth, optical and line in",
      "33 × 20 × 24 cm each",
    ],
    tags: "audio speaker wood bestseller",
    sku: "SPK-CAB",
    price: 49900,
    grams: 9800,
    options: { Cabinet: inks("Walnut", "Oak", "Forest") },
    stock: [10, 14, 6],
    drawing: "bookshelf-speaker",
    palette: ["#e2d6c0"],
  },
  {
    slug: "tumbler-speaker",
    title: "Tumbler Speaker",
    subtitle: "A portable speaker with a leather loop",
    vendor: "Pinion Audio",
    story:
      "Sends sound in every direction, so there is no wrong side of the picnic. Shrugs " +
      "off rain and sand. The battery is held by four screws and can be changed at home.",
    facts: ["18 hours", "IP66", "Bluetooth 5.3, USB-C"],
    tags: "audio speaker portable",
    sku: "SPK-TUMB",
    price: 12900,
    was: 14900,
    grams: 680,
    options: { Colour: inks("Rust", "Slate", "Sage") },
    stock: [38, 44, 21],
    drawing: "portable-speaker",
    palette: ["#4b443e"],
  },
  {
    slug: "quiet-room-headphones",
    title: "Quiet Room Headphones",
    subtitle: "Over-ear, noise-cancelling, repairable",
    vendor: "Pinion Audio",
    story:
      "Lamb-soft pads, a wide sprung band and a switch you can find without looking. " +
      "Pads, band and battery are all sold as spares. Turn off the cancelling and they " +
      "sound better still.",
    facts: ["40 hours", "254 g", "Bluetooth and a 3.5 mm cable"],
    tags: "audio headphones travel",
    sku: "HDP-QUIET",
    price: 27900,
    grams: 620,
    options: { Colour: inks("Cream", "Navy", "Terracotta") },
    stock: [22, 31, 12],
    drawing: "headphones",
    palette: ["#5b4a40"],
  },
  {
    slug: "typesetter-keyboard",
    title: "Typesetter Keyboard",
    subtitle: "A low, solid mechanical keyboard",
    vendor: "Pinion Audio",
    story:
      "The frame is milled from one block, which is why it sounds like rain on a good " +
      "roof. Switches pull out without solder, so you can change your mind. Legends are " +
      "moulded through and never wear away.",
    facts: ["75 % layout, aluminium", "USB-C and Bluetooth, three devices"],
    tags: "keyboard desk",
    sku: "KEY-TYPE",
    price: 16900,
    grams: 980,
    options: {
      Layout: [
        ["ISO", "ISO"],
        ["ANSI", "ANSI"],
      ],
      Switch: [
        ["Quiet", "QT"],
        ["Tactile", "TC"],
      ],
      Colour: inks("Oat", "Slate"),
    },
    stock: [17, 13, 20, 9, 14, 4, 11, 0],
    drawing: "keyboard",
    palette: ["#b5643c"],
  },
  {
    slug: "landing-tray",
    title: "Landing Tray",
    subtitle: "A charging tray for the end of the day",
    vendor: "Joinery Nine",
    story:
      "Put everything down in one place: phone on the felt, earbuds in the dish, keys in " +
      "the trough. The charger is set under the felt and can be lifted out when standards change.",
    facts: ["30 × 19 cm", "15 W wireless charging", "Solid wood, wool felt"],
    tags: "wood desk charger gift",
    sku: "TRY-LAND",
    price: 9900,
    grams: 760,
    options: { Wood: inks("Walnut", "Oak") },
    stock: [26, 19],
    drawing: "charging-tray",
    palette: ["#7d8a80"],
  },
  {
    slug: "windowsill-radio",
    title: "Windowsill Radio",
    subtitle: "FM, digital and one satisfying dial",
    vendor: "Pinion Audio",
    story:
      "Three buttons for three stations, which is how many anyone listens to. The dial " +
      "turns with a slow drag and there is nothing to update. It sounds warmer than it " +
      "has any right to.",
    facts: ["FM and DAB+", "Mains or 20 hours on battery", "28 × 19 × 11 cm"],
    tags: "audio radio kitchen gift",
    sku: "RAD-WIN",
    price: 17900,
    grams: 1900,
    options: { Colour: inks("Sky", "Brick", "Cream", "Moss") },
    stock: [16, 20, 25, 3],
    drawing: "radio",
    palette: ["#ead8b8"],
  },
  {
    slug: "evening-turntable",
    title: "Evening Turntable",
    subtitle: "Belt-driven, with a switchable preamp",
    vendor: "Pinion Audio",
    story:
      "A heavy platter, a straight arm and a plinth thick enough to ignore dancing. Set " +
      "up at the factory; lift the lid, lower the needle. The cartridge can be upgraded " +
      "when the neighbours are ready.",
    facts: ["33 and 45 rpm", "Moving-magnet cartridge fitted", "42 × 35 cm"],
    tags: "audio turntable wood",
    sku: "TRN-EVE",
    price: 38900,
    grams: 6400,
    options: { Plinth: inks("Walnut", "Cherry", "Black") },
    stock: [9, 5, 13],
    drawing: "turntable",
    palette: ["#d98a4a"],
  },
  {
    slug: "upright-laptop-stand",
    title: "Upright Laptop Stand",
    subtitle: "Eye level, in two pieces of wood",
    vendor: "Joinery Nine",
    story:
      "Two parts slot together without glue or screws and come apart for a bag. It lifts " +
      "the screen by sixteen centimetres, which your neck will notice on the first day.",
    facts: ["For laptops from 11 to 16 inches", "Solid wood"],
    tags: "wood desk",
    sku: "STD-UP",
    price: 7900,
    grams: 1200,
    options: { Wood: inks("Ash", "Walnut") },
    stock: [32, 24],
    drawing: "laptop-stand",
    palette: ["#4f7078"],
  },
  {
    slug: "felt-desk-mat",
    title: "Felt Desk Mat",
    subtitle: "Wool felt with a leather margin",
    vendor: "Brack and Fold",
    story:
      "Warms a cold desk and quietens a loud one. A pocket along the left edge takes a " +
      "letter or a thin tablet.",
    facts: ["Wool felt, 4 mm", "Brush clean"],
    tags: "wool leather desk gift",
    sku: "MAT-FELT",
    price: 5900,
    grams: 420,
    options: {
      Size: [
        ["60 × 35 cm", "M"],
        ["90 × 40 cm", "L", 2400, 260],
      ],
      Colour: inks("Smoke", "Forest", "Oat"),
    },
    stock: [28, 22, 35, 13, 0, 17],
    drawing: "desk-mat",
    palette: ["#8a5733"],
  },
  {
    slug: "first-headphones",
    title: "First Headphones",
    subtitle: "Kind to small ears and family peace",
    vendor: "Pinion Audio",
    story:
      "Limited to eighty-five decibels, with a cable that lets go before anything " +
      "breaks. A second pair plugs into the first, so that two can listen on the back seat.",
    facts: ["From four years", "1.2 m cable"],
    tags: "audio headphones kids",
    sku: "HDP-FIRST",
    price: 4900,
    grams: 260,
    options: { Colour: inks("Coral", "Teal") },
    stock: [40, 33],
    drawing: "headphones",
    palette: ["#f0d9a8"],
  },
  {
    slug: "camp-speaker",
    title: "Camp Speaker",
    subtitle: "The small one that floats",
    vendor: "Pinion Audio",
    story:
      "Fits a bottle cage and bobs upright if it goes overboard. Last season's " +
      "electronics in last season's colour, at a price that says so.",
    facts: ["10 hours", "IP67", "Bluetooth 5.0"],
    tags: "audio speaker sale outdoor",
    sku: "SPK-CAMP",
    price: 5900,
    was: 8900,
    grams: 390,
    stock: [18],
    drawing: "portable-speaker",
    palette: ["#c99a35", "#4d5b4a"],
  },
]);
