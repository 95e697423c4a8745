/** The composition root: settings in, everything the server needs out. Knows no HTTP. */
import {
  type Actor,
  access,
  authentication,
  type Context,
  createTestGateway,
  type LimitStanding,
  type Mailer,
  type PaymentGateway,
  type Ports,
  type RequestInfo,
  type SessionCookie,
  type StoreInfo,
  stores,
  TEST_GATEWAY,
} from "@souk/api";
import { type Database, openDatabase } from "@souk/db";
import { type Cache, cacheOf } from "./adapters/cache/cache.ts";
import { sharpImages } from "./adapters/images/sharp.ts";
import { mailerOf } from "./adapters/mail/mailer.ts";
import { type RemoteEngine, remoteEngine } from "./adapters/search/engine.ts";
import { storageOf } from "./adapters/storage/storage.ts";
import type { Config } from "./config.ts";
import { type CurrentStore, followStore } from "./current-store.ts";
import { createLogger, type Logger } from "./log.ts";
import { serverVersion } from "./paths.ts";
import { secretsOf } from "./secrets.ts";

/** What a transport knows of a call before anybody has judged its credentials. */
export interface Call {
  readonly request: RequestInfo;
  readonly credentials: { readonly bearer: string | null; readonly sessionCookie: string | null };
  readonly sessionCookie: SessionCookie;
  readonly markReplayed: () => void;
  readonly reportLimit: (standing: LimitStanding) => void;
}

export interface Services {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  /** As this node knows it now; another node's change is seen within seconds. */
  readonly store: StoreInfo;
  readonly ports: Ports;
  readonly mailer: Mailer;
  readonly cache: Cache;
  /** The context of one call: its actor is known, and stays the same to its end. */
  contextFor(call: Call): Promise<Context>;
  /** The context of work that nobody asked for: background jobs, seeds, commands. */
  systemContext(): Context;
  /** Says that something may have been published, so that its followers need not wait. */
  wake(): void;
  /** Who wants to hear of it. */
  onWake(listener: () => void): void;
  close(): Promise<void>;
}

export const DEFAULT_STORE = {
  name: "Souk",
  currency: "EUR",
  pricesIncludeTax: true,
  taxRateBasisPoints: 2000,
  shippingCountries: ["FR", "DE", "ES", "IT", "BE", "NL", "PT", "AT", "MA", "GB"],
  orderNumberPrefix: "S-",
} as const satisfies Omit<stores.NewStore, "slug">;

export interface ServiceOptions {
  readonly log?: Logger;
  /** Replaces parts of the ports, for tests. */
  readonly ports?: Partial<Ports>;
  readonly mailer?: Mailer;
}

/** Opens the database, brings its schema up to date, and finds or opens the store. */
export async function openServices(
  config: Config,
  options: ServiceOptions = {},
): Promise<Services> {
  const log = options.log ?? createLogger(config);
  const { url, poolSize } = config.database;
  const database = openDatabase(url, poolSize === undefined ? {} : { poolSize });
  let follower: CurrentStore | undefined;
  try {
    await database.migrate();
    const store = followStore(database, log, await findOrOpenStore(database, config.storeSlug));
    follower = store;
    const files = { images: sharpImages(), storage: await storageOf(config, log) };
    const engine = config.search === null ? null : await remoteEngine(config.search, log);
    const outside = { storeChanged: store.set, ...files, searchEngine: engine };
    const ports = portsOf(config, database, { ...outside, ...options.ports });
    const mailer = options.mailer ?? mailerOf(config, log);
    const cache = cacheOf(config, log);
    const parts = { config, log, database, ports, mailer, cache };
    const services = servicesOf({ ...parts, current: store, engine });
    await access.ensureRoles(services.systemContext());
    return services;
  } catch (error) {
    await follower?.stop();
    await database.close();
    throw error;
  }
}

type Given = Pick<Ports, "images" | "storage" | "searchEngine" | "storeChanged"> & Partial<Ports>;

function portsOf(config: Config, database: Database, given: Given): Ports {
  const gateways = new Map<string, PaymentGateway>();
  if (config.testGateway) {
    gateways.set(
      TEST_GATEWAY,
      createTestGateway((storeId) => database.forStore(storeId)),
    );
  }
  return {
    gateways,
    secrets: secretsOf(config),
    storefrontUrl: config.storefrontUrl,
    passkeyOrigins: passkeyOriginsOf(config),
    passwordMinLength: config.passwordMinLength,
    version: serverVersion(),
    ...given,
  };
}

/** Browsers give a passkey to pages of its own host only: others of the allow-list have no use of it. */
function passkeyOriginsOf(config: Config): readonly string[] {
  const { origin, hostname } = new URL(config.storefrontUrl);
  const listed = config.allowedOrigins.filter((text) => new URL(text).hostname === hostname);
  return [...new Set([origin, ...listed])];
}

/** Many nodes may start at once: whoever loses the race to open the store finds it. */
async function findOrOpenStore({ system }: Database, slug: string): Promise<StoreInfo> {
  const known = await stores.findBySlug(system, slug);
  if (known !== null) return known;
  try {
    return await stores.open(system, { slug, ...DEFAULT_STORE });
  } catch (error) {
    const meanwhile = await stores.findBySlug(system, slug);
    if (meanwhile !== null) return meanwhile;
    throw error;
  }
}

type Parts = Pick<Services, "config" | "log" | "database" | "ports" | "mailer" | "cache"> & {
  readonly current: CurrentStore;
  readonly engine: RemoteEngine | null;
};

const nobody: Actor = Object.freeze({ kind: "anonymous" });
const noCookie: SessionCookie = { set: () => undefined, clear: () => undefined };

function servicesOf({ current, engine, ...parts }: Parts): Services {
  const { database, ports, cache } = parts;
  const db = database.forStore(current.get().id);
  const listeners: (() => void)[] = [];
  const fixed = { db, ports, now: () => new Date() };
  return {
    ...parts,
    get store() {
      return current.get();
    },
    async contextFor({ credentials, ...call }) {
      const anonymous: Context = { ...fixed, ...call, store: current.get(), actor: nobody };
      if (credentials.bearer === null && credentials.sessionCookie === null) {
        return Object.freeze(anonymous);
      }
      const actor = Object.freeze(await authentication.actorOf(anonymous, credentials));
      return Object.freeze({ ...anonymous, actor });
    },
    systemContext: () => ({
      ...fixed,
      // Background work keeps its context for hours.
      get store() {
        return current.get();
      },
      actor: nobody,
      request: {
        id: "system",
        ip: "",
        userAgent: "",
        cartToken: null,
        idempotencyKey: null,
      },
      sessionCookie: noCookie,
      markReplayed: () => undefined,
      reportLimit: () => undefined,
    }),
    wake: () => {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => {
      listeners.push(listener);
    },
    async close() {
      await current.stop();
      await cache.close();
      await engine?.close();
      await database.close();
    },
  };
}
