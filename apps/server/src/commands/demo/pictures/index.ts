/** Draws a product picture as a standalone SVG document. The same picture gives the same bytes. */
import type { DemoPicture } from "../demo-product.ts";
import { bags } from "./bags.ts";
import { bath } from "./bath.ts";
import { candles } from "./candles.ts";
import { clothing } from "./clothing.ts";
import { coffeeGear } from "./coffee-gear.ts";
import { desk } from "./desk.ts";
import { furnishings } from "./furnishings.ts";
import { furniture } from "./furniture.ts";
import { games } from "./games.ts";
import { garden } from "./garden.ts";
import { kitchen } from "./kitchen.ts";
import { knitwear } from "./knitwear.ts";
import { lighting } from "./lighting.ts";
import { pantry } from "./pantry.ts";
import { paper } from "./paper.ts";
import { type Drawings, openStudio } from "./pen.ts";
import { plants } from "./plants.ts";
import { move } from "./svg.ts";
import { tableware } from "./tableware.ts";
import { textiles } from "./textiles.ts";
import { toys } from "./toys.ts";
import { vessels } from "./vessels.ts";

const drawings: Drawings = {
  ...vessels,
  ...tableware,
  ...kitchen,
  ...coffeeGear,
  ...pantry,
  ...lighting,
  ...candles,
  ...textiles,
  ...furniture,
  ...furnishings,
  ...clothing,
  ...knitwear,
  ...bags,
  ...paper,
  ...toys,
  ...games,
  ...desk,
  ...bath,
  ...garden,
  ...plants,
};

export const drawingNames: readonly string[] = Object.keys(drawings);

/** Ids must not clash when several pictures are set into one page. */
function documentId(text: string): string {
  let hash = 5381;
  for (const letter of text) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) % 2147483647;
  return `p${hash.toString(36)}`;
}

const escapeXml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

export function drawPicture(picture: DemoPicture): string {
  const drawing = drawings[picture.drawing];
  if (!drawing) throw new Error(`There is no drawing named "${picture.drawing}".`);
  const id = documentId([picture.drawing, picture.alt, ...picture.colours].join("|"));
  const { pen, room } = openStudio(id, picture.colours);
  const drawn = drawing.draw(pen);
  // Things on a table are drawn around a base line of 650; the frame looks best a little lower.
  const placed = drawing.scene === "table" ? move("translate(0 -52)", drawn) : drawn;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" role="img">` +
    `<title>${escapeXml(picture.alt)}</title>` +
    `${room(drawing.scene)}${placed}</svg>`
  );
}
