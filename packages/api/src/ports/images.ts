/** Reading and making pictures. What comes in may be hostile; what comes out is always ours. */

export const pictureTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/avif",
  "image/gif",
] as const;
export type PictureType = (typeof pictureTypes)[number];

export interface PictureFacts {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

export interface RenderedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface RenderSizes {
  /** Neither side of the largest is longer. Nothing is ever enlarged. */
  readonly maxSide: number;
  /** Widths of the smaller ones; those that the largest does not exceed are left out. */
  readonly widths: readonly number[];
}

export interface Images {
  /** By its content, from its head alone, without decoding it. Null: no picture of these types. */
  inspect(bytes: Uint8Array): Promise<PictureFacts | null>;
  /**
   * WebP pictures, the largest first: the first frame, upright, in sRGB, without any metadata. Null
   * where the content is damaged. Throws `pictures_busy` when too many wait.
   */
  render(bytes: Uint8Array, sizes: RenderSizes): Promise<readonly RenderedPicture[] | null>;
}
