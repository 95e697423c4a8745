/** The environment as one typed object, parsed once. Nothing else in the server reads `process.env`. */
import { isAbsolute, join, resolve } from "node:path";
import type { LevelWithSilent } from "pino";
import { type SearchConfig, searchOf } from "./config/search.ts";
import { type StorageConfig, storageOf } from "./config/storage.ts";
import { Variables } from "./config/variables.ts";
import { repositoryFolder, sampleFolder } from "./paths.ts";

export type Profile = "development" | "production" | "testing";

export type MailConfig =
  | { readonly kind: "mailbox" }
  | { readonly kind: "smtp"; readonly url: string; readonly from: string }
  | { readonly kind: "none" };

export interface Config {
  readonly profile: Profile;
  readonly port: number;
  /** Undefined listens on every address. */
  readonly host: string | undefined;
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Where links in mails lead, without a slash at the end. */
  readonly storefrontUrl: string;
  readonly database: { readonly url: string; readonly poolSize: number | undefined };
  readonly dataFolder: string;
  readonly storage: StorageConfig;
  /** Null: the database alone searches. */
  readonly search: SearchConfig | null;
  readonly sampleFolder: string;
  readonly storeSlug: string;
  readonly seedDemo: boolean;
  readonly testGateway: boolean;
  /** Null: development makes one of its own and keeps it in the data folder. */
  readonly secretKey: string | null;
  /** Secrets that were rotated out: they still read what they made. */
  readonly previousSecretKeys: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxyHops: number;
  readonly mail: MailConfig;
  readonly passwordMinLength: number;
  readonly logLevel: LevelWithSilent;
  readonly bodyLimitBytes: number;
  readonly maxConcurrentRequests: number;
  /** Of this node's memory for answers that everybody shares; 0 keeps none. */
  readonly cacheBytes: number;
  /** Null: each node keeps its own. */
  readonly redisUrl: string | null;
}

