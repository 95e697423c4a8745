/** The command line: what is measured, for how long, on which engines. */
import { parseArgs } from "node:util";
import { ORIGINALS } from "./catalogue/multiply.ts";

export const ENGINES = ["sqlite", "postgres"] as const;
export type Engine = (typeof ENGINES)[number];

export const ENDPOINTS = ["list", "detail", "search", "sign-in", "checkout"] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export const PARTS = ["cold-start", ...ENDPOINTS, "types"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly engines: readonly Engine[];
  readonly parts: readonly Part[];
  /** Of one run, without its warm-up. */
  readonly seconds: number;
  readonly rounds: number;
  readonly products: number;
  readonly accounts: number;
  readonly connections: number;
  /** Souk's answers to anonymous reads. */
  readonly keepsAnswers: boolean;
  readonly coldStarts: number;
  readonly typeChecks: number;
}

const full = {
  seconds: 5,
  rounds: 3,
  products: 5000,
  accounts: 64,
  connections: 16,
  coldStarts: 5,
  typeChecks: 3,
} as const;

/** Proves that everything runs. Its numbers mean nothing. */
const quick = {
  ...full,
  seconds: 1,
  rounds: 1,
  products: 200,
  accounts: 8,
  coldStarts: 1,
  typeChecks: 1,
} as const;

export const USAGE = `npm run bench -- [options]
  --engines sqlite,postgres   which databases
  --only list,detail,...      ${PARTS.join(", ")}
  --seconds 5                 length of one run
  --rounds 3                  runs of each kind; medians are taken over them
  --products 5000             size of the catalogue, three variants each; such as 100000
  --connections 16            clients at the same time
  --uncached                  Souk keeps no answers, and asks the database each time
  --quick                     tiny, to see that it works`;

/** Throws an error whose message is for the person who typed. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      engines: { type: "string" },
      only: { type: "string" },
      seconds: { type: "string" },
      rounds: { type: "string" },
      products: { type: "string" },
      connections: { type: "string" },
      uncached: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
    },
  });
  const defaults = values.quick ? quick : full;
  const products = positive("products", values.products, defaults.products);
  if (products > ORIGINALS && products % ORIGINALS !== 0) {
    throw new Error(`--products above ${ORIGINALS} is a multiple of it`);
  }
  return {
    ...defaults,
    products,
    keepsAnswers: !values.uncached,
    engines: chosen("engines", values.engines, ENGINES),
    parts: chosen("only", values.only, PARTS),
    seconds: positive("seconds", values.seconds, defaults.seconds),
    rounds: positive("rounds", values.rounds, defaults.rounds),
    connections: positive("connections", values.connections, defaults.connections),
  };
}

function chosen<const T extends string>(
  name: string,
  text: string | undefined,
  all: readonly T[],
): readonly T[] {
  if (text === undefined) return all;
  const asked = text.split(",").map((word) => word.trim());
  const unknown = asked.filter((word) => !all.some((known) => known === word));
  if (unknown.length > 0) {
    throw new Error(`--${name} knows ${all.join(", ")}, but not ${unknown.join(", ")}`);
  }
  return all.filter((known) => asked.includes(known));
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} is a whole number above 0`);
}
