/** The environment's variables: their forms, one by one. What they mean together is `../config.ts`. */
import { PASSWORD_MIN_LENGTH } from "@souk/api/contracts/authentication";
import * as z from "zod";
import { problemOfSearchUrl } from "./search.ts";
import { problemOfStorageUrl } from "./storage.ts";

const flag = (name: string) =>
  z
    .enum(["true", "false", "1", "0"], { error: `${name} is true or false` })
    .transform((text) => text === "true" || text === "1")
    .optional();

const whole = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, { error: `${name} is a whole number`, abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      error: `${name} is a whole number from ${min} to ${max}`,
    })
    .optional();

const origin = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const web = url !== null && (url.protocol === "http:" || url.protocol === "https:");
  return web && url.origin === text ? text : null;
};

const webAddress = (name: string) =>
  z
    .string()
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error: `${name} is an address that begins with http:// or https://`,
    })
    .transform((text) => text.replace(/\/+$/, ""))
    .optional();

export const Variables = z.object({
  SOUK_ENV: z
    .enum(["development", "production", "testing"], {
      error: "SOUK_ENV is development, production or testing",
    })
    .default("development"),
  SOUK_ROOT: z.string().optional(),
  PORT: whole("PORT", 0, 65_535).transform((port) => port ?? 8000),
  HOST: z.string().optional(),
  PUBLIC_URL: webAddress("PUBLIC_URL"),
  STOREFRONT_URL: webAddress("STOREFRONT_URL"),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/.+|file:.+|:memory:)$/, {
      error: "DATABASE_URL begins with postgres://, postgresql:// or file:, or is :memory:",
    })
    .optional(),
  DATABASE_POOL_SIZE: whole("DATABASE_POOL_SIZE", 1, 1000),
  ALLOW_SQLITE_IN_PRODUCTION: flag("ALLOW_SQLITE_IN_PRODUCTION"),
  SOUK_DATA_DIR: z.string().default(".data"),
  STORAGE_URL: z
    .string()
    .refine((text) => problemOfStorageUrl(text) === null, {
      error: ({ input }) => problemOfStorageUrl(String(input)) ?? "",
    })
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_REGION: z.string().optional(),
  SEARCH_URL: z
    .string()
    .refine((text) => problemOfSearchUrl(text) === null, {
      error: ({ input }) => problemOfSearchUrl(String(input)) ?? "",
    })
    .optional(),
  SOUK_STORE: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: "SOUK_STORE is a slug of small letters, digits and dashes",
    })
    .default("souk"),
  SOUK_SAMPLE_DIR: z.string().optional(),
  SOUK_SEED_DEMO: flag("SOUK_SEED_DEMO"),
  SOUK_TEST_GATEWAY: flag("SOUK_TEST_GATEWAY"),
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_PREVIOUS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every((secret) => Buffer.byteLength(secret) >= 32), {
      error:
        "SECRET_KEY_PREVIOUS is a comma separated list of earlier secrets, each of 32 bytes or more",
    }),
  CORS_ALLOWED_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every((text) => origin(text) !== null), {
      error:
        "CORS_ALLOWED_ORIGINS is a comma separated list of exact origins, such as https://shop.example (no path, no slash at the end, no *)",
    })
    .optional(),
  TRUSTED_PROXY_HOPS: whole("TRUSTED_PROXY_HOPS", 0, 10).transform((hops) => hops ?? 0),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error:
        "SMTP_URL begins with smtp:// or smtps://, such as smtps://user:password@mail.example:465",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, {
      error: 'MAIL_FROM is a mail address, such as "Souk <shop@example.com>"',
    })
    .optional(),
  MAIL_DISABLED: flag("MAIL_DISABLED"),
  PASSWORD_MIN_LENGTH: whole("PASSWORD_MIN_LENGTH", PASSWORD_MIN_LENGTH, 64).transform(
    (characters) => characters ?? PASSWORD_MIN_LENGTH,
  ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "LOG_LEVEL is fatal, error, warn, info, debug, trace or silent",
    })
    .optional(),
  BODY_LIMIT_BYTES: whole("BODY_LIMIT_BYTES", 1024, 104_857_600).transform(
    (bytes) => bytes ?? 1_048_576,
  ),
  MAX_CONCURRENT_REQUESTS: whole("MAX_CONCURRENT_REQUESTS", 1, 100_000).transform(
    (count) => count ?? 500,
  ),
  CACHE_BYTES: whole("CACHE_BYTES", 0, 4_294_967_296).transform((bytes) => bytes ?? 67_108_864),
  REDIS_URL: z
    .string()
    .refine((text) => /^rediss?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error:
        "REDIS_URL begins with redis:// or rediss://, such as redis://:password@cache.example:6379",
    })
    .optional(),
});
export type Variables = z.infer<typeof Variables>;
