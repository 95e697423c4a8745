/** A form is judged in the browser by the very contract that the server judges it by. */
import { expect, test } from "vitest";
import { RegisterInput } from "./contracts/authentication.ts";
import { SetAddressesInput } from "./contracts/cart.ts";
import { validate } from "./validate.ts";

const registration = {
  email: "amal@example.com",
  username: "amal",
  password: "a long password",
  password_confirm: "a long password",
  first_name: "Amal",
  last_name: "Benali",
};

test("what passes comes back as the contract reads it", () => {
  const judged = validate(RegisterInput, { ...registration, first_name: "  Amal " });
  expect(judged).toEqual({ ok: true, value: { ...registration, marketing_consent: false } });
});

test("messages are filed under the field they are about", () => {
  const judged = validate(RegisterInput, { ...registration, password_confirm: "another" });
  expect(judged).toEqual({
    ok: false,
    fields: { password_confirm: ["The two passwords do not match."] },
  });
});

test("nested fields are named by their path, as the server names them", () => {
  const address = { first_name: "A", last_name: "B", line1: "1", city: "", country_code: "FR" };
  const judged = validate(SetAddressesInput, { shipping_address: address });
  expect(judged).toMatchObject({
    ok: false,
    fields: { "shipping_address.city": ["This field may not be blank."] },
  });
});
