/** The settings: what production refuses, and how it says so. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig, SAMPLE_SECRETS } from "../src/config.ts";
import { serverFolder } from "../src/paths.ts";
import { secretsOf } from "../src/secrets.ts";

const SECRET = "9Vd3kq0mYw7Lr2Tz8Xb5Nc1Hs6Fj4Pg0";

const production = {
  SOUK_ENV: "production",
  SECRET_KEY: SECRET,
  DATABASE_URL: "postgres://souk:pw@db/souk",
  PUBLIC_URL: "https://shop.example",
  MAIL_DISABLED: "true",
};

const refusal = (environment: Record<string, string>): string => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("these settings were accepted");
};

describe("development needs no settings", () => {
  test("and gets a database file, local origins and a mailbox", () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      profile: "development",
      port: 8000,
      publicUrl: "http://localhost:8000",
      storefrontUrl: "http://localhost:8000",
      allowedOrigins: ["http://localhost:5173", "http://localhost:3000"],
      trustedProxyHops: 0,
      testGateway: true,
      mail: { kind: "mailbox" },
      logLevel: "info",
    });
    expect(config.database.url).toMatch(/^file:\/.*\/\.data\/souk\.db$/);
  });

  test("an empty variable counts as absent", () => {
    expect(loadConfig({ PORT: "", SECRET_KEY: " " })).toMatchObject({
      port: 8000,
      secretKey: null,
    });
  });

  test("relative paths start at SOUK_ROOT", () => {
    const config = loadConfig({ SOUK_ROOT: "/srv/souk", DATABASE_URL: "file:shop.db" });
    expect(config.database.url).toBe("file:/srv/souk/shop.db");
    expect(config.dataFolder).toBe("/srv/souk/.data");
  });

  test("its secret is made once and kept for its owner alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "souk-config-"));
    const config = loadConfig({ SOUK_DATA_DIR: folder });
    const first = secretsOf(config);
    expect(secretsOf(config)).toEqual(first);
    const keys = Object.values(first).map(([key]) => Buffer.from(key.bytes).toString("hex"));
    expect(new Set(keys).size).toBe(keys.length);
    expect(statSync(join(folder, "secret-key")).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});

describe("a search engine", () => {
  test("is none, or the one that the address names", () => {
    expect(loadConfig({}).search).toBeNull();
    expect(loadConfig({ SEARCH_URL: "elasticsearch://search.example:9200" }).search).toEqual({
      ...{ kind: "elasticsearch", node: "http://search.example:9200/", auth: null },
    });
    expect(loadConfig({ SEARCH_URL: "opensearchs://souk:p%40ss@search.example" }).search).toEqual({
      kind: "opensearch",
      node: "https://search.example/",
      auth: { username: "souk", password: "p@ss" },
    });
  });

  test.each([
    "https://search.example:9200",
    "opensearch://",
    "opensearch:search.example",
    "opensearchs://souk@search.example",
    "opensearchs://souk:%ff@search.example",
    "elasticsearch://search.example/?pretty",
  ])("is not %s", (SEARCH_URL) => {
    expect(refusal({ SEARCH_URL })).toContain("SEARCH_URL");
  });
});

describe("uploaded files", () => {
  test("lie in the data folder, or in a bucket", () => {
    expect(loadConfig({ SOUK_DATA_DIR: "/srv/data" }).storage).toEqual({
      kind: "disk",
      folder: "/srv/data/media",
    });
    const endpoint = encodeURIComponent("https://minio.example:9000");
    const keys = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };
    const STORAGE_URL = `s3://souk-media/shop/?endpoint=${endpoint}&region=eu-west-1`;
    expect(loadConfig({ STORAGE_URL, ...keys }).storage).toEqual({
      ...{ kind: "s3", bucket: "souk-media", prefix: "shop/", region: "eu-west-1" },
      endpoint: "https://minio.example:9000",
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    });
    expect(loadConfig({ STORAGE_URL: "s3://souk-media" }).storage).toMatchObject({
      ...{ prefix: "", region: "us-east-1", endpoint: null, credentials: null },
    });
  });

  test.each([
    "https://souk-media",
    "s3://",
    "s3://id:secret@souk-media",
    "s3://Souk_Media",
    "s3://souk-media?endpoint=minio:9000",
    "s3://souk-media?secret=x",
  ])("do not lie at %s", (STORAGE_URL) => {
    expect(refusal({ STORAGE_URL })).toContain("STORAGE_URL");
  });
});

test("testing is quiet and in memory", () => {
  expect(loadConfig({ SOUK_ENV: "testing" })).toMatchObject({
    database: { url: ":memory:" },
    logLevel: "silent",
  });
});

describe("production", () => {
  test("starts with what it needs, without the test gateway", () => {
    expect(loadConfig(production)).toMatchObject({ testGateway: false, mail: { kind: "none" } });
    expect(loadConfig({ ...production, SOUK_TEST_GATEWAY: "true" }).testGateway).toBe(true);
  });

  test("lists everything that is missing at once", () => {
    const message = refusal({ SOUK_ENV: "production" });
    for (const name of ["SECRET_KEY", "DATABASE_URL", "PUBLIC_URL", "SMTP_URL", "MAIL_FROM"]) {
      expect(message).toContain(name);
    }
    expect(message).not.toMatch(/\bat .*\.ts/);
  });

  test("refuses a secret that is short, a sample, or no secret", () => {
    expect(refusal({ ...production, SECRET_KEY: "short" })).toContain("at least 32 bytes");
    for (const sample of [...SAMPLE_SECRETS, "a".repeat(64)]) {
      expect(refusal({ ...production, SECRET_KEY: sample })).toContain("SECRET_KEY");
    }
  });

  test("refuses the secret of the example file", () => {
    const text = readFileSync(exampleFile(), "utf8").replaceAll(/^# ?(?=[A-Z_]+=)/gm, "");
    const sample = parseEnv(text)["SECRET_KEY"];
    expect(sample?.length).toBeGreaterThan(31);
    expect(refusal({ ...production, SECRET_KEY: sample ?? "" })).toContain("sample");
  });

  test("refuses SQLite unless it is permitted", () => {
    const sqlite = { ...production, DATABASE_URL: "file:/srv/souk.db" };
    expect(refusal(sqlite)).toContain("ALLOW_SQLITE_IN_PRODUCTION");
    expect(loadConfig({ ...sqlite, ALLOW_SQLITE_IN_PRODUCTION: "true" })).toBeDefined();
  });

  test("refuses an address that browsers keep no session on", () => {
    expect(refusal({ ...production, PUBLIC_URL: "http://shop.example" })).toContain("https://");
  });

  test("wants both halves of mail", () => {
    const { MAIL_DISABLED: _, ...silent } = production;
    expect(refusal({ ...silent, SMTP_URL: "smtp://mail:25" })).toContain("MAIL_FROM");
    const mailing = { ...silent, SMTP_URL: "smtp://mail:25", MAIL_FROM: "Shop <a@b.example>" };
    expect(loadConfig(mailing).mail).toMatchObject({ kind: "smtp" });
  });
});

describe("each wrong value is named with what is expected", () => {
  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["SOUK_ENV", "prod"],
    ["DATABASE_URL", "mysql://x"],
    ["PUBLIC_URL", "shop.example"],
    ["CORS_ALLOWED_ORIGINS", "*"],
    ["CORS_ALLOWED_ORIGINS", "https://shop.example/"],
    ["CORS_ALLOWED_ORIGINS", "https://shop.example, ftp://x"],
    ["TRUSTED_PROXY_HOPS", "-1"],
    ["SMTP_URL", "mail.example"],
    ["MAIL_FROM", "nobody"],
    ["LOG_LEVEL", "loud"],
    ["ALLOW_SQLITE_IN_PRODUCTION", "yes"],
    ["SECRET_KEY", "short"],
  ])("%s=%s", (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^  - ${name} `, "m"));
  });
});

test("every variable stands in the example file", async () => {
  const { Variables } = await import("../src/config/variables.ts");
  const text = readFileSync(exampleFile(), "utf8");
  const missing = Object.keys(Variables.shape).filter((name) => !text.includes(`${name}=`));
  // The launcher sets it; nobody else needs to.
  expect(missing).toEqual(["SOUK_ROOT"]);
});

function exampleFile(): string {
  for (const folder of [join(serverFolder, "..", ".."), serverFolder]) {
    const file = join(folder, ".env.example");
    if (statSync(file, { throwIfNoEntry: false })) return file;
  }
  throw new Error("there is no .env.example");
}
