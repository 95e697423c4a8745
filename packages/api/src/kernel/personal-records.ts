/** Rows as their person takes them away: names as on the wire, instants as text. */

export type PersonalRecord = Record<string, unknown>;

/** Of each category, such as `orders`, all that is held. */
export type PersonalRecords = Record<string, PersonalRecord[]>;

export const personalRecord = (row: object): PersonalRecord =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Date ? value.toISOString() : value,
    ]),
  );

/** The rows that hang on each of others, by the id of the other. */
export function byOwner<Row extends { readonly ownerId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, PersonalRecord[]> {
  const found = new Map<string, PersonalRecord[]>();
  for (const { ownerId, ...row } of rows) {
    const known = found.get(ownerId);
    if (known === undefined) found.set(ownerId, [personalRecord(row)]);
    else known.push(personalRecord(row));
  }
  return found;
}
