/** The whole catalogue of the demo store, in the order that a front page shows it. */
import type { DemoProduct } from "../demo-product.ts";
import { bagsAndTravel } from "./bags-and-travel.ts";
import { bathAndBody } from "./bath-and-body.ts";
import { blanketsAndCushions } from "./blankets-and-cushions.ts";
import { bowlsAndPlates } from "./bowls-and-plates.ts";
import { clothing } from "./clothing.ts";
import { cookingAndPrep } from "./cooking-and-prep.ts";
import { deskAndSound } from "./desk-and-sound.ts";
import { furnitureAndStorage } from "./furniture-and-storage.ts";
import { gardenAndPlants } from "./garden-and-plants.ts";
import { lighting } from "./lighting.ts";
import { mugsAndCups } from "./mugs-and-cups.ts";
import { stationery } from "./stationery.ts";
import { teaAndPantry } from "./tea-and-pantry.ts";
import { toysAndGames } from "./toys-and-games.ts";

export const featuredSlugs: readonly string[] = [
  "tide-mug",
  "chanterelle-lamp",
  "workshop-jacket",
  "sunday-casserole",
  "fell-wool-throw",
  "windowsill-radio",
  "long-weekend-bag",
  "kestrel-teapot",
  "generous-leaf-fig",
  "barnaby-bear",
];

const shelves: readonly (readonly DemoProduct[])[] = [
  lighting,
  clothing,
  mugsAndCups,
  bagsAndTravel,
  furnitureAndStorage,
  cookingAndPrep,
  blanketsAndCushions,
  gardenAndPlants,
  deskAndSound,
  bowlsAndPlates,
  toysAndGames,
  teaAndPantry,
  stationery,
  bathAndBody,
];

// One from each shelf in turn, or the first page would be nothing but lamps.
const longest = Math.max(...shelves.map((shelf) => shelf.length));
const mixed = Array.from({ length: longest }, (_, row) =>
  shelves.flatMap((shelf) => shelf[row] ?? []),
).flat();

const featured = featuredSlugs.flatMap((slug) => mixed.filter((product) => product.slug === slug));

export const demoProducts: readonly DemoProduct[] = [
  ...featured,
  ...mixed.filter((product) => !featuredSlugs.includes(product.slug)),
];
