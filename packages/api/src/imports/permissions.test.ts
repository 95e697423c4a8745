/** An import changes nothing that whoever starts it may not change, on both engines. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyActor } from "../kernel/context.ts";
import type { Permission } from "../kernel/permissions.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey, registerStaff } from "../testing/staff.ts";
import type { StartImportInput } from "./contract.ts";

describe.each(engines)("imports on %s", (engine) => {
  let shop: Shop;
  let staff: ReturnType<Shop["as"]>;
  beforeAll(async () => {
    shop = await openShop(engine);
    staff = shop.as((await registerStaff(shop, "manager")).actor);
  });
  afterAll(() => shop.close());

  it("may change only what whoever starts them may change", async () => {
    const named = { slug: "s", title: "s", price: "p" };
    const reviews = { each: "r", rating: "n", body: "b", author_name: "a", written_at: "w" };
    const mapped = (mapping: StartImportInput["mapping"]) => ({
      ...{ format: "mapped_json" as const, mapping },
    });
    const cases: readonly [Partial<StartImportInput>, Permission | null][] = [
      [{ format: "jsonl" }, "inventory:write"],
      [{ format: "shopify_csv" }, "inventory:write"],
      [mapped({ product: { ...named, on_hand: "p" } }), "inventory:write"],
      [mapped({ product: named, reviews }), "reviews:write"],
      [mapped({ product: named }), null],
    ];
    const file = new File(["x"], "x.json");
    const { asset_id } = await staff.imports.upload({ file });
    for (const [input, needed] of cases) {
      const asked = { asset_id, format: "jsonl" as const, dry_run: true, ...input };
      const start = async (...held: readonly Permission[]) => {
        const { actor } = await makeKey(shop, "products:write", ...held);
        const job = await shop.as(actor).imports.start(asked);
        await staff.imports.cancel({ id: job.id });
        // Whoever goes on with it may no more than who started it.
        return async (other: ApiKeyActor) => {
          await shop.as(other).imports.resume({ id: job.id });
          await staff.imports.cancel({ id: job.id });
        };
      };
      if (needed === null) {
        await start();
        continue;
      }
      const refusal = { code: "FORBIDDEN", message: `This needs the permission ${needed}.` };
      await expect(start()).rejects.toMatchObject(refusal);
      const resume = await start(needed);
      const { actor: without } = await makeKey(shop, "products:write");
      await expect(resume(without)).rejects.toMatchObject(refusal);
      await resume((await makeKey(shop, "products:write", needed)).actor);
    }
  });
});
