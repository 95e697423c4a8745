/** The client against the real server: a guest who registers, signs in, buys, and signs out. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { products, shipping } from "@souk/api";
import { loadConfig, openServices, type RunningServer, startServer } from "@souk/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSoukClient, errorReason, memoryStorage, withIdempotencyKey } from "../src/index.ts";

const account = { email: "amina@example.com", password: "SecurePass123" };

describe("a client in Node", () => {
  let folder: string;
  let server: RunningServer;
  let variantId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "souk-client-"));
    const services = await openServices(
      loadConfig({ SOUK_ENV: "testing", SOUK_DATA_DIR: folder, PORT: "0" }),
    );
    const ctx = services.systemContext();
    await products.saveProduct(ctx, {
      slug: "mug",
      title: "Mug",
      variants: [{ price: 1800, onHand: 5 }],
    });
    await shipping.saveMethod(ctx, {
      code: "standard",
      name: "Standard",
      description: "By post",
      amount: 490,
      freeFrom: null,
      countries: [],
      minDays: 2,
      maxDays: 4,
      position: 0,
    });
    const mug = await products.get(ctx, { id: "mug" });
    variantId = mug.variants[0]?.id ?? "";
    server = await startServer(services);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const mailedToken = async (): Promise<string | undefined> => {
    const mails = await fetch(`${server.url}/dev/mailbox/messages?to=${account.email}`);
    const [mail] = (await mails.json()) as { links: string[] }[];
    return mail?.links[0]?.split("/").at(-1);
  };

  it("buys what it put into the cart before it had an account", async () => {
    const storage = memoryStorage();
    const souk = createSoukClient({ url: `${server.url}/trpc`, session: "tokens", storage });
    const { api } = souk;

    await api.cart.addLine.mutate({ variant_id: variantId, quantity: 2 });
    await api.authentication.register.mutate({
      ...account,
      username: "amina",
      password_confirm: account.password,
      first_name: "Amina",
      last_name: "Berrada",
    });
    await expect.poll(mailedToken).toMatch(/^[\w-]{43}$/);
    await api.authentication.verifyEmail.mutate({ token: (await mailedToken()) ?? "" });
    expect((await api.users.me.query()).email).toBe(account.email);

    await api.cart.setAddresses.mutate({
      shipping_address: {
        first_name: "Amina",
        last_name: "Berrada",
        line1: "12 rue des Tanneurs",
        city: "Lyon",
        postal_code: "69002",
        country_code: "FR",
      },
    });
    const cart = await api.cart.setShippingMethod.mutate({ code: "standard" });
    expect(cart).toMatchObject({
      item_count: 2,
      requirements: [],
      totals: { total: { amount: 4090 } },
    });

    const place = () =>
      api.orders.place.mutate(
        { payment: { gateway: "test", token: "tok_visa" }, cart_version: cart.version },
        withIdempotencyKey("one-order"),
      );
    const order = await place();
    expect(await place()).toEqual(order);
    const { items } = await api.orders.list.query({});
    expect(items.map(({ number }) => number)).toEqual([order.number]);

    await souk.signOut();
    const asked = await api.orders.list.query({}).catch(errorReason);
    expect(asked).toBe("sign_in_required");
  });
});
