/** The shop's other door, REST, for what a test needs to be so before its browser comes in. */
import { randomUUID } from "node:crypto";

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface Customer {
  readonly email: string;
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  /** For calls of the customer's own beside the browser. */
  readonly access: string;
}

interface Variant {
  readonly id: string;
  readonly sku: string;
  readonly price: Money;
  readonly stock: { readonly status: string; readonly available: number };
}

interface Mail {
  readonly links: readonly string[];
}

interface OrderList {
  readonly items: readonly { readonly number: string; readonly total: Money }[];
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const PASSWORD = "three plain words";

export const address = {
  first_name: "Amina",
  last_name: "Berrada",
  line1: "12 rue des Tanneurs",
  postal_code: "69002",
  city: "Lyon",
  country_code: "FR",
} as const;

/** A person that no other test knows. */
export function newPerson() {
  const name = `amina-${randomUUID().slice(0, 12)}`;
  return { email: `${name}@example.com`, username: name, password: PASSWORD, firstName: "Amina" };
}

export class ShopApi {
  readonly url: string;
  readonly #client: string;

  constructor(url: string, client: string) {
    this.url = url;
    this.#client = client;
  }

  async call<T>(path: string, { method = "GET", body, headers = {} }: Call = {}): Promise<T> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        "X-Forwarded-For": this.#client,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  post<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.call<T>(path, { method: "POST", body, headers });
  }

  put<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.call<T>(path, { method: "PUT", body, headers });
  }

  /** Of every mail to this person, newest first. */
  async linksMailedTo(email: string): Promise<readonly string[]> {
    const to = encodeURIComponent(email);
    const mails = await this.call<readonly Mail[]>(`/dev/mailbox/messages?to=${to}`);
    return mails.flatMap(({ links }) => links);
  }

  async variant(product: string, sku: string): Promise<Variant> {
    const { variants } = await this.call<{ variants: Variant[] }>(`/api/v1/products/${product}/`);
    const found = variants.find((variant) => variant.sku === sku);
    if (!found) throw new Error(`The product ${product} has no variant ${sku}.`);
    return found;
  }

  /** What an account owns, asked beside the browser. */
  orders({ access }: Customer): Promise<OrderList> {
    return this.call("/api/v1/orders/", { headers: { Authorization: `Bearer ${access}` } });
  }

  async putIntoCart({ access }: Customer, variantId: string, quantity = 1): Promise<void> {
    const line = { variant_id: variantId, quantity };
    await this.post("/api/v1/cart/lines/", line, { Authorization: `Bearer ${access}` });
  }

  async saveAddress({ access }: Customer, changes: object = {}): Promise<void> {
    const saved = { type: "shipping", is_default: true, ...address, ...changes };
    await this.post("/api/v1/users/me/addresses/", saved, { Authorization: `Bearer ${access}` });
  }

  /** Another visitor, with a cart and a purse of their own. */
  async buy(variantId: string, quantity: number, email = newPerson().email): Promise<void> {
    const line = { variant_id: variantId, quantity };
    const { token } = await this.post<{ token: string }>("/api/v1/cart/lines/", line);
    const guest = { "Cart-Token": token };
    const contact = { email, shipping_address: address };
    await this.put("/api/v1/cart/addresses/", contact, guest);
    const options = await this.call<{ items: { code: string }[] }>(
      "/api/v1/cart/shipping-options/",
      { headers: guest },
    );
    await this.put("/api/v1/cart/shipping-method/", { code: options.items[0]?.code }, guest);
    await this.post(
      "/api/v1/orders/",
      { payment: { gateway: "test", token: "tok_visa" } },
      { ...guest, "Idempotency-Key": randomUUID() },
    );
  }
}
