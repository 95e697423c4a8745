/** One promise, two storages: a disk, and S3 by the real SDK against a server that checks signatures. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { access, DomainError, products, type Storage } from "@souk/api";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskStorage } from "../src/adapters/storage/disk.ts";
import { s3Storage } from "../src/adapters/storage/s3.ts";
import { openServer } from "./support/open-server.ts";
import { drawPicture } from "./support/pictures.ts";
import { openS3, S3_ACCESS_KEY, S3_REGION, S3_SECRET, type S3Server } from "./support/s3-server.ts";
import { told } from "./support/told.ts";

const log = pino({ level: "silent" });
const credentials = { accessKeyId: S3_ACCESS_KEY, secretAccessKey: S3_SECRET };

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "souk-storage-"));
  s3 = await openS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const s3With = (change: Partial<Parameters<typeof s3Storage>[0]> = {}): Storage =>
  s3Storage(
    {
      ...{ kind: "s3", bucket: "souk-media", prefix: "shop/", region: S3_REGION },
      ...{ endpoint: s3.url, credentials },
      ...change,
    },
    log,
  );

async function contentOf(storage: Storage, key: string): Promise<string | null> {
  const file = await storage.get(key);
  if (file === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.body) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBe(file.size);
  return bytes.toString();
}

const kinds: readonly { kind: string; open: () => Storage }[] = [
  { kind: "disk", open: () => diskStorage(join(folder, "files"), log) },
  { kind: "S3", open: () => s3With() },
];

const unavailable = { kind: "unavailable", reason: "storage_unavailable" };

describe.each(kinds)("on $kind", ({ open }) => {
  test("a file that was put is there, until it is deleted", async () => {
    const storage = open();
    const key = "ab/0123-10x10.webp";
    expect(await contentOf(storage, key)).toBeNull();
    expect(await storage.exists(key)).toBe(false);
    await storage.put(key, Buffer.from("first"), "image/webp");
    await storage.put(key, Buffer.from("second"), "image/webp");
    expect(await contentOf(storage, key)).toBe("second");
    expect(await storage.exists(key)).toBe(true);
    await storage.delete(key);
    await storage.delete(key);
    expect(await contentOf(storage, key)).toBeNull();
  });

  test("no key leads elsewhere", async () => {
    const storage = open();
    for (const key of ["../secret-key", "a/../b", "/etc/passwd", "a//b", "a\\b", ".x", "A", ""]) {
      await expect(async () => storage.put(key, Buffer.from("x"), "text/plain")).rejects.toThrow();
      await expect(async () => storage.get(key)).rejects.toThrow();
      await expect(async () => storage.delete(key)).rejects.toThrow();
    }
  });
});

test("a disk that fails says so, and leaves no half file", async () => {
  await writeFile(join(folder, "file"), "in the way");
  const storage = diskStorage(join(folder, "file"), log);
  await expect(storage.put("ab/c", Buffer.from("x"), "text/plain")).rejects.toMatchObject(
    unavailable,
  );
  expect(await readdir(folder)).toContain("file");
});

describe("S3", () => {
  test("keeps the type, under the prefix of the bucket", async () => {
    await s3With().put("cd/typed.webp", Buffer.from("x"), "image/webp");
    expect(s3.objects.get("shop/cd/typed.webp")?.type).toBe("image/webp");
  });

  test("a wrong secret, a missing bucket, a failing or a dead service is a storage that is down", async () => {
    const put = (storage: Storage) => storage.put("ab/x", Buffer.from("x"), "text/plain");
    const wrong = { ...credentials, secretAccessKey: "another" };
    for (const storage of [
      s3With({ credentials: wrong }),
      s3With({ bucket: "another-bucket" }),
      s3With({ endpoint: "http://127.0.0.1:9" }),
    ]) {
      await expect(put(storage)).rejects.toMatchObject(unavailable);
      await expect(storage.get("ab/x")).rejects.toMatchObject(unavailable);
    }
    s3.failWith = 500;
    try {
      await expect(put(s3With())).rejects.toBeInstanceOf(DomainError);
      await expect(s3With().exists("ab/x")).rejects.toMatchObject(unavailable);
      await expect(s3With().delete("ab/x")).rejects.toMatchObject(unavailable);
    } finally {
      s3.failWith = null;
    }
  });

  test("that does not answer in time is down, too", async () => {
    s3.delayMs = 500;
    try {
      const storage = s3With({ answerTimeoutMs: 50 });
      await expect(storage.get("ab/x")).rejects.toMatchObject(unavailable);
    } finally {
      s3.delayMs = 0;
    }
  });

  test("serves a whole shop; while it is down uploads fail cleanly and reads of the shop go on", async () => {
    const server = await openServer({
      environment: {
        STORAGE_URL: s3.storageUrl,
        AWS_ACCESS_KEY_ID: S3_ACCESS_KEY,
        AWS_SECRET_ACCESS_KEY: S3_SECRET,
      },
    });
    const ctx = server.services.systemContext();
    const permissions = ["products:write" as const];
    const actor = { kind: "api_key", keyId: "", name: "", permissions: new Set(permissions) };
    const { key } = await access.createApiKey(
      { ...ctx, actor: { ...actor, kind: "api_key" } },
      { name: "Uploads", permissions, expires_at: null },
    );
    const upload = async (colour: string) =>
      server.fetch("/api/v1/admin/media/", {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "image/jpeg" },
        body: await drawPicture({ colour }),
      });
    try {
      const made = await upload("#aa0000");
      const asset = await told<{ id: string; url: string }>(made);
      expect(made.status).toBe(201);
      await products.saveProduct(ctx, {
        ...{ slug: "mug", title: "Mug", pictures: [{ assetId: asset.id }] },
        variants: [{ price: 1800 }],
      });
      expect((await server.fetch(asset.url)).headers.get("content-type")).toBe("image/webp");

      const before = s3.objects.size;
      s3.failWith = 500;
      const refused = await upload("#00aa00");
      expect(refused.status).toBe(503);
      expect(refused.headers.get("retry-after")).toBe("5");
      expect(await told(refused)).toMatchObject({ code: "storage_unavailable" });
      expect((await server.fetch(asset.url)).status).toBe(503);
      const read = await server.fetch("/api/v1/products/mug/");
      expect(await told(read)).toMatchObject({ pictures: [{ url: asset.url }] });
      s3.failWith = null;
      expect(s3.objects.size).toBe(before);
      expect((await server.fetch(asset.url)).status).toBe(200);
      expect((await upload("#00aa00")).status).toBe(201);
    } finally {
      s3.failWith = null;
      await server.close();
    }
  });
});
