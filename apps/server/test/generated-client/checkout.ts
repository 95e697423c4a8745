/**
 * A shopper's program, written against the types that openapi-typescript makes of the live document.
 * The test generates `schema.gen.ts` beside it, type-checks the two, and runs it.
 */
import createClient from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

export interface Shopper {
  readonly email: string;
  readonly username: string;
  readonly password: string;
}

export interface Outcome {
  readonly placed: string;
  readonly again: { readonly number: string; readonly replayed: string | null };
  readonly listed: readonly string[];
  readonly total: { readonly amount: number; readonly currency: string };
  readonly refusedField: string | undefined;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

function dataOf<T>({ data, error, response }: Answer<T>): T {
  if (data === undefined) throw new Error(`${response.url}: ${JSON.stringify(error)}`);
  return data;
}

const address = {
  first_name: "Lina",
  last_name: "Berrada",
  company: "",
  line1: "12 rue des Teinturiers",
  line2: "",
  city: "Lyon",
  region: "",
  postal_code: "69001",
  country_code: "FR",
  phone: null,
};

export async function buyOne(
  baseUrl: string,
  { email, username, password }: Shopper,
  mailedToken: (email: string) => Promise<string>,
): Promise<Outcome> {
  const client = createClient<paths>({ baseUrl });
  const names = { first_name: "Lina", last_name: "Berrada" };
  const refused = await client.POST("/v1/auth/register/", {
    body: { email: "no address", username, password, password_confirm: password, ...names },
  });
  dataOf(
    await client.POST("/v1/auth/register/", {
      body: { email, username, password, password_confirm: password, ...names },
    }),
  );
  const token = await mailedToken(email);
  dataOf(await client.GET("/v1/auth/verify-email/{token}/", { params: { path: { token } } }));
  const signedIn = dataOf(await client.POST("/v1/auth/login/", { body: { email, password } }));
  if ("second_factor" in signedIn) throw new Error("a second factor is asked for");
  const { access } = signedIn;
  client.use({
    onRequest: ({ request }) => {
      request.headers.set("Authorization", `Bearer ${access}`);
      return request;
    },
  });
  await fillCart(client);

  const key = crypto.randomUUID();
  const place = async () => {
    const answer = await client.POST("/v1/orders/", {
      params: { header: { "Idempotency-Key": key } },
      body: { payment: { gateway: "test", token: "tok_visa" } },
    });
    return { order: dataOf(answer), replayed: answer.response.headers.get("Idempotency-Replayed") };
  };
  const { order } = await place();
  const again = await place();
  const mine = dataOf(await client.GET("/v1/orders/", { params: { query: { limit: 10 } } }));
  return {
    placed: order.number,
    again: { number: again.order.number, replayed: again.replayed },
    listed: mine.items.map((item) => item.number),
    total: order.totals.total,
    refusedField: refused.error?.errors?.["email"]?.[0],
  };
}

async function fillCart(client: ReturnType<typeof createClient<paths>>): Promise<void> {
  const products = dataOf(
    await client.GET("/v1/products/", { params: { query: { in_stock: true, limit: 5 } } }),
  );
  const [first] = products.items;
  const product = dataOf(
    await client.GET("/v1/products/{id}/", { params: { path: { id: first?.slug ?? "" } } }),
  );
  const [variant] = product.variants;
  dataOf(
    await client.POST("/v1/cart/lines/", { body: { variant_id: variant?.id ?? "", quantity: 2 } }),
  );
  dataOf(
    await client.PUT("/v1/cart/addresses/", {
      body: { shipping_address: address, billing_address: null },
    }),
  );
  const { items } = dataOf(await client.GET("/v1/cart/shipping-options/"));
  dataOf(await client.PUT("/v1/cart/shipping-method/", { body: { code: items[0]?.code ?? "" } }));
}
