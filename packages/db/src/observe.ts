/** Sees the statements that one piece of work issues: for query budgets in tests, and for logs. */
import { AsyncLocalStorage } from "node:async_hooks";

interface Observed {
  readonly statements: string[];
  readonly parameters: (readonly unknown[])[];
}

const observed = new AsyncLocalStorage<Observed>();

export function observeStatement(text: string, parameters: readonly unknown[]): void {
  const store = observed.getStore();
  store?.statements.push(text);
  store?.parameters.push(parameters);
}

/**
 * Runs `work` and tells which statements it sent, in order, without those that begin and end units; and with
 * which parameters each.
 */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{
  result: T;
  statements: readonly string[];
  parameters: readonly (readonly unknown[])[];
}> {
  const all: Observed = { statements: [], parameters: [] };
  const result = await observed.run(all, work);
  return { result, ...all };
}

/** For the statements that belong to ending a unit of work. */
export const observeNothing = <T>(work: () => T): T => observed.exit(work);
