/** What a page says and asks for behind its back, from the moment one begins to watch. */
import type { Page } from "@playwright/test";

export interface Watched {
  /** Errors in the console, and errors that no code caught. */
  readonly errors: readonly string[];
  readonly policyViolations: readonly string[];
  /** Of every request, also those of pictures, fonts and styles. */
  readonly origins: ReadonlySet<string>;
}

export function watch(page: Page): Watched {
  const errors: string[] = [];
  const policyViolations: string[] = [];
  const origins = new Set<string>();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (/content security policy/i.test(text)) policyViolations.push(text);
    if (message.type() === "error") errors.push(text);
  });
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  return { errors, policyViolations, origins };
}
