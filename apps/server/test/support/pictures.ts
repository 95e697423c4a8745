/** Pictures for tests, drawn by the library itself. */
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

export interface Drawing {
  readonly width?: number;
  readonly height?: number;
  readonly type?: "jpeg" | "png" | "webp" | "avif" | "gif";
  /** Tells it from other pictures. */
  readonly colour?: string;
}

/** Half of it in the colour, half in white, so that it can be seen which way it lies. */
export async function drawPicture(drawing: Drawing = {}): Promise<Buffer<ArrayBuffer>> {
  const { width = 900, height = 600, type = "jpeg", colour = "#c03020" } = drawing;
  return Buffer.from(await draw(width, height, colour).toFormat(type).toBuffer());
}

const draw = (width: number, height: number, colour: string) =>
  sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).composite([
    {
      input: {
        create: {
          width: Math.ceil(width / 2),
          height,
          channels: 3,
          background: colour,
        },
      },
      left: 0,
      top: 0,
    },
  ]);

/** A photo as a phone takes it: lying on its side, and saying where it was taken, and by what. */
export async function phonePhoto(): Promise<Buffer<ArrayBuffer>> {
  const photo = draw(800, 600, "#204080")
    .withExif({
      IFD0: { Make: "Secretphone", Artist: "Amina Alaoui" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 35/1 1234/100" },
    })
    .withMetadata({ orientation: 6 });
  return Buffer.from(await photo.jpeg().toBuffer());
}

/** A PNG whose head promises so many pixels; there is nothing behind it. */
export function promisedPng(width: number, height: number): Buffer<ArrayBuffer> {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const head = chunk("IHDR", Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])]));
  const pixels = chunk("IDAT", deflateSync(Buffer.alloc(64)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, head, pixels, chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
