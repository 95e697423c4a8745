/**
 * Whether the bare server still reads by Souk's own SQL and writes the same rows. It is written by
 * hand, so a change of Souk's statements would otherwise be measured as the cost of everything else.
 */
import type { Endpoint } from "../options.ts";
import type { Call, Memory, Scenario } from "../scenarios/scenario.ts";

export interface Sent {
  readonly statements: readonly string[];
  readonly body: string;
}

export interface Sender {
  send(call: Call): Promise<Sent>;
  close(): Promise<void>;
}

export interface Senders {
  readonly souk: Sender;
  readonly bare: Sender;
}

/** One text for each endpoint that differs. */
export async function differencesOf(
  scenarios: Readonly<Record<Endpoint, Scenario>>,
  senders: Senders,
): Promise<string[]> {
  const differences: string[] = [];
  for (const scenario of Object.values(scenarios)) {
    // The same visitor on both sides: the stock of both databases stays the same.
    const visitor = scenario.kind === "flow" ? scenario.begin() : { variantId: "", cartToken: "" };
    const souk = await secondVisit(scenario, senders.souk, visitor);
    const bare = await secondVisit(scenario, senders.bare, visitor);
    if (souk.join("\n") === bare.join("\n")) continue;
    differences.push(
      `${scenario.endpoint}\n  Souk ${souk.join("\n       ")}\n  bare ${bare.join("\n       ")}`,
    );
  }
  return differences;
}

/** The first makes what later ones find, such as the counter of orders. */
async function secondVisit(scenario: Scenario, sender: Sender, visitor: Memory): Promise<string[]> {
  await visit(scenario, sender, { ...visitor });
  return visit(scenario, sender, { ...visitor });
}

/** What is sent for one unit of the scenario: its last single call, or its steps. */
async function visit(scenario: Scenario, sender: Sender, memory: Memory): Promise<string[]> {
  if (scenario.kind === "calls") {
    const call = scenario.calls("trpc").at(-1);
    if (call === undefined) throw new Error(`${scenario.endpoint} has no calls`);
    return telling(call, (await sender.send(call)).statements);
  }
  const all: string[] = [];
  for (const step of scenario.steps("trpc")) {
    const call = step.call(memory);
    const { statements, body } = await sender.send(call);
    step.learn(body, memory);
    all.push(...telling(call, statements));
  }
  return all;
}

/** Of a read every statement, word for word; of a write the rows that it writes, in any order. */
const telling = ({ method }: Call, statements: readonly string[]): string[] =>
  method === "GET" ? statements.map(plain) : statements.flatMap(writeOf).sort();

/** Without what means nothing: quotes, white space, the form of placeholders, names that only the bare server gives. */
const plain = (statement: string): string =>
  statement
    .replaceAll('"', "")
    .replace(/\$\d+/g, "?")
    .replace(/ AS \w+/g, "")
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/ \)/g, ")")
    .trim();

/** Such as `insert into orders`. */
function writeOf(statement: string): string[] {
  const [write] = /^(insert into|update|delete from) \w+/.exec(plain(statement)) ?? [];
  return write === undefined ? [] : [write];
}
