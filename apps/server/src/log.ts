/** One JSON object a line. What could sign somebody in, or name a secret, is never written. */
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type { Logger } from "pino";

const SECRET_NAMES = ["password", "password_confirm", "new_password", "token", "refresh", "access"];
const SECRET_HEADERS = ["authorization", "cookie", "set-cookie", "cart-token", "idempotency-key"];

export function createLogger(config: Config, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`]),
        ...SECRET_HEADERS.map((name) => `headers["${name}"]`),
      ],
      censor: "[redacted]",
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What the log keeps of an error: its kind and its place, and the text of causes below it. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code: unknown = Reflect.get(error, "code");
  return {
    name,
    message: withoutParameters(message),
    ...(typeof code === "string" ? { code } : {}),
    stack: withoutParameters(stack ?? ""),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

// drizzle repeats a failed statement's values, which may be anything a person typed.
const withoutParameters = (text: string): string =>
  text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, "");
