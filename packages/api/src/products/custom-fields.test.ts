/** Custom fields are typed wherever they go: these lines compile, or the declaration has lost its types. */
import { describe, expect, expectTypeOf, it } from "vitest";
import type { AppRouter } from "../router.ts";
import type { Product } from "./contract.ts";
import { ProductCustomFields } from "./custom-fields.ts";
import { setFields, shownFields } from "./service/custom-fields.ts";
import type { CreateProductInput, StaffProduct } from "./staff/contract.ts";

type Caller = ReturnType<AppRouter["createCaller"]>;
type Shown = Awaited<ReturnType<Caller["products"]["get"]>>;

describe("custom fields", () => {
  it("have their declared types in input, in answers, and for callers of the router", () => {
    type Origin = string | undefined;
    expectTypeOf<
      CreateProductInput["custom_fields"]["country_of_origin"]
    >().toEqualTypeOf<Origin>();
    expectTypeOf<StaffProduct["custom_fields"]["country_of_origin"]>().toEqualTypeOf<Origin>();
    expectTypeOf<Product["custom_fields"]["country_of_origin"]>().toEqualTypeOf<Origin>();
    expectTypeOf<Shown["custom_fields"]["country_of_origin"]>().toEqualTypeOf<Origin>();
    expectTypeOf<Shown["variants"][number]["custom_fields"]["hs_code"]>().toEqualTypeOf<Origin>();
    expectTypeOf<Shown["custom_fields"]>().not.toHaveProperty("colour");
  });

  it("are stored as far as they are set, and shown as far as they are still declared", () => {
    expect(setFields({ country_of_origin: "PT", care_instructions: undefined })).toEqual({
      country_of_origin: "PT",
    });
    expect(setFields({})).toBeNull();
    expect(setFields(undefined)).toBeUndefined();
    const stored = { country_of_origin: "Portugal", care_instructions: "Dust.", gone: 1 };
    expect(shownFields(ProductCustomFields, stored)).toEqual({ care_instructions: "Dust." });
    expect(shownFields(ProductCustomFields, null)).toEqual({});
  });
});
