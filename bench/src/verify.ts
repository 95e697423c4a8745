/** Both servers answer the same bytes, or nothing is measured. */
import type { Call, Face, Scenario } from "./scenarios/scenario.ts";

const SAMPLE = 40;

interface Server {
  readonly url: string;
  errors(): string;
}

export interface Pair {
  readonly souk: Server;
  readonly bare: Server;
}

/** Throws with both answers when they differ. Answers how many were compared, and their mean size. */
export async function verifyAlike(
  scenario: Scenario,
  face: Face,
  pair: Pair,
): Promise<{ readonly answers: number; readonly meanBytes: number }> {
  const sizes =
    scenario.kind === "calls"
      ? await compareCalls(scenario.calls(face), pair)
      : await compareFlows(scenario, face, pair);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return { answers: sizes.length, meanBytes: Math.round(sum / sizes.length) };
}

async function compareCalls(calls: readonly Call[], pair: Pair): Promise<number[]> {
  const step = Math.max(1, Math.floor(calls.length / SAMPLE));
  const sizes: number[] = [];
  for (const call of calls.filter((_, i) => i % step === 0)) {
    const souk = await ask(pair.souk.url, call);
    const bare = await ask(pair.bare.url, call);
    assertAlike(call, { souk, bare, pair });
    sizes.push(Buffer.byteLength(souk.body));
  }
  return sizes;
}

async function compareFlows(
  scenario: Extract<Scenario, { kind: "flow" }>,
  face: Face,
  pair: Pair,
): Promise<number[]> {
  const visitor = scenario.begin();
  const [onSouk, onBare] = [{ ...visitor }, { ...visitor }];
  const sizes: number[] = [];
  for (const step of scenario.steps(face)) {
    const call = step.call(onSouk);
    const souk = await ask(pair.souk.url, call);
    const bare = await ask(pair.bare.url, step.call(onBare));
    assertAlike(call, { souk, bare, pair });
    step.learn(souk.body, onSouk);
    step.learn(bare.body, onBare);
    sizes.push(Buffer.byteLength(souk.body));
  }
  return sizes;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask(url: string, { method, path, headers, body }: Call): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, "Accept-Encoding": "identity" },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, body: await response.text() };
}

interface Answers {
  readonly souk: Answer;
  readonly bare: Answer;
  readonly pair: Pair;
}

function assertAlike({ method, path }: Call, { souk, bare, pair }: Answers): void {
  const fine = souk.status >= 200 && souk.status < 300 && souk.status === bare.status;
  // A read answers nothing by chance: it is compared as it is.
  const alike =
    method === "GET" ? souk.body === bare.body : masked(souk.body) === masked(bare.body);
  if (fine && alike) return;
  throw new Error(
    `the two servers do not answer alike: ${method} ${path}\n` +
      `  Souk ${souk.status} ${souk.body}\n  ${pair.souk.errors()}\n` +
      `  bare ${bare.status} ${bare.body}\n  ${pair.bare.errors()}`,
  );
}

const CHANCE: readonly RegExp[] = [
  // A JWT, a secret of 256 bits in base64url, a UUID, a timestamp, an order number.
  /"eyJ[\w-]+\.[\w-]+\.[\w-]+"/g,
  /"[\w-]{43}"/g,
  /"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g,
  /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/g,
  /"S-\d+"/g,
];

/** Ids, secrets and times differ by chance: their lengths may not. */
const masked = (body: string): string =>
  CHANCE.reduce(
    (text, pattern) => text.replace(pattern, (match) => "#".repeat(match.length)),
    body,
  );
