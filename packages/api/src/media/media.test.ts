/** The rules of uploads: kept once, shown by products, deleted when nothing shows them. */
import { statementsOf, uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as products from "../products/service/index.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { type MemoryStorage, storageOf, toldPicture } from "../testing/files.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { makeKey, type TestKey } from "../testing/staff.ts";
import { actsOf } from "../testing/trail.ts";
import { assetRow, cleanFiles, storedOf } from "../testing/uploads.ts";

const ANYBODY = { kind: "anonymous" } as const;

describe.each(engines)("uploads on %s", (engine) => {
  let shop: Shop;
  let staff: TestKey;
  let storage: MemoryStorage;
  beforeAll(async () => {
    shop = await openShop(engine);
    staff = await makeKey(shop, "products:read", "products:write");
    storage = storageOf(shop.test.database);
  });
  afterAll(() => shop.close());

  const library = () => shop.as(staff.actor).media;
  const upload = (mark: string, width = 1500, height = 900) =>
    library().upload({ file: toldPicture(width, height, mark) });
  const show = (slug: string, pictures: products.ProductDraft["pictures"]) =>
    products.saveProduct(shop.ctx(), {
      ...{ slug, title: "Shown", pictures },
      variants: [{ price: 100, picture: 0 }],
    });

  describe("of staff", () => {
    it("are kept in sizes up to their own, and recorded", async () => {
      const asset = await upload("sizes", 5120, 2560);
      expect(asset).toMatchObject({ width: 2560, height: 1280, content_type: "image/webp" });
      expect(asset.sources.map(({ width }) => width)).toEqual([320, 640, 1280, 2560]);
      expect(storedOf(shop, asset)).toHaveLength(4);
      const small = await upload("small", 300, 200);
      expect(small.sources.map(({ width }) => width)).toEqual([300]);
      const acts = await actsOf(shop, { action: "asset.uploaded", subjectId: asset.id });
      expect(acts).toMatchObject([{ actorId: staff.id, details: { purpose: "catalog" } }]);
    });

    it("are kept once, also when many bring the same at once", async () => {
      const before = storage.files.size;
      const many = await Promise.all(Array.from({ length: 6 }, () => upload("same at once")));
      expect(new Set(many.map(({ id }) => id)).size).toBe(1);
      expect(storage.files.size - before).toBe(4);
      expect(await upload("same at once")).toEqual(many[0]);
    });

    it("are named by what people may read, and nothing else", async () => {
      const name = async (file_name: string) =>
        (await library().upload({ file: toldPicture(10, 10, file_name), file_name })).file_name;
      expect(await name("../../etc/passwd")).toBe("passwd");
      expect(await name("C:\\photos\\mug.jpg")).toBe("mug.jpg");
      expect(await name("a\r\nSet-Cookie: x=1\u202egnp.exe")).toBe("a Set-Cookie: x=1 gnp.exe");
      expect(await name("n".repeat(900))).toHaveLength(200);
    });

    it("that are no pictures, damaged or too large leave nothing behind", async () => {
      const before = storage.files.size;
      const refusal = (file: File) => expect(library().upload({ file })).rejects;
      await refusal(new File(["<svg onload=alert(1)>"], "a.png")).toMatchObject({
        cause: { reason: "picture_type_unknown", fields: { file: [expect.any(String)] } },
      });
      await refusal(toldPicture(10, 10, "damaged")).toMatchObject({
        cause: { reason: "picture_damaged" },
      });
      for (const [width, height] of [
        [8000, 5001],
        [16_385, 1],
      ] as const) {
        await refusal(toldPicture(width, height)).toMatchObject({
          cause: { reason: "picture_too_large" },
        });
      }
      await refusal(new File([], "empty.png")).toMatchObject({ code: "BAD_REQUEST" });
      expect(storage.files.size).toBe(before);
    });

    it("fail cleanly while the storage is down, and the shop reads on", async () => {
      const asset = await upload("before the storm");
      await show("before-the-storm", [{ assetId: asset.id }]);
      storage.down = true;
      try {
        await expect(upload("in the storm")).rejects.toMatchObject({
          code: "SERVICE_UNAVAILABLE",
          cause: { reason: "storage_unavailable", retryAfterSeconds: 5 },
        });
        const product = await shop.as(ANYBODY).products.get({ id: "before-the-storm" });
        expect(product.pictures[0]?.url).toBe(asset.url);
      } finally {
        storage.down = false;
      }
      expect(storedOf(shop, await upload("in the storm"))).toHaveLength(4);
    });

    it("are listed newest first, and are nobody else's", async () => {
      const neighbour = await openNeighbour(shop);
      const theirs = await makeKey(neighbour, "products:read", "products:write");
      const asset = await upload("listed");
      const { items, next_cursor } = await library().list({ limit: 2 });
      expect(items[0]).toEqual(asset);
      const rest = await library().list({ limit: 2, cursor: next_cursor ?? "" });
      expect(rest.items.map(({ id }) => id)).not.toContain(items[1]?.id);
      const calls = neighbour.as(theirs.actor).media;
      expect((await calls.list({})).items).toEqual([]);
      await expect(calls.get({ id: asset.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(calls.delete({ id: asset.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      // The same file there is another asset with other files.
      const same = await calls.upload({ file: toldPicture(1500, 900, "listed") });
      expect(same.url).not.toBe(asset.url);
    });
  });

  describe("shown by products", () => {
    it("by their id, with all their sizes, at no cost of a statement", async () => {
      const asset = await upload("shown");
      await show("with-asset", [
        { assetId: asset.id, alt: "A mug" },
        { url: "https://elsewhere.example/a.jpg" },
      ]);
      await show("without-asset", [{ url: "/media/demo/a.svg" }]);
      const get = (id: string) => statementsOf(() => shop.as(ANYBODY).products.get({ id }));
      const { result: shown, statements } = await get("with-asset");
      const { url, width, height, sources } = asset;
      const picture = { url, width, height, sources, alt: "A mug" };
      expect(shown.pictures).toEqual([
        picture,
        { url: "https://elsewhere.example/a.jpg", alt: "" },
      ]);
      expect(shown.variants[0]?.picture).toEqual(picture);
      expect(statements).toHaveLength((await get("without-asset")).statements.length);
      const { items } = await shop.as(ANYBODY).products.list({});
      expect(items.find(({ slug }) => slug === "with-asset")?.picture).toEqual(picture);
    });

    it("and again by the address, as an import brings it back", async () => {
      const asset = await upload("by address");
      await show("by-address", [{ url: asset.url }]);
      await expect(library().delete({ id: asset.id })).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await show("by-address", [{ assetId: asset.id }])).toBe("unchanged");
    });

    it("only when they are there, and for the catalogue", async () => {
      const customer = await registerCustomer(shop);
      const file = toldPicture(10, 10, "for a review");
      const review = await shop.as(customer.actor, freshClient()).media.uploadForReview({ file });
      for (const assetId of [uuid7(), review.id]) {
        await expect(show("unknown", [{ url: "/a.jpg" }, { assetId }])).rejects.toMatchObject({
          reason: "asset_unknown",
          fields: { "pictures.1.assetId": [expect.any(String)] },
        });
      }
      const both = show("both", [{ url: "/a.jpg", assetId: review.id }]);
      await expect(both).rejects.toMatchObject({ reason: "invalid_input" });
    });
  });

  describe("deleting", () => {
    it("is refused while a product shows it; then the files go with it", async () => {
      const asset = await upload("deleted");
      await show("deleted", [{ assetId: asset.id }]);
      await expect(library().delete({ id: asset.id })).rejects.toMatchObject({
        cause: { reason: "asset_in_use" },
      });
      await show("deleted", [{ url: "/another.jpg" }]);
      await library().delete({ id: asset.id });
      await expect(library().get({ id: asset.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await actsOf(shop, { action: "asset.deleted", subjectId: asset.id })).toHaveLength(1);
      await cleanFiles(shop);
      expect(storedOf(shop, asset)).toEqual([]);
    });

    it("is refused while a brand or a collection shows it, in whichever size", async () => {
      const {
        staff: { brands },
        collections,
      } = shop.as(staff.actor).products;
      const asset = await upload("logo");
      const { id } = asset;
      const [small] = asset.sources;
      const logo_url = small?.url ?? "";
      const brand = await brands.create({ name: "Pictured", logo_url });
      const refused = { cause: { reason: "asset_in_use" } };
      await expect(library().delete({ id })).rejects.toMatchObject(refused);
      const picture = { url: asset.url, alt: "" };
      const collection = await collections.create({
        ...{ name: "Pictured", kind: "manual", rules: [], picture },
      });
      await brands.update({ id: brand.id, logo_url: null });
      await expect(library().delete({ id })).rejects.toMatchObject(refused);
      await collections.update({ id: collection.id, picture: null });
      await library().delete({ id });
      for (const [field, act] of Object.entries({
        logo_url: () => brands.update({ id: brand.id, logo_url }),
        "picture.url": () => collections.update({ id: collection.id, picture }),
      })) {
        await expect(act()).rejects.toMatchObject({
          cause: { reason: "asset_unknown", fields: { [field]: [expect.any(String)] } },
        });
      }
    });

    it("never leaves a product with a picture that is gone", async () => {
      for (let round = 0; round < 5; round += 1) {
        const asset = await upload(`race ${round}`);
        const slug = `race-${round}`;
        const [shown, deleted] = await Promise.allSettled([
          show(slug, [{ assetId: asset.id }]),
          library().delete({ id: asset.id }),
        ]);
        expect(shown.status === "fulfilled").not.toBe(deleted.status === "fulfilled");
        expect((await assetRow(shop, asset)) !== undefined).toBe(shown.status === "fulfilled");
      }
    });

    it("never leaves a brand with a picture that is gone", async () => {
      const { brands } = shop.as(staff.actor).products.staff;
      for (let round = 0; round < 5; round += 1) {
        const { id, url } = await upload(`brand race ${round}`);
        const [shown, deleted] = await Promise.allSettled([
          brands.create({ name: `Race ${round}`, logo_url: url }),
          library().delete({ id }),
        ]);
        expect(shown.status === "fulfilled").not.toBe(deleted.status === "fulfilled");
      }
    });

    it("waits for a storage that is down, however long", async () => {
      const asset = await upload("patience");
      await library().delete({ id: asset.id });
      storage.down = true;
      try {
        for (let round = 0; round < 12; round += 1) {
          expect(await cleanFiles(shop)).toEqual([false]);
          shop.advance(2 * 60_000);
        }
      } finally {
        storage.down = false;
      }
      expect(storedOf(shop, asset)).not.toEqual([]);
      await cleanFiles(shop);
      expect(storedOf(shop, asset)).toEqual([]);
    });
  });
});
