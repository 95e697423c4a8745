/** Draws a product picture as a standalone SVG document. The same picture gives the same bytes. */
import type { DemoPicture } from "../demo-product.ts";
import { type Drawings, openStudio } from "./pen.ts";
import { vessels } from "./vessels.ts";

const drawings: Drawings = { ...vessels };

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
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" role="img">` +
    `<title>${escapeXml(picture.alt)}</title>` +
    `${room(drawing.scene)}${drawing.draw(pen)}</svg>`
  );
}
