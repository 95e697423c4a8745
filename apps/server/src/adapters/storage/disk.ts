/** Files in a folder of this machine, or on a disk that the nodes share. */
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { assertStorageKey, type Storage, storageDown } from "@souk/api";
import { describeError, type Logger } from "../../log.ts";

export function diskStorage(folder: string, log: Logger): Storage {
  const pathOf = (key: string): string => {
    assertStorageKey(key);
    return join(folder, key);
  };
  return {
    put: (key, bytes) => attempt(log, () => write(pathOf(key), bytes)),
    get: (key) => attempt(log, () => read(pathOf(key))),
    exists: (key) => attempt(log, () => isFile(pathOf(key))),
    delete: (key) => attempt(log, () => rm(pathOf(key), { force: true })),
  };
}

/** Whole or not at all, whoever reads at the same time and whenever the power goes. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  try {
    const file = await open(unfinished, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function read(path: string) {
  const file = await open(path).catch(nullIfMissing);
  if (file === null) return null;
  const found = await file.stat();
  if (!found.isFile()) {
    await file.close();
    return null;
  }
  return { size: found.size, body: file.createReadStream() };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(nullIfMissing);
  return found?.isFile() ?? false;
}

const MISSING: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR"]);

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && MISSING.has(error.code)) return null;
  throw error;
}

async function attempt<T>(log: Logger, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error({ error: describeError(error) }, "the disk storage failed");
    throw storageDown();
  }
}
