/** Types made of the live document fit a real program, and that program buys something with them. */
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { products, shipping } from "@souk/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder, serverFolder } from "../src/paths.ts";
import { mailedLink, tokenIn } from "./support/mailed-link.ts";
import { openServer, type TestServer } from "./support/open-server.ts";

const exec = promisify(execFile);
const folder = join(serverFolder, "test", "generated-client");
const schema = join(folder, "schema.gen.ts");
const program = "./generated-client/checkout.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ worker: true });
  const ctx = server.services.systemContext();
  await products.saveProduct(ctx, {
    slug: "tea-glass",
    title: "Tea glass",
    variants: [{ price: 1250, onHand: 5 }],
  });
  await shipping.saveMethod(ctx, {
    code: "standard",
    name: "Standard",
    description: "To the door",
    amount: 490,
    freeFrom: null,
    countries: [],
    minDays: 2,
    maxDays: 4,
    position: 1,
  });
});
afterAll(async () => {
  await rm(schema, { force: true });
  await server.close();
});

const typeCheck = async (): Promise<string> => {
  const tsc = join(packageFolder("typescript"), "bin", "tsc");
  const config = join(folder, "tsconfig.json");
  const { stdout } = await exec(process.execPath, [tsc, "-p", config]).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
};

test("a generated client type-checks and runs one whole checkout", async () => {
  const cli = join(packageFolder("openapi-typescript"), "bin", "cli.js");
  await exec(process.execPath, [cli, `${server.url}/api/schema/`, "-o", schema]);
  expect(await typeCheck()).toBe("");

  const { buyOne } = (await import(program)) as {
    buyOne: (url: string, shopper: object, token: (email: string) => Promise<string>) => unknown;
  };
  const shopper = { email: "lina@example.com", username: "lina", password: "Zellige-and-mint-7" };
  const outcome = await buyOne(`${server.url}/api`, shopper, async (email) =>
    tokenIn(await mailedLink(server.url, email)),
  );
  expect(outcome).toEqual({
    placed: "S-1001",
    again: { number: "S-1001", replayed: "true" },
    listed: ["S-1001"],
    total: { amount: 2 * 1250 + 490, currency: "EUR" },
    refusedField: "Enter a valid email address.",
  });
}, 60_000);
