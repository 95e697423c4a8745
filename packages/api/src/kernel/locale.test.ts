/** Languages and what stands in for them. */
import { describe, expect, it } from "vitest";
import { isServed, localesFor, servedLocale } from "./locale.ts";

const store = { defaultLocale: "en", locales: ["fr", "fr-CA", "pt-BR"] };

describe("a text", () => {
  it.each([
    ["fr-CA", ["fr-CA", "fr"], "fr-CA"],
    ["FR-ca", ["fr-CA", "fr"], "fr-CA"],
    ["fr-BE", ["fr"], "fr"],
    ["pt-BR", ["pt-BR"], "pt-BR"],
    ["pt", [], "en"],
    ["en-GB", [], "en"],
    ["de", [], "en"],
    [null, [], "en"],
  ])("for %s is looked up in %j", (wanted, chain, served) => {
    expect(localesFor(store, wanted)).toEqual(chain);
    expect(servedLocale(store, wanted)).toBe(served);
  });

  it("of the store's own language is closer than a broader translation of it", () => {
    expect(localesFor({ defaultLocale: "fr", locales: ["fr-CA"] }, "fr-CA-x")).toEqual(["fr-CA"]);
    expect(localesFor({ defaultLocale: "pt-BR", locales: ["pt"] }, "pt-BR")).toEqual([]);
  });

  it("is served in the store's languages and in narrower ones", () => {
    expect(["fr", "fr-BE", "en-GB", "en"].every((tag) => isServed(store, tag))).toBe(true);
    expect(["de", "pt"].some((tag) => isServed(store, tag))).toBe(false);
  });
});
