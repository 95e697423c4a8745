/** Postal codes: what each country writes, and what it does not. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { booksOf } from "../testing/books.ts";
import { postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { normalPostalCode, problemOfPostalCode } from "./service/postal-code.ts";

describe("a postal code", () => {
  it.each([
    ["FR", "69002"],
    ["DE", "10115"],
    ["DE", "D-10115"],
    ["CH", "CH-8001"],
    ["FI", "FIN-00100"],
    ["LV", "LV-1010"],
    ["LV", "1010"],
    ["LT", "01103"],
    ["GB", "SW1A 1AA"],
    ["GB", "SW1A1AA"],
    ["CA", "K1A 0B1"],
    ["NL", "1234 AB"],
    ["SE", "114 55"],
    ["JP", "100-0001"],
    ["JP", "1000001"],
    ["PL", "00950"],
    ["PT", "1000-001"],
    ["IE", "D02 X285"],
    ["IE", "D02X285"],
    ["US", "94105"],
    ["US", "94105-1234"],
    ["BR", "01310100"],
    ["IN", "110001"],
    ["MA", "20000"],
    ["AE", "00000"],
    ["HK", "anything"],
  ])("of %s may be %s", (country, code) => {
    expect(problemOfPostalCode(code, country)).toBeNull();
  });

  it.each([
    ["FR", "1234"],
    ["FR", "99999"],
    ["FR", "ABCDE"],
    ["DE", "1011"],
    ["US", "9410"],
    ["CA", "D1A 0B1"],
    ["GB", "12345"],
    ["NL", "0234 AB"],
    ["LI", "9000"],
  ])("of %s is never %s", (country, code) => {
    expect(problemOfPostalCode(code, country)).toBe("wrong");
  });

  it.each(["AE", "HK", "IE", "MA", "QA", "PA"])("may be left out in %s", (country) => {
    expect(problemOfPostalCode("", country)).toBeNull();
  });

  it.each(["FR", "DE", "US", "GB", "CA", "JP"])("is needed in %s", (country) => {
    expect(problemOfPostalCode("", country)).toBe("missing");
  });

  it("is kept in capitals with single spaces, and otherwise as it was typed", () => {
    expect(normalPostalCode("  sw1a   1aa ")).toBe("SW1A 1AA");
    expect(normalPostalCode("k1a0b1")).toBe("K1A0B1");
  });
});

describe.each(engines)("postal codes of addresses on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());
  const { oneVariant } = booksOf(() => shop);

  it("are checked in the address book, also where only the country changes", async () => {
    const { actor } = await registerCustomer(shop);
    const { users } = shop.as(actor, freshClient());
    const create = (over: object) =>
      users.createAddress({ type: "shipping", ...postalAddress, ...over });
    await expect(create({ postal_code: "123" })).rejects.toMatchObject({
      cause: { reason: "postal_code_invalid", fields: { postal_code: [expect.any(String)] } },
    });
    await expect(create({ postal_code: " " })).rejects.toMatchObject({
      cause: { reason: "postal_code_required", fields: { postal_code: [expect.any(String)] } },
    });
    const kept = await create({ country_code: "GB", postal_code: " sw1a  1aa" });
    expect(kept.postal_code).toBe("SW1A 1AA");
    const moved = users.updateAddress({ id: kept.id, country_code: "FR" });
    await expect(moved).rejects.toMatchObject({ cause: { reason: "postal_code_invalid" } });
    const gulf = await users.updateAddress({ id: kept.id, country_code: "AE", postal_code: "" });
    expect(gulf).toMatchObject({ country_code: "AE", postal_code: "" });
  });

  it("are checked at the till, which names the address and the field", async () => {
    const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    const { cart } = shop.as({ kind: "anonymous" }, { cartToken: token });
    const wrong = { ...postalAddress, postal_code: "6900" };
    await expect(cart.setAddresses({ shipping_address: wrong })).rejects.toMatchObject({
      cause: {
        reason: "postal_code_invalid",
        fields: { "shipping_address.postal_code": [expect.any(String)] },
      },
    });
    const billed = cart.setAddresses({
      shipping_address: postalAddress,
      billing_address: { ...postalAddress, country_code: "US", postal_code: "" },
    });
    await expect(billed).rejects.toMatchObject({
      cause: { fields: { "billing_address.postal_code": [expect.any(String)] } },
    });
  });
});
