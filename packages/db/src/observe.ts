/** Sees the statements that one piece of work issues: for query budgets in tests, and for logs. */
import { AsyncLocalStorage } from "node:async_hooks";

const observed = new AsyncLocalStorage<string[]>();

export function observeStatement(text: string): void {
  observed.getStore()?.push(text);
}

/** Runs `work` and tells which statements it sent, in order, without those that begin and end units. */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  const result = await observed.run(statements, work);
  return { result, statements };
}

/** For the statements that belong to ending a unit of work. */
export const observeNothing = <T>(work: () => T): T => observed.exit(work);
