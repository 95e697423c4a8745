/** What stock should be after any history, for the tests that compare the two. */
import fc from "fast-check";

export const FIRST = 6;
export const SECOND = 4;
/** Of the second component in one bundle; of the first there is one. */
export const OF_B = 2;

export type Verb =
  | "reserve"
  | "reserve bundle"
  | "allocate"
  | "release"
  | "ship"
  | "deallocate"
  | "return"
  | "receive"
  | "adjust"
  | "hold"
  | "release hold"
  | "expire"
  | "send"
  | "arrive"
  | "call back";

export interface Step {
  readonly verb: Verb;
  readonly units: number;
  /** Which of those that are open. */
  readonly nth: number;
}

/** The way of what is sold, more often than what happens beside it: few histories would come to its end. */
const sale: readonly Verb[] = ["reserve", "reserve bundle", "allocate", "ship", "return"];
const beside: readonly Verb[] = [
  ...(["release", "deallocate", "receive", "adjust", "hold", "release hold", "expire"] as const),
  ...(["send", "arrive", "call back"] as const),
];

export const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...sale) },
    { weight: 1, arbitrary: fc.constantFrom(...beside) },
  ),
  units: fc.integer({ min: 1, max: 5 }),
  nth: fc.nat({ max: 6 }),
});

/** Units of the two components. */
export type Pair = readonly [a: number, b: number];
export const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d];
export const times = ([a, b]: Pair, n: number): Pair => [a * n, b * n];
export const fits = ([a, b]: Pair, [c, d]: Pair): boolean => a <= c && b <= d;

/** What stock should be, in a few lines that cannot be wrong. */
export class Model {
  onHand: Pair = [FIRST + SECOND, FIRST + SECOND];
  allocated: Pair = [0, 0];
  readonly payments = new Map<string, Pair>();
  readonly sold = new Map<string, Pair>();
  /** What has left and is not back, by what it was sold for. */
  readonly away = new Map<string, Pair>();
  readonly holds = new Map<string, Pair>();
  readonly sent = new Map<string, number>();

  get reserved(): Pair {
    return [...this.payments.values(), ...this.holds.values()].reduce(plus, [0, 0]);
  }
  get available(): Pair {
    return plus(this.onHand, times(plus(this.reserved, this.allocated), -1));
  }
}
