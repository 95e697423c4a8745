/** Text as the index and a query see it. */
import { describe, expect, it } from "vitest";
import { normalise, termsOf } from "./normalise.ts";

describe("the words of a text", () => {
  it("are plain letters and digits in lower case", () => {
    expect(normalise("  Crème BRÛLÉE — ½ kg, Straße №5 ")).toBe("creme brulee 1 2 kg strasse no5");
    expect(normalise("Ærø Łódź İstanbul")).toBe("aero lodz istanbul");
    expect(normalise("日本 茶")).toBe("日本 茶");
    expect(normalise("\0 \ud800 ' \" ( * : & | ! -")).toBe("");
  });

  it("leave out what PostgreSQL does not index, unless nothing else is there", () => {
    expect(termsOf("a lamp for the desk")).toEqual([
      { words: ["lamp"], prefix: false },
      { words: ["desk"], prefix: true },
    ]);
    expect(termsOf("the")).toEqual([{ words: ["the"], prefix: true }]);
    expect(termsOf(" -- ")).toEqual([]);
  });
});
