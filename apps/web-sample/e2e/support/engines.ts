/** The databases that the shop is tried on, and where each of the two shops is open. */
export const engines = ["sqlite", "postgres"] as const;
export type Engine = (typeof engines)[number];

const variableOf = (engine: Engine): string => `SOUK_E2E_${engine.toUpperCase()}_URL`;

/** The set-up says it to the processes that run the tests. */
export function announce(engine: Engine, address: string): void {
  process.env[variableOf(engine)] = address;
}

export function addressOf(engine: Engine): string {
  const address = process.env[variableOf(engine)];
  if (address === undefined) throw new Error("No shop is open: see e2e/global-setup.ts.");
  return address;
}

const SQLITE_FILE = "SOUK_E2E_SQLITE_FILE";

export function announceSqliteFile(file: string): void {
  process.env[SQLITE_FILE] = file;
}

export function sqliteFile(): string {
  const file = process.env[SQLITE_FILE];
  if (file === undefined) throw new Error("No shop is open: see e2e/global-setup.ts.");
  return file;
}
