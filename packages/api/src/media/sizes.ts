/**
 * The sizes of a picture and the names of their files. A name says all of it, so that whoever shows a
 * picture knows its sizes from its address, without asking the database.
 */
import { randomBytes } from "node:crypto";
import type { PictureSource } from "./contract.ts";

/** Neither side of the largest size is longer. */
export const MAX_SIDE = 2560;
/** Of the smaller sizes. Pictures of before keep theirs: whoever changes this changes the names too. */
export const WIDTHS = [320, 640, 1280] as const;
export const STORED_TYPE = "image/webp";

const MEDIA_PATH = "/media/";
/** 128 random bits: nobody guesses one. The first two digits spread the files over folders. */
const LARGEST = /^([0-9a-f]{2}\/[0-9a-f]{32})-(\d{1,5})x(\d{1,5})\.webp$/;
const ANY_SIZE = /^([0-9a-f]{2}\/[0-9a-f]{32}-)\d{1,5}(x\d{1,5})?\.webp$/;

/** Of a file that anybody may see. All other keys of the storage are private. */
export const isPictureKey = (key: string): boolean => ANY_SIZE.test(key);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The key of a new picture's largest size. */
export function newPictureKey({ width, height }: Size): string {
  const name = randomBytes(16).toString("hex");
  return `${name.slice(0, 2)}/${name}-${width}x${height}.webp`;
}

export interface KeyOfSize {
  readonly key: string;
  readonly width: number;
}

/** All sizes, the smallest first; none where the key is no picture's. */
export function sizesOf(largest: string): readonly KeyOfSize[] {
  const [, name, text] = LARGEST.exec(largest) ?? [];
  if (name === undefined) return [];
  const width = Number(text);
  const smaller = WIDTHS.filter((one) => one < width);
  return [
    ...smaller.map((one) => ({ key: `${name}-${one}.webp`, width: one })),
    { key: largest, width },
  ];
}

export const urlOf = (key: string): string => `${MEDIA_PATH}${key}`;

/** The key behind the address of an uploaded picture; null for any other address. */
export function keyOf(url: string): string | null {
  const key = url.startsWith(MEDIA_PATH) ? url.slice(MEDIA_PATH.length) : "";
  return LARGEST.test(key) ? key : null;
}

/** How the keys of all its sizes begin, by the address of any; null for any other address. */
export function keyStartOf(url: string): string | null {
  const key = url.startsWith(MEDIA_PATH) ? url.slice(MEDIA_PATH.length) : "";
  return ANY_SIZE.exec(key)?.[1] ?? null;
}

export interface ShownSizes extends Partial<Size> {
  readonly sources?: PictureSource[];
}

/** What a page needs to lay a picture out before it is there; nothing of one that lies elsewhere. */
export function shownSizes(url: string): ShownSizes {
  const [, , width, height] = LARGEST.exec(keyOf(url) ?? "") ?? [];
  if (width === undefined) return {};
  return { width: Number(width), height: Number(height), sources: sourcesOf(keyOf(url) ?? "") };
}

export const sourcesOf = (largest: string): PictureSource[] =>
  sizesOf(largest).map(({ key, width }) => ({ url: urlOf(key), width }));
