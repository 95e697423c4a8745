/** The request headers that some operations read beside the credentials. */
import type { Route } from "../rest/routes.ts";

const cartToken = {
  name: "Cart-Token",
  in: "header",
  required: false,
  description:
    "A guest's key to the cart, as an earlier answer gave it. Not needed when signed in.",
  schema: { type: "string", maxLength: 200 },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "1 to 255 printable characters, new for each intent. The same key with the same request answers the same again, without a second effect.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
  example: "7d0f2c9e-order-1",
};

/** Whoever signs in takes along the cart they filled as a guest. */
const ADOPTS_CART: ReadonlySet<string> = new Set([
  "authentication.login",
  "authentication.loginSecondStep",
  "authentication.passkeys.signIn",
  "authentication.passkeys.startSession",
  "authentication.sessionSecondStep",
  "authentication.startSession",
  "authentication.verifyEmail",
  "authentication.verifyEmailSession",
]);

export function headerParameters({ procedure }: Route): readonly object[] {
  const [domain] = procedure.name.split(".");
  const usesCart = domain === "cart" || domain === "orders" || ADOPTS_CART.has(procedure.name);
  return [...(usesCart ? [cartToken] : []), ...(procedure.meta.idempotent ? [idempotencyKey] : [])];
}
