/** The departments of the demo store and the shelves within them. */
import type { DemoCategory } from "./demo-product.ts";

export const demoCategories: readonly DemoCategory[] = [
  {
    slug: "kitchen-and-table",
    name: "Kitchen & table",
    description: "For the room where everyone ends up: pots, plates and things worth eating.",
  },
  {
    slug: "home-and-living",
    name: "Home & living",
    description: "Light, wool and wood for rooms that are lived in rather than looked at.",
  },
  {
    slug: "wear-and-carry",
    name: "Wear & carry",
    description: "Clothes and bags made to be mended, in cloth that improves with use.",
  },
  {
    slug: "desk-and-play",
    name: "Desk & play",
    description: "Paper, sound and games, for working hours and for the ones after.",
  },
  {
    slug: "bath-and-garden",
    name: "Bath & garden",
    description: "Hot water and growing things: the two quickest ways to a better day.",
  },
  {
    slug: "mugs-and-cups",
    name: "Mugs & cups",
    description: "Thrown, dipped and fired in small kilns. No two rims are quite the same.",
    parent: "kitchen-and-table",
  },
  {
    slug: "bowls-and-plates",
    name: "Bowls & plates",
    description: "Everyday stoneware and glass that goes from the oven to a Sunday table.",
    parent: "kitchen-and-table",
  },
  {
    slug: "cooking-and-prep",
    name: "Cooking & prep",
    description: "Pans that outlive their recipes, and knives, boards and mills to go with them.",
    parent: "kitchen-and-table",
  },
  {
    slug: "tea-and-pantry",
    name: "Tea & pantry",
    description: "Small harvests, roasts and preserves from people who can name the field.",
    parent: "kitchen-and-table",
  },
  {
    slug: "lighting",
    name: "Lighting",
    description: "Lamps, lanterns and candles for the hours when a ceiling light is too much.",
    parent: "home-and-living",
  },
  {
    slug: "blankets-and-cushions",
    name: "Blankets & cushions",
    description: "Wool, linen and cotton woven on slow looms. Made to be pulled closer.",
    parent: "home-and-living",
  },
  {
    slug: "furniture-and-storage",
    name: "Furniture & storage",
    description: "Solid wood, honest joints and baskets for everything that has no place yet.",
    parent: "home-and-living",
  },
  {
    slug: "clothing",
    name: "Clothing",
    description: "A short wardrobe of natural cloth, cut with room to move.",
    parent: "wear-and-carry",
  },
  {
    slug: "bags-and-travel",
    name: "Bags & travel",
    description: "Canvas, leather and steel for the commute, the ferry and the long weekend.",
    parent: "wear-and-carry",
  },
  {
    slug: "stationery",
    name: "Stationery",
    description: "Good paper and the things to put on it.",
    parent: "desk-and-play",
  },
  {
    slug: "toys-and-games",
    name: "Toys & games",
    description: "Wooden, stitched and foldable. No batteries, plenty of arguments over turns.",
    parent: "desk-and-play",
  },
  {
    slug: "desk-and-sound",
    name: "Desk & sound",
    description: "Speakers, keyboards and quiet tools for the table you work at.",
    parent: "desk-and-play",
  },
  {
    slug: "bath-and-body",
    name: "Bath & body",
    description: "Soaps, salts and linen from a barn by the sea, scented with what grows there.",
    parent: "bath-and-garden",
  },
  {
    slug: "garden-and-plants",
    name: "Garden & plants",
    description: "Plants, pots and tools for a field, a yard or one good windowsill.",
    parent: "bath-and-garden",
  },
];