/** The settings are wrong. The message is for the operator, and is all they need. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(problems: readonly string[]) {
    super(
      `Souk cannot start with these settings:\n${problems.map((problem) => `  - ${problem}\n`).join("")}` +
        "Set them in the environment or in the file .env; .env.example explains each one.",
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a `ConfigError` that lists every wrong variable. An empty variable counts as absent. */
export function loadConfig(environment: Environment): Config {
  const present = Object.entries(environment).filter(([, value]) => value?.trim());
  const parsed = Variables.safeParse(Object.fromEntries(present));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const problems = parsed.data.SOUK_ENV === "production" ? problemsInProduction(parsed.data) : [];
  if (parsed.data.SECRET_KEY !== undefined && Buffer.byteLength(parsed.data.SECRET_KEY) < 32) {
    problems.push("SECRET_KEY has at least 32 bytes; `openssl rand -base64 48` makes a good one");
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return configOf(parsed.data);
}

/** Secrets that anybody can read in an example file or in the documentation. */
export const SAMPLE_SECRETS: readonly string[] = [
  "change-me-this-is-only-a-sample-secret-key",
  "your-secret-key-here",
  "your-production-secret-key",
];

function problemsInProduction(set: Variables): string[] {
  const problems: string[] = [];
  if (set.SECRET_KEY === undefined) {
    problems.push("SECRET_KEY is needed in production; `openssl rand -base64 48` makes a good one");
  } else if (SAMPLE_SECRETS.includes(set.SECRET_KEY) || new Set(set.SECRET_KEY).size < 10) {
    problems.push(
      "SECRET_KEY is a sample or can be guessed; make one by `openssl rand -base64 48`",
    );
  }
  if (set.DATABASE_URL === undefined) {
    problems.push(
      "DATABASE_URL is needed in production, such as postgres://user:password@host/souk",
    );
  } else if (!set.DATABASE_URL.startsWith("postgres") && !set.ALLOW_SQLITE_IN_PRODUCTION) {
    problems.push(
      "DATABASE_URL names PostgreSQL in production; ALLOW_SQLITE_IN_PRODUCTION=true permits SQLite on one node",
    );
  }
  if (set.PUBLIC_URL === undefined) {
    problems.push("PUBLIC_URL is needed in production, such as https://shop.example");
  } else if (!isPrivateEnough(set.PUBLIC_URL)) {
    problems.push(
      "PUBLIC_URL begins with https:// in production: browsers keep the session only there",
    );
  }
  const mailReady = set.SMTP_URL !== undefined && set.MAIL_FROM !== undefined;
  if (!mailReady && !set.MAIL_DISABLED) {
    problems.push("SMTP_URL and MAIL_FROM are both needed in production, or MAIL_DISABLED=true");
  }
  return problems;
}

const isPrivateEnough = (url: string): boolean =>
  url.startsWith("https://") || ["localhost", "127.0.0.1"].includes(new URL(url).hostname);

const DEVELOPMENT_ORIGINS = ["http://localhost:5173", "http://localhost:3000"];

function configOf(set: Variables): Config {
  const profile = set.SOUK_ENV;
  const root = set.SOUK_ROOT === undefined ? repositoryFolder : resolve(set.SOUK_ROOT);
  const dataFolder = resolve(root, set.SOUK_DATA_DIR);
  const publicUrl = set.PUBLIC_URL ?? `http://localhost:${set.PORT}`;
  return {
    profile,
    port: set.PORT,
    host: set.HOST,
    publicUrl,
    storefrontUrl: set.STOREFRONT_URL ?? publicUrl,
    database: { url: databaseUrl(set, root), poolSize: set.DATABASE_POOL_SIZE },
    dataFolder,
    storage: storageOf(set, join(dataFolder, "media")),
    search: searchOf(set.SEARCH_URL),
    sampleFolder:
      set.SOUK_SAMPLE_DIR === undefined ? sampleFolder : resolve(root, set.SOUK_SAMPLE_DIR),
    storeSlug: set.SOUK_STORE,
    seedDemo: set.SOUK_SEED_DEMO ?? false,
    testGateway: set.SOUK_TEST_GATEWAY ?? profile !== "production",
    secretKey: set.SECRET_KEY ?? null,
    previousSecretKeys: set.SECRET_KEY_PREVIOUS,
    allowedOrigins:
      set.CORS_ALLOWED_ORIGINS ?? (profile === "development" ? DEVELOPMENT_ORIGINS : []),
    trustedProxyHops: set.TRUSTED_PROXY_HOPS,
    mail: mailOf(set),
    passwordMinLength: set.PASSWORD_MIN_LENGTH,
    logLevel: set.LOG_LEVEL ?? (profile === "testing" ? "silent" : "info"),
    bodyLimitBytes: set.BODY_LIMIT_BYTES,
    maxConcurrentRequests: set.MAX_CONCURRENT_REQUESTS,
    cacheBytes: set.CACHE_BYTES,
    redisUrl: set.REDIS_URL ?? null,
  };
}

function databaseUrl(set: Variables, root: string): string {
  if (set.DATABASE_URL === undefined) {
    return set.SOUK_ENV === "testing" ? ":memory:" : `file:${join(root, ".data", "souk.db")}`;
  }
  const path = set.DATABASE_URL.startsWith("file:") ? set.DATABASE_URL.slice("file:".length) : null;
  return path === null || isAbsolute(path) ? set.DATABASE_URL : `file:${resolve(root, path)}`;
}

function mailOf(set: Variables): MailConfig {
  if (set.MAIL_DISABLED) return { kind: "none" };
  if (set.SMTP_URL !== undefined && set.MAIL_FROM !== undefined) {
    return { kind: "smtp", url: set.SMTP_URL, from: set.MAIL_FROM };
  }
  return { kind: "mailbox" };
}
