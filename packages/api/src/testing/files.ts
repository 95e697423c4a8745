/** Ports for tests of the rules: a storage in memory, and pictures that are told, not drawn. */
import { Readable } from "node:stream";
import type { Database } from "@souk/db";
import type { Images, RenderedPicture } from "../ports/images.ts";
import { assertStorageKey, type Storage, storageDown } from "../ports/storage.ts";

export interface MemoryStorage extends Storage {
  readonly files: Map<string, Uint8Array>;
  /** While it is down, nothing works. */
  down: boolean;
}

function memoryStorage(): MemoryStorage {
  const files = new Map<string, Uint8Array>();
  const storage: MemoryStorage = {
    files,
    down: false,
    async put(key, bytes) {
      requireUp(storage, key);
      files.set(key, bytes);
    },
    async get(key) {
      requireUp(storage, key);
      const bytes = files.get(key);
      if (bytes === undefined) return null;
      return { size: bytes.byteLength, body: Readable.from([Buffer.from(bytes)]) };
    },
    async exists(key) {
      requireUp(storage, key);
      return files.has(key);
    },
    async delete(key) {
      requireUp(storage, key);
      files.delete(key);
    },
  };
  return storage;
}

const storages = new WeakMap<Database, MemoryStorage>();

/** The one that all contexts of a test's database share. */
export function storageOf(database: Database): MemoryStorage {
  const storage = storages.get(database) ?? memoryStorage();
  storages.set(database, storage);
  return storage;
}

function requireUp({ down }: MemoryStorage, key: string): void {
  assertStorageKey(key);
  if (down) throw storageDown();
}

/** The content of a picture that `toldImages` understands: its size, and what tells it from others. */
export const toldPicture = (width: number, height: number, mark = ""): File =>
  new File([`picture ${width} ${height} ${mark}`], "picture.png", { type: "image/png" });

/** Scales sizes as a real one does, without any pixels. */
export const toldImages: Images = {
  async inspect(bytes) {
    const told = /^picture (\d+) (\d+)/.exec(new TextDecoder().decode(bytes));
    if (told === null) return null;
    return { type: "image/png", width: Number(told[1]), height: Number(told[2]) };
  },
  async render(bytes, { maxSide, widths }) {
    const facts = await toldImages.inspect(bytes);
    if (facts === null || new TextDecoder().decode(bytes).endsWith("damaged")) return null;
    const scale = Math.min(1, maxSide / Math.max(facts.width, facts.height));
    const width = Math.round(facts.width * scale);
    const height = Math.round(facts.height * scale);
    const smaller = widths.filter((one) => one < width).sort((a, b) => b - a);
    return [width, ...smaller].map(
      (one): RenderedPicture => ({
        bytes: new TextEncoder().encode(`rendered ${one}`),
        width: one,
        height: Math.round((height * one) / width),
      }),
    );
  },
};
