/** Uploaded pictures as everybody gets them: for ever, and nothing else of the storage. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { drawPicture } from "./support/pictures.ts";
import { type Asset, keyWith, type Uploads, uploadsTo } from "./support/uploads.ts";

let server: TestServer;
let uploads: Uploads;
beforeAll(async () => {
  server = await openServer();
  uploads = uploadsTo(server, await keyWith(server, "products:read", "products:write"));
});
afterAll(() => server.close());

describe("serving", () => {
  let asset: Asset;
  beforeAll(async () => {
    ({ asset } = await uploads.byRest(await drawPicture({ colour: "#fedcba" })));
  });

  test("is for ever, of one fixed type, and in a box", async () => {
    const response = await server.fetch(asset.url);
    const header = (name: string) => response.headers.get(name);
    expect(header("content-type")).toBe("image/webp");
    expect(header("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("content-security-policy")).toContain("sandbox");
    expect(header("cross-origin-resource-policy")).toBe("cross-origin");
    const bytes = await response.arrayBuffer();
    expect(header("content-length")).toBe(String(bytes.byteLength));
    expect(bytes.byteLength).toBe(asset.bytes);
    const head = await server.fetch(asset.url, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(asset.bytes));
    const known = { "If-None-Match": header("etag") ?? "" };
    const again = await server.fetch(asset.url, { headers: known });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("reaches pictures alone: no list, no other file, no way out", async () => {
    await server.services.ports.storage.put("ab/import.csv", Buffer.from("secret"), "text/csv");
    const [, , folder = "", name = ""] = asset.url.split("/");
    for (const path of [
      ...["/media/", `/media/${folder}`, `/media/${folder}/`, "/media/ab/import.csv"],
      `/media/${folder}/..%2f${folder}%2f${name}`,
      `/media/${folder}/${name.replace(".webp", "")}`,
      `/media/${folder}/${name}.bak`,
      `/media/00/${"0".repeat(32)}-1x1.webp`,
      "/media/%2e%2e/secret-key",
      "/media/demo/..%2fab%2fimport.csv",
      "/media/%ff/x.webp",
    ]) {
      const { status } = await server.fetch(path);
      expect([400, 404], path).toContain(status);
    }
    expect((await server.fetch(asset.url, { method: "POST" })).status).toBe(405);
  });

  test("goes on for what the seed drew", async () => {
    const folder = join(server.config.dataFolder, "media", "demo");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "mug.svg"), "<svg/>");
    const response = await server.fetch("/media/demo/mug.svg");
    expect(response.headers.get("content-type")).toContain("image/svg+xml");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  });
});
