/** Draws the demo products' pictures into the media folder. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemoPicture, DemoProduct } from "./demo/demo-product.ts";
import { drawPicture } from "./demo/pictures/index.ts";

export interface PlacedPicture {
  readonly url: string;
  readonly alt: string;
}

const AT_ONCE = 16;

/** By product slug, in each product's order. */
export async function placePictures(
  products: readonly DemoProduct[],
  dataFolder: string,
): Promise<ReadonlyMap<string, readonly PlacedPicture[]>> {
  const folder = join(dataFolder, "media", "demo");
  await mkdir(folder, { recursive: true });
  const placed = new Map<string, PlacedPicture[]>();
  const files: { readonly path: string; readonly svg: string }[] = [];
  for (const { slug, pictures } of products) {
    placed.set(
      slug,
      pictures.map((picture, i) => {
        const { name, svg } = drawn(slug, i + 1, picture);
        files.push({ path: join(folder, name), svg });
        return { url: `/media/demo/${name}`, alt: picture.alt };
      }),
    );
  }
  for (let i = 0; i < files.length; i += AT_ONCE) {
    await Promise.all(files.slice(i, i + AT_ONCE).map(({ path, svg }) => writeFile(path, svg)));
  }
  return placed;
}

/** A hash of the drawing is part of its name: caches may keep a file for ever. */
function drawn(slug: string, number: number, picture: DemoPicture) {
  const svg = drawPicture(picture);
  const hash = createHash("sha256").update(svg).digest("hex").slice(0, 8);
  return { name: `${slug}-${number}-${hash}.svg`, svg };
}
