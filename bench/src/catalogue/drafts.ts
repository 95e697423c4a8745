/** The catalogue as drafts: the same products, texts and prices for the same parameters. */
import { seeded } from "./random.ts";
import { adjectives, materials, sentences, shelves, tags, vendors } from "./words.ts";

/** Changes with anything below, so that an older catalogue in the cache is not taken for this one. */
export const DRAFTS_VERSION = 2;

const SEED = 20_260;
/** In the past on every machine's clock, and each product a little newer than the one before. */
const FIRST_PUBLISHED = Date.UTC(2024, 0, 1);
export const BETWEEN_MS = 10 * 60_000;
const SIZES = ["Small", "Medium", "Large"] as const;
/** No benchmark sells out. */
const UNITS = 1_000_000;

export type Draft = ReturnType<typeof draftOf>;

export const slugOf = (i: number): string => `bench-${String(i).padStart(5, "0")}`;

export const shelfOf = (i: number): string => shelves[i % shelves.length]?.slug ?? "";

export function* drafts(count: number): Generator<Draft> {
  const random = seeded(SEED);
  for (let i = 0; i < count; i++) yield draftOf(i, random);
}

function draftOf(i: number, random: ReturnType<typeof seeded>) {
  const noun = shelves[i % shelves.length]?.noun ?? "";
  const material = random.pick(materials);
  const title = `${random.pick(adjectives)} ${material} ${noun}`;
  const price = 500 + 10 * random.below(1500);
  const paragraph = (): string =>
    random
      .some(sentences, 4)
      .join(" ")
      .replaceAll("$", material.toLowerCase())
      .replaceAll("#", noun.toLowerCase());
  return {
    slug: slugOf(i),
    title,
    subtitle: `Number ${i + 1} of the benchmark's catalogue`,
    vendor: random.pick(vendors),
    productType: noun,
    descriptionHtml: `<p>${paragraph()}</p><p>${paragraph()}</p><p>${paragraph()}</p>`,
    category: shelfOf(i),
    publishedAt: new Date(FIRST_PUBLISHED + i * BETWEEN_MS),
    tags: random.some(tags, 2 + random.below(3)),
    options: [{ name: "Size", values: [...SIZES] }],
    pictures: [1, 2, 3].map((n) => ({
      url: `/media/bench/${slugOf(i)}-${n}.webp`,
      alt: `${title}, picture ${n}`,
    })),
    variants: SIZES.map((size, n) => ({
      values: [size],
      sku: `B${String(i).padStart(5, "0")}-${size[0]}`,
      barcode: String(2_000_000_000_000 + i * 10 + n),
      price: price + n * 400,
      compareAt: random.below(5) === 0 ? price + n * 400 + 1000 : null,
      weightGrams: 200 + n * 150,
      onHand: UNITS,
    })),
  };
}
