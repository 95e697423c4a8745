/** The two programs that are compared, set up as in production. */
import { randomBytes } from "node:crypto";
import { bareMain, soukMain } from "../places.ts";
import type { Program } from "./child.ts";

/** Both sign with it, so that tokens have the same length. */
const secretKey = randomBytes(48).toString("base64");

interface SoukWish {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** Whether anonymous answers are kept, as they are in production. */
  readonly keepsAnswers: boolean;
}

export const souk = ({ databaseUrl, dataFolder, keepsAnswers }: SoukWish): Program => ({
  name: "Souk",
  main: soukMain,
  healthPath: "/api/health/",
  environment: (port) => ({
    SOUK_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    ALLOW_SQLITE_IN_PRODUCTION: "true",
    SOUK_DATA_DIR: dataFolder,
    SOUK_TEST_GATEWAY: "true",
    SECRET_KEY: secretKey,
    MAIL_DISABLED: "true",
    LOG_LEVEL: "silent",
    ...(keepsAnswers ? {} : { CACHE_BYTES: "0" }),
    // Each sign-in comes from an address of its own, as from behind a load balancer.
    TRUSTED_PROXY_HOPS: "1",
  }),
});

export const bare = (databaseUrl: string): Program => ({
  name: "bare",
  main: bareMain,
  healthPath: "/health",
  environment: (port) => ({
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    SECRET_KEY: secretKey,
  }),
});
