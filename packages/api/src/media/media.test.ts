/** The rules of uploads: kept once, shown by products, deleted when nothing shows them. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as products from "../products/service/index.ts";
import { toldPicture } from "../testing/files.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey, type TestKey } from "../testing/staff.ts";

describe.each(engines)("uploads on %s", (engine) => {
  let shop: Shop;
  let staff: TestKey;
  beforeAll(async () => {
    shop = await openShop(engine);
    staff = await makeKey(shop, "products:read", "products:write");
  });
  afterAll(() => shop.close());

  const upload = (mark: string, size = { width: 1500, height: 900 }) =>
    shop.as(staff.actor).media.upload({ file: toldPicture(size.width, size.height, mark) });

  it("a product shows an asset by its id, with all its sizes", async () => {
    const asset = await upload("shown");
    await products.saveProduct(shop.ctx(), {
      slug: "with-asset",
      title: "With an asset",
      pictures: [{ assetId: asset.id, alt: "A mug" }, { url: "https://elsewhere.example/a.jpg" }],
      variants: [{ price: 100, picture: 0 }],
    });
    const shown = await shop.as({ kind: "anonymous" }).products.get({ id: "with-asset" });
    const { url, width, height, sources } = asset;
    const picture = { url, width, height, sources, alt: "A mug" };
    expect(shown.pictures).toEqual([picture, { url: "https://elsewhere.example/a.jpg", alt: "" }]);
    expect(shown.variants[0]?.picture).toEqual(picture);
  });
});
