/** A whole checkout by a guest: line, address, shipping method, order. Four calls, each needing the last. */
import { randomUUID } from "node:crypto";
import { restWrite, trpcMutation } from "./faces.ts";
import type { Face, Flow, Memory, Step } from "./scenario.ts";

const address = {
  first_name: "Amina",
  last_name: "Berrada",
  line1: "12 rue des Tanneurs",
  city: "Lyon",
  postal_code: "69002",
  country_code: "FR",
};
const addresses = { email: "amina@bench.example", shipping_address: address };
const method = { code: "standard" };
const order = { payment: { gateway: "test", token: "tok_visa" } };

const TOKEN = /"token":"([\w-]+)"/;

/** Variants in a fixed order, so that buyers seldom want the same one at the same moment. */
export function checkout(variantIds: readonly string[]): Flow {
  let visitors = 0;
  return {
    kind: "flow",
    endpoint: "checkout",
    begin: () => ({
      variantId: variantIds[visitors++ % variantIds.length] ?? "",
      cartToken: "",
    }),
    steps,
  };
}

const cartOf = ({ cartToken }: Memory) => ({ "Cart-Token": cartToken });
const nothing = (): void => undefined;

function steps(face: Face): readonly Step[] {
  const send = (
    [name, verb, path]: readonly [string, "POST" | "PUT", string],
    input: object,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    face === "trpc"
      ? trpcMutation(name, input, headers)
      : restWrite(verb, path, { input, headers });
  return [
    {
      call: ({ variantId }) =>
        send(["cart.addLine", "POST", "/cart/lines/"], { variant_id: variantId, quantity: 1 }),
      learn: (body, memory) => {
        memory.cartToken = TOKEN.exec(body)?.[1] ?? "";
      },
    },
    {
      call: (memory) =>
        send(["cart.setAddresses", "PUT", "/cart/addresses/"], addresses, cartOf(memory)),
      learn: nothing,
    },
    {
      call: (memory) =>
        send(["cart.setShippingMethod", "PUT", "/cart/shipping-method/"], method, cartOf(memory)),
      learn: nothing,
    },
    {
      call: (memory) =>
        send(["orders.place", "POST", "/orders/"], order, {
          ...cartOf(memory),
          "Idempotency-Key": randomUUID(),
        }),
      learn: nothing,
    },
  ];
}
