/** Where the words of a search are marked in what is shown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, highlighted, type Segment, unanswered } from "./highlight.ts";
import { normalise, termsOf } from "./normalise.ts";

const read = (segments: readonly Segment[] | null): string | null =>
  segments?.map(({ text, match }) => (match ? `[${text}]` : text)).join("") ?? null;
const marked = (text: string, query: string) => read(highlighted(text, termsOf(query)));

describe("the words that were searched for", () => {
  it.each([
    ["a word as it stands", "Oak Tray", "tray oak", "[Oak] [Tray]"],
    [
      "whatever its case and accents",
      "Crème BRÛLÉE dish",
      "creme brulee now",
      "[Crème] [BRÛLÉE] dish",
    ],
    ["in another form", "Running shoes for runners", "shoe run", "[Running] [shoes] for [runners]"],
    [
      "as far as it is typed, at the end",
      "Candlelight for candles",
      "cand",
      "[Candlelight] for [candles]",
    ],
    ["whole, before the end", "Candlelight", "candle tray", "Candlelight"],
    [
      "not the words that every text has",
      "The lamp of the desk",
      "the desk",
      "The lamp of the [desk]",
    ],
    ["and nothing where nothing was asked for", "Oak Tray", "--", "Oak Tray"],
    ["beside punctuation", "(Oak-tray), oak!", "oak x", "([Oak]-tray), [oak]!"],
  ])("are marked: %s", (_case, text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it("are marked in all that somebody may have meant", () => {
    const terms = [{ words: ["teapot", "teapots"], prefix: false }];
    expect(read(highlighted("A tea pot is no Teapot", terms))).toBe("A tea pot is no [Teapot]");
  });

  it("leave the text as it is, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
        const segments = highlighted(text, termsOf(query));
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        for (const segment of segments) expect(segment.text).not.toBe("");
      }),
    );
  });

  it("are marked wherever a text has them", () => {
    const word = fc.stringMatching(/^[a-zé]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, asked, after) => {
        fc.pre(termsOf(asked).length === 1);
        const segments = highlighted([...before, asked, ...after].join(" "), termsOf(asked));
        const matches = segments.filter(({ match }) => match).map(({ text }) => normalise(text));
        expect(matches).toContain(normalise(asked));
      }),
    );
  });

  it("are told apart from those that stand nowhere", () => {
    expect(unanswered("Oak Tray", termsOf("oak cups trays"))).toEqual([
      { words: ["cups"], prefix: false },
    ]);
    expect(unanswered("", termsOf("oak"))).toHaveLength(1);
  });
});

describe("an excerpt", () => {
  const long = `${"Made by hand. ".repeat(20)}A candle burns inside. ${"Then it cools. ".repeat(20)}`;

  it("shows where the first of the words stands, in whole words", () => {
    const shown = read(excerpt(long, termsOf("candles glow"))) ?? "";
    expect(shown).toMatch(
      /^… (by|hand\.|Made) .* A \[candle\] burns inside\. Then it cools\..* …$/,
    );
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(long).toContain(shown.replace(/[[\]…]/g, "").trim());
  });

  it("is all of a short text, and none of one without the words", () => {
    expect(read(excerpt("A candle inside.", termsOf("candle")))).toBe("A [candle] inside.");
    expect(excerpt("A candle inside.", termsOf("tray"))).toBeNull();
  });

  it("holds the word, however long the words around it are", () => {
    const text = `${"x".repeat(300)} ${"needle".repeat(40)} ${"y".repeat(300)}`;
    expect(read(excerpt(text, termsOf("needle")))).toContain("[needle");
  });
});
