/** `test` with a shop: its address for the browser, and helpers to make things so beforehand. */
import { randomInt } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { type Customer, newPerson, ShopApi } from "./api.ts";
import { addressOf, type Engine } from "./engines.ts";

export interface ShopOptions {
  readonly engine: Engine;
}

export interface Shop {
  readonly url: string;
  readonly api: ShopApi;
  /** Registered and confirmed, but signed in nowhere. */
  newCustomer(): Promise<Customer>;
  /** In this browser, without going through the form. */
  signIn(page: Page, customer: Customer): Promise<void>;
  /** Waits for a mail to this address with a link that leads there. */
  mailedLink(email: string, path: string): Promise<string>;
}

interface Fixtures {
  /** The address that limits and audits see; no two tests have the same. */
  readonly client: string;
  readonly shop: Shop;
}

/**
 * Milliseconds by which each answer of the shop comes later. A test that acts on the page before
 * the one it means passes on a fast machine and fails on a busy one: with 400 it fails on any.
 */
const latency = Number(process.env["SOUK_E2E_LATENCY_MS"] ?? 0);
const slowNetwork = { offline: false, downloadThroughput: -1, uploadThroughput: -1 };

export const test = base.extend<Fixtures & ShopOptions>({
  engine: ["sqlite", { option: true }],

  baseURL: async ({ engine }, use) => use(addressOf(engine)),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  client: async ({}, use) => {
    await use(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`);
  },

  extraHTTPHeaders: async ({ client }, use) => use({ "X-Forwarded-For": client }),

  page: async ({ page }, use) => {
    if (latency > 0) {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", { ...slowNetwork, latency });
    }
    await use(page);
  },

  shop: async ({ engine, client }, use) => {
    await use(shopAt(addressOf(engine), client));
  },
});

export { expect };

function shopAt(url: string, client: string): Shop {
  const api = new ShopApi(url, client);

  const mailedLink = async (email: string, path: string): Promise<string> => {
    const find = async () => (await api.linksMailedTo(email)).find((link) => link.includes(path));
    await expect.poll(find, `a mail to ${email} leads to ${path}`).toBeDefined();
    return (await find()) ?? "";
  };

  return {
    url,
    api,
    mailedLink,

    async newCustomer() {
      const { firstName, ...person } = newPerson();
      await api.post("/api/v1/auth/register/", {
        ...person,
        password_confirm: person.password,
        first_name: firstName,
        last_name: "Berrada",
      });
      const token = (await mailedLink(person.email, "/verify-email/")).split("/").at(-1);
      const { access } = await api.call<{ access: string }>(`/api/v1/auth/verify-email/${token}/`);
      return { ...person, firstName, access };
    },

    async signIn(page, { email, password }) {
      const answer = await page.request.post("/api/v1/auth/session/", {
        data: { email, password },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    },
  };
}
