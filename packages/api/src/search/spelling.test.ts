/** Typing errors: how far two words are apart, and that what is forgiven is also found. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmented, segments } from "./segments.ts";
import { closest, distance, forgiven, fragmentsOf, mostAlike, similarity } from "./spelling.ts";

const letter = fc.constantFrom(..."abcdeé");
const word = (minLength: number) =>
  fc.array(letter, { minLength, maxLength: 12 }).map((letters) => letters.join(""));

/** One slip of the finger. */
const slip = fc.record({
  kind: fc.constantFrom("insert", "drop", "change", "swap"),
  at: fc.nat(11),
  letter,
});
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

function slipped(text: string, { kind, at, letter }: Slip): string {
  const letters = [...text];
  const i = at % letters.length;
  if (kind === "insert") return letters.toSpliced(i, 0, letter).join("");
  if (kind === "drop") return letters.toSpliced(i, 1).join("");
  if (kind === "change") return letters.with(i, letter).join("");
  const [one = "", other = ""] = letters.slice(i, i + 2);
  return letters.toSpliced(i, 2, other, one).join("");
}

describe("the distance of two words", () => {
  it("is what it is known to be", () => {
    const known: readonly [string, string, number][] = [
      ["kitten", "sitting", 3],
      ["lamp", "lmap", 1],
      ["", "tea", 3],
      ["tea", "", 3],
      ["tea", "tea", 0],
    ];
    for (const [one, other, apart] of known) expect(distance(one, other)).toBe(apart);
  });

  it("is the same both ways, and one at most after one slip", () => {
    fc.assert(
      fc.property(word(1), word(1), slip, (one, other, wrong) => {
        expect(distance(one, other)).toBe(distance(other, one));
        expect(distance(one, slipped(one, wrong))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the fragments of a word", () => {
  it("meet those of the word with one slip in it, so that it is found", () => {
    fc.assert(
      fc.property(word(4), slip, (meant, wrong) => {
        const typed = slipped(meant, wrong);
        fc.pre(forgiven(typed) > 0);
        const shared = new Set(fragmentsOf(meant));
        expect(fragmentsOf(typed).some((fragment) => shared.has(fragment))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what was meant", () => {
  it("is the closest, and of equally close ones those that begin alike", () => {
    expect(closest("lanten", ["planted", "lantern", "canteen"])).toEqual(["lantern"]);
    expect(closest("bown", ["town", "gown", "bowl", "down"])).toEqual(["bowl", "town", "gown"]);
    expect(closest("mug", ["jug"])).toEqual([]);
  });
});

describe("words run together", () => {
  const known = new Set(["sea", "salt", "seas", "chocolate", "desk", "mat"]);

  it("are parted into as few known ones as will do", () => {
    expect(segmented("seasaltchocolate", known)).toEqual(["sea", "salt", "chocolate"]);
    expect(segmented("deskmat", known)).toEqual(["desk", "mat"]);
    expect(segmented("desk", known)).toBeNull();
    expect(segmented("deskmug", known)).toBeNull();
  });

  it("are looked up by parts of three letters or more, and not at any length", () => {
    expect(segments("sofa")).toEqual(["sof", "sofa", "ofa"]);
    expect(segments("a".repeat(25))).toEqual([]);
  });
});

describe("the likeness of two words", () => {
  it("is what pg_trgm says", () => {
    const known: readonly [string, string, number][] = [
      ["word", "words", 4 / 7],
      ["sofaaa", "sofa", 4 / 8],
      ["lamp", "lamp", 1],
      ["lamp", "tea", 0],
    ];
    for (const [one, other, likeness] of known) {
      expect(similarity(one, other)).toBeCloseTo(likeness, 10);
    }
  });

  it("takes those only that are most like it, and none that is too little so", () => {
    expect(mostAlike("sofaaa", ["sofa", "sofas", "tofu"])).toEqual(["sofa"]);
    expect(mostAlike("lxxtern", ["lantern"])).toEqual([]);
  });
});
