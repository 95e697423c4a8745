/** The addresses that the benchmark asks, on both faces. */
import type { IncomingMessage } from "node:http";
import { type AddLineInput, type AddressesInput, carting } from "./cart.ts";
import { showing } from "./detail.ts";
import type { Driver } from "./driver.ts";
import { type ListInput, listing } from "./list.ts";
import { placing } from "./place-order.ts";
import { type SearchInput, searching } from "./search.ts";
import { type LoginInput, signingIn } from "./sign-in.ts";
import type { Store } from "./store.ts";

export interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly remoteAddress: string;
  /** The input as the face sent it, unchecked. */
  readonly input: unknown;
}

export interface Route {
  /** Of the REST face; tRPC answers 200. */
  readonly status: 200 | 201;
  answer(asked: Asked): Promise<object>;
}

export interface Routes {
  /** By the procedure's name. */
  readonly trpc: ReadonlyMap<string, Route>;
  /** By method and path; `/api/v1/products/` with a slug behind it is `products.get`. */
  readonly rest: ReadonlyMap<string, Route>;
}

const header = ({ headers }: Asked, name: string): string => String(headers[name] ?? "");
const cartToken = (asked: Asked): string => header(asked, "cart-token");

export async function routesOf(driver: Driver, store: Store, key: string): Promise<Routes> {
  const list = listing(driver, store);
  const search = searching(driver, store);
  const show = showing(driver, store);
  const cart = carting(driver, store);
  const place = placing(driver, store, key);
  const signIn = await signingIn(driver, store, key);
  // What comes in is believed: checking it is a part of what is measured in Souk.
  const products: Route = {
    status: 200,
    answer: ({ input }) =>
      Object.hasOwn(input as object, "q") ? search(input as SearchInput) : list(input as ListInput),
  };
  const product: Route = { status: 200, answer: ({ input }) => show(input as { id: string }) };
  const login: Route = {
    status: 200,
    answer: (asked) =>
      signIn(asked.input as LoginInput, {
        ip: header(asked, "x-forwarded-for") || asked.remoteAddress,
        userAgent: header(asked, "user-agent"),
      }),
  };
  const addLine: Route = {
    status: 201,
    answer: ({ input }) => cart.addLine(input as AddLineInput),
  };
  const setAddresses: Route = {
    status: 200,
    answer: (asked) => cart.setAddresses(asked.input as AddressesInput, cartToken(asked)),
  };
  const setShippingMethod: Route = {
    status: 200,
    answer: (asked) => cart.setShippingMethod(asked.input as { code: string }, cartToken(asked)),
  };
  const order: Route = {
    status: 201,
    answer: (asked) =>
      place(asked.input as object, cartToken(asked), header(asked, "idempotency-key")),
  };
  return {
    trpc: new Map([
      ["products.list", products],
      ["products.get", product],
      ["authentication.login", login],
      ["cart.addLine", addLine],
      ["cart.setAddresses", setAddresses],
      ["cart.setShippingMethod", setShippingMethod],
      ["orders.place", order],
    ]),
    rest: new Map([
      ["GET /api/v1/products/", products],
      ["GET /api/v1/products/*", product],
      ["POST /api/v1/auth/login/", login],
      ["POST /api/v1/cart/lines/", addLine],
      ["PUT /api/v1/cart/addresses/", setAddresses],
      ["PUT /api/v1/cart/shipping-method/", setShippingMethod],
      ["POST /api/v1/orders/", order],
    ]),
  };
}
