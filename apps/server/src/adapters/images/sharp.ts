/**
 * Pictures by sharp, which is libvips. It is given the content of strangers, so it may use five
 * readers only, gives up in time, and works on few pictures at once.
 */
import {
  DomainError,
  type Images,
  type PictureType,
  pictureTypes,
  type RenderedPicture,
  type RenderSizes,
} from "@souk/api";
import sharp, { type Sharp, type SharpOptions } from "sharp";

// No SVG, PDF, TIFF or anything else that libvips reads: those run code, or fetch, or never were pictures.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
});
// A shop's uploads are all different: what was decoded is not needed again.
sharp.cache(false);
sharp.concurrency(1);

/** Pictures that are decoded at the same time. */
export const PICTURES_AT_ONCE = 2;
/** Uploads that wait for that; one more is refused. */
export const PICTURES_WAITING = 16;
const SECONDS_EACH = 20;
const QUALITY = 82;

export interface SharpLimits {
  readonly atOnce?: number;
  readonly waiting?: number;
  /** Behind the rules' own limit, which tells the uploader. */
  readonly maxPixels?: number;
}

export function sharpImages(limits: SharpLimits = {}): Images {
  const { atOnce = PICTURES_AT_ONCE, waiting = PICTURES_WAITING, maxPixels = 50_000_000 } = limits;
  const inTurn = turns(atOnce, waiting);
  const options: SharpOptions = {
    limitInputPixels: maxPixels,
    // Cut-off or broken content is no picture.
    failOn: "error",
    // The first frame.
    pages: 1,
    animated: false,
    sequentialRead: true,
  };
  return {
    async inspect(bytes) {
      // Says nothing of the pixels: those are limited by who decodes them.
      const head = await sharp(bytes, { ...options, limitInputPixels: false })
        .metadata()
        .catch(() => null);
      const type = typeOf(head?.format, head?.compression);
      if (head === null || type === null) return null;
      return { type, width: head.autoOrient.width, height: head.autoOrient.height };
    },
    render: (bytes, sizes) =>
      inTurn(() => renderAll(sharp(bytes, options), sizes)).catch((error: unknown) => {
        if (error instanceof DomainError) throw error;
        return null;
      }),
  };
}

function typeOf(format: string | undefined, compression: string | undefined): PictureType | null {
  // The same container holds HEIC, too.
  const name = format === "heif" && compression === "av1" ? "avif" : format;
  return pictureTypes.find((type) => type === `image/${name}`) ?? null;
}

/** Decodes once; the smaller ones are made of the largest. Only pixels are taken over. */
async function renderAll(picture: Sharp, sizes: RenderSizes): Promise<RenderedPicture[]> {
  const { data, info } = await picture
    .timeout({ seconds: SECONDS_EACH })
    .autoOrient()
    .resize({
      width: sizes.maxSide,
      height: sizes.maxSide,
      fit: "inside",
      withoutEnlargement: true,
    })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const smaller = sizes.widths.filter((one) => one < width).sort((a, b) => b - a);
  const made: RenderedPicture[] = [];
  for (const one of [width, ...smaller]) {
    const file = await pixels()
      .timeout({ seconds: SECONDS_EACH })
      .resize({ width: one })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    made.push({ bytes: file.data, width: file.info.width, height: file.info.height });
  }
  return made;
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function turns(atOnce: number, mayWait: number): InTurn {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= mayWait) throw busy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // Whoever waited takes this place over.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

const busy = (): DomainError =>
  new DomainError("unavailable", "pictures_busy", "Too many pictures at once. Try again shortly.", {
    retryAfterSeconds: 5,
  });
