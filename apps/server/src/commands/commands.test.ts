/** The command line as a person meets it, on a database file of its own. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { access, appRouter, products, users } from "@souk/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSearchServer } from "../../test/support/search-server.ts";
import { loadConfig } from "../config.ts";
import { openServices, type Services } from "../services.ts";
import { demoProducts, featuredSlugs } from "./demo/catalog/index.ts";
import { run } from "./main.ts";
import { openProgress } from "./progress.ts";
import { seedDemoStore } from "./seed.ts";
import { demoAccountsOf } from "./seed-people.ts";
import { USAGE } from "./usage.ts";

const folder = mkdtempSync(join(tmpdir(), "souk-commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = {
  SOUK_ENV: "testing",
  DATABASE_URL: `file:${join(folder, "souk.db")}`,
  SOUK_DATA_DIR: folder,
};

async function souk(...typed: string[]) {
  let said = "";
  let complained = "";
  const out = { write: (text: string) => (said += text) };
  const err = { write: (text: string) => (complained += text) };
  const code = await run(typed, environment, { out, err });
  return { code, said, complained };
}

describe("the command line", () => {
  it("explains itself", async () => {
    expect(await souk("help")).toEqual({ code: 0, said: USAGE, complained: "" });
    expect(await souk("--help")).toMatchObject({ code: 0, said: USAGE });
  });

  it.each([
    [[], "Which command?"],
    [["fly"], "There is no command fly."],
    [["seed", "now"], "seed takes no now."],
    [["seed", "--dry-run"], "--dry-run belongs to import."],
    [["import"], "Only products"],
    [["import", "orders", "a.csv"], "Only products"],
    [["import", "products"], "Which file?"],
    [["import", "products", "a.xlsx"], "The file ends in .csv or .jsonl"],
    [["export", "products", "a.txt"], "The file ends in .csv or .jsonl"],
    [["export", "orders", "a.csv"], "Only products can be exported"],
    [["seed", "--mapping", "m.json"], "--mapping belongs to import."],
    [["import", "products", "a.csv", "b.csv"], "One file at a time"],
    [["search"], "search rebuild"],
    [["search", "rebuild", "now"], "search rebuild"],
    [["migrate", "--force"], "--force"],
  ])("refuses %j with the usage and 2", async (typed, message) => {
    const { code, said, complained } = await souk(...typed);
    expect([code, said]).toEqual([2, ""]);
    expect(complained).toContain(message);
    expect(complained).toContain(USAGE);
  });

  it("migrates once", async () => {
    expect(await souk("migrate")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Applied/),
    });
    expect(await souk("migrate")).toMatchObject({ code: 0, said: "The database is up to date.\n" });
  });

  it("rebuilds the index of a search engine, where there is one", async () => {
    expect(await souk("search", "rebuild")).toMatchObject({
      code: 1,
      complained: expect.stringContaining("SEARCH_URL"),
    });
    const remote = await openSearchServer("elasticsearch");
    let said = "";
    const out = { write: (text: string) => (said += text) };
    const settings = { ...environment, SEARCH_URL: remote.url };
    expect(await run(["search", "rebuild"], settings, { out, err: out })).toBe(0);
    expect(said).toBe("The index has 0 products.\n");
    expect(remote.documents("souk-souk").size).toBe(0);
    await remote.stop();
  });

  it("imports a file, tells of bad rows, and keeps nothing of a dry run", async () => {
    const file = join(folder, "products.csv");
    const rows = ["Handle,Title,Variant Price", "mug,Mug,12.50", "bowl,Bowl,cheap"];
    writeFileSync(file, rows.join("\n"));
    const row = 'row 3, Variant Price: "cheap" is not an amount in EUR';
    const dry = await souk("import", "products", file, "--dry-run");
    expect(dry).toMatchObject({ code: 1, said: expect.stringContaining("nothing was stored") });
    const first = await souk("import", "products", file);
    expect(first.code).toBe(1);
    expect(first.said).toContain("Created: 1, updated: 0, unchanged: 0, errors: 1");
    expect(first.said).toContain(row);
    writeFileSync(file, rows.slice(0, 2).join("\n"));
    expect(await souk("import", "products", file)).toEqual({
      ...{ code: 0, complained: "" },
      said: "Created: 0, updated: 0, unchanged: 1, errors: 0\n",
    });
    const missing = await souk("import", "products", join(folder, "none.csv"));
    expect(missing).toMatchObject({
      code: 1,
      complained: expect.stringContaining("none.csv cannot be read"),
    });
  });

  it("exports what it has, and takes it in again unchanged, in both formats", async () => {
    for (const name of ["all.csv", "all.jsonl"]) {
      const file = join(folder, name);
      expect(await souk("export", "products", file)).toMatchObject({ code: 0 });
      expect(await souk("import", "products", file)).toMatchObject({
        code: 0,
        said: expect.stringContaining("Created: 0, updated: 0, unchanged: "),
      });
    }
  });

  it("takes in somebody else's JSON by a mapping, and says where a mapping is none", async () => {
    const [file, mapping] = [join(folder, "theirs.json"), join(folder, "mapping.json")];
    writeFileSync(file, '[{"name":"Jug","cost":"7.50"}]');
    const rules = { title: "name", slug: { from: "name", as: "slug" }, price: "cost" };
    writeFileSync(mapping, JSON.stringify({ product: rules }));
    expect(await souk("import", "products", file, "--mapping", mapping)).toMatchObject({
      said: "Created: 1, updated: 0, unchanged: 0, errors: 0\n",
    });
    writeFileSync(mapping, JSON.stringify({ product: { ...rules, colour: "x" } }));
    expect(await souk("import", "products", file, "--mapping", mapping)).toMatchObject({
      code: 1,
      complained: expect.stringContaining("mapping.json is no mapping"),
    });
  });

  it("checks the books, and counts ratings anew where it is asked to", async () => {
    expect(await souk("check")).toMatchObject({
      ...{ code: 0, said: expect.stringContaining("Ratings are what the published reviews say.") },
    });
    const services = await openServices(loadConfig(environment));
    const ctx = services.systemContext();
    const productId = await products.productIdOf(ctx, "mug");
    // Of a review that is not there.
    await products.applyRating(ctx, productId ?? "", { plus: 5 });
    await services.close();
    const line = "  mug: kept 0 0 0 0 1, counted 0 0 0 0 0\n";
    const broken = await souk("check");
    expect(broken).toMatchObject({ code: 1, said: expect.stringContaining(line) });
    expect(broken.said).toContain("Stock is the sum of its movements");
    expect(await souk("check", "--repair")).toMatchObject({
      ...{ code: 0, said: expect.stringContaining(`Counted anew:\n${line}`) },
    });
    expect(await souk("check")).toMatchObject({ code: 0 });
    expect(await souk("seed", "--repair")).toMatchObject({ code: 2 });
  });

  it("leaves a store that has products as it is", async () => {
    expect(await souk("seed")).toMatchObject({ code: 0, said: expect.stringContaining("already") });
  });

  it("says what is wrong with the settings", async () => {
    let complained = "";
    const err = { write: (text: string) => (complained += text) };
    expect(await run(["seed"], { PORT: "x" }, { out: err, err })).toBe(1);
    expect(complained).toContain("PORT");
  });
});

describe("the demo store", () => {
  const data = join(folder, "demo");
  const demo = {
    ...environment,
    SOUK_DATA_DIR: data,
    DATABASE_URL: `file:${join(folder, "d.db")}`,
  };
  let services: Services;
  beforeAll(async () => {
    services = await openServices(loadConfig(demo));
  });
  afterAll(() => services.close());

  it("is filled once", async () => {
    let said = "";
    const out = { write: (text: string) => (said += text) };
    expect(await run(["seed"], demo, { out, err: out })).toBe(0);
    expect(said).toContain("demo@souk.example / souk-demo-2026");
    expect(await run(["seed"], demo, { out, err: out })).toBe(0);
    expect(said).toContain("nothing was changed");
  });

  it("shows every product with its pictures, the featured ones first", async () => {
    const call = appRouter.createCaller(services.systemContext());
    const first = await call.products.list({ limit: 100 });
    const rest = await call.products.list({ limit: 100, cursor: first.next_cursor ?? "" });
    const items = [...first.items, ...rest.items];
    expect(items).toHaveLength(demoProducts.length);
    expect(items.slice(0, featuredSlugs.length).map(({ slug }) => slug)).toEqual(featuredSlugs);
    const media = new Set(readdirSync(join(data, "media", "demo")));
    for (const { slug } of items) {
      const product = await call.products.get({ id: slug });
      expect(product.pictures.length).toBeGreaterThan(0);
      expect(product.breadcrumbs).toHaveLength(2);
      for (const { url } of product.pictures) {
        expect(media.has(url.replace("/media/demo/", ""))).toBe(true);
      }
    }
    const [name = ""] = media;
    expect(statSync(join(data, "media", "demo", name)).size).toBeGreaterThan(500);
  });

  it("has reviews of a good part of the catalogue, and some for staff to look at", async () => {
    const ctx = services.systemContext();
    expect(await products.ratingDifferences(ctx)).toEqual([]);
    const calls = appRouter.createCaller(ctx);
    const { items } = await calls.products.list({ limit: 100 });
    expect(items.filter(({ rating }) => rating.count > 0).length).toBeGreaterThan(40);
    const mug = await calls.reviews.list({ id: "tide-mug", sort: "helpful" });
    expect(mug.items).toHaveLength(4);
    expect(mug.items[0]?.helpful_count).toBeGreaterThan(0);
    expect(mug.items.filter(({ reply }) => reply !== null)).toHaveLength(1);
    const permissions = new Set(["reviews:read"] as const);
    const actor = { kind: "api_key", keyId: "test", name: "Test", permissions } as const;
    const { queue } = appRouter.createCaller({ ...ctx, actor }).reviews.moderation;
    expect((await queue({ status: "pending" })).items.length).toBeGreaterThan(3);
    expect((await queue({ reported: true })).items).toMatchObject([{ open_reports: 1 }]);
  });

  it("lets the demo customer in", async () => {
    const call = appRouter.createCaller(services.systemContext());
    const login = { email: "demo@souk.example", password: "souk-demo-2026" };
    expect(await call.authentication.login(login)).toMatchObject({ user: { is_verified: true } });
  });

  it("has an owner and somebody for support, who are told of with the customers", async () => {
    expect(await access.activeOwners(services.systemContext())).toEqual(["owner@souk.example"]);
    const call = appRouter.createCaller(services.systemContext());
    for (const { email, password } of demoAccountsOf(services.config)) {
      const signedIn = await call.authentication.login({ email, password });
      expect(signedIn).toMatchObject({ user: { email } });
    }
    const found = await users.findByEmail(services.systemContext(), "support@souk.example");
    const held = await access.rolesOf(services.systemContext(), found?.id ?? "");
    expect(held.map(({ slug }) => slug)).toEqual(["support"]);
  });

  it("has no staff in production, where everybody would know their password", async () => {
    const production = { ...services.config, profile: "production" as const };
    expect(demoAccountsOf(production).map(({ role }) => role)).toEqual(["customer", "customer"]);
    const folderOfIts = { ...demo, DATABASE_URL: `file:${join(folder, "p.db")}` };
    const another = await openServices(loadConfig(folderOfIts));
    await seedDemoStore({ ...another, config: production }, () => undefined);
    expect(await access.activeOwners(another.systemContext())).toEqual([]);
    expect(await users.findByEmail(another.systemContext(), "owner@souk.example")).toBeNull();
    await another.close();
  });
});

describe("progress", () => {
  it("is one changing line on a terminal, and a line now and then elsewhere", () => {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    const onTerminal = openProgress({ isTTY: true, write });
    onTerminal.update("one");
    onTerminal.update("two");
    onTerminal.clear();
    expect(written.splice(0).join("")).toBe("\r\u001b[Kone\r\u001b[Ktwo\r\u001b[K");
    let now = 0;
    const inFile = openProgress({ write }, () => now);
    for (now of [0, 1000, 5000, 6000, 9999, 10_000]) inFile.update(`${now}`);
    inFile.clear();
    expect(written).toEqual(["5000\n", "10000\n"]);
  });
});
