/** What becomes of a picture that is uploaded: of which kind it is, how it lies, what it tells of people. */
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { drawPicture, phonePhoto } from "./support/pictures.ts";
import { keyWith, type Uploads, uploadsTo } from "./support/uploads.ts";

let server: TestServer;
let uploads: Uploads;
beforeAll(async () => {
  server = await openServer();
  uploads = uploadsTo(server, await keyWith(server, "products:read", "products:write"));
});
afterAll(() => server.close());

/** Each of its own, so that each is kept. */
const colours = {
  jpeg: "#110000",
  png: "#220000",
  webp: "#330000",
  avif: "#440000",
  gif: "#550000",
};

test.each(["jpeg", "png", "webp", "avif", "gif"] as const)("%s is taken", async (type) => {
  const { status, asset } = await uploads.byRest(
    await drawPicture({ type, colour: colours[type] }),
  );
  expect(status).toBe(201);
  expect(asset).toMatchObject({ width: 900, height: 600, content_type: "image/webp" });
});

test("of a moving picture the first frame is kept", async () => {
  const frames = [await drawPicture(), await drawPicture({ colour: "#00ff00" })];
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
  const { asset } = await uploads.byRest(Buffer.from(moving));
  expect(asset).toMatchObject({ width: 900, height: 600 });
});

test("a photo is turned upright, and tells of no place and no person", async () => {
  const photo = await phonePhoto();
  expect(photo.includes("Secretphone")).toBe(true);
  const { asset } = await uploads.byRest(photo);
  expect(asset).toMatchObject({ width: 600, height: 800 });
  for (const { url } of asset.sources) {
    const bytes = Buffer.from(await (await server.fetch(url)).arrayBuffer());
    const found = await sharp(bytes).metadata();
    expect(found.exif).toBeUndefined();
    expect(found.orientation).toBeUndefined();
    expect(bytes.includes("Secretphone")).toBe(false);
  }
});
