/** Turns a driver's row (an array) into the object drizzle promises; compiled once a statement. */
import { Column, getTableName, is, SQL, Subquery } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

export interface SelectedField {
  path: string[];
  field: PgColumn | SQL | SQL.Aliased | Subquery;
}
type Row = Record<string, unknown>;
export type RowMapper = (row: readonly unknown[]) => Row;

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

/** drizzle keeps the decoder of an expression in a field that its types do not show. */
function decoderOf(field: SelectedField["field"]): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return Reflect.get(field, "decoder") as Decoder;
  if (is(field, SQL.Aliased)) return Reflect.get(field.sql, "decoder") as Decoder;
  if (is(field, Subquery)) return Reflect.get(field._.sql, "decoder") as Decoder;
  throw new Error("unknown kind of selected field");
}

interface Cell {
  readonly path: readonly string[];
  readonly decoder: Decoder;
  /** The table whose absence in an outer join makes the whole object null. */
  readonly table: string | null;
}

export function compileRowMapper(
  fields: readonly SelectedField[],
  notNullable?: Readonly<Record<string, boolean>>,
): RowMapper {
  const cells = fields.map(({ path, field }): Cell => {
    const joined = is(field, Column) && path.length === 2;
    return { path, decoder: decoderOf(field), table: joined ? getTableName(field.table) : null };
  });
  return cells.every(({ path }) => path.length === 1)
    ? (row) => flatRow(cells, row)
    : (row) => nestedRow(cells, row, notNullable);
}

const decoded = ({ decoder }: Cell, value: unknown): unknown =>
  value === null || value === undefined ? null : decoder.mapFromDriverValue(value);

function flatRow(cells: readonly Cell[], row: readonly unknown[]): Row {
  const result: Row = {};
  cells.forEach((cell, i) => {
    result[cell.path[0] ?? ""] = decoded(cell, row[i]);
  });
  return result;
}

function nestedRow(
  cells: readonly Cell[],
  row: readonly unknown[],
  notNullable: Readonly<Record<string, boolean>> | undefined,
): Row {
  const result: Row = {};
  // Object name to the one table all of whose columns were null so far, or false.
  const absent = new Map<string, string | false>();
  cells.forEach((cell, i) => {
    const value = decoded(cell, row[i]);
    setAt(result, cell.path, value);
    const [key] = cell.path;
    if (cell.table === null || key === undefined) return;
    const before = absent.get(key);
    const allNull = value === null && (before === undefined || before === cell.table);
    absent.set(key, allNull ? cell.table : false);
  });
  if (notNullable !== undefined) {
    for (const [key, table] of absent) {
      if (table !== false && notNullable[table] === false) result[key] = null;
    }
  }
  return result;
}

function setAt(target: Row, path: readonly string[], value: unknown): void {
  let node = target;
  for (const key of path.slice(0, -1)) {
    node[key] ??= {};
    node = node[key] as Row;
  }
  node[path.at(-1) ?? ""] = value;
}
