/** The little that the bare server wants of a database: rows for a statement, and transactions. */

export type Value = string | number | boolean | null;

export interface Tx {
  readonly engine: "sqlite" | "postgres";
  /** `?` stands for each value. Statements are prepared once. What the rows hold is for the caller to know. */
  all<Row>(text: string, values: readonly Value[]): Row[] | Promise<Row[]>;
}

export interface Driver extends Tx {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function one<Row>(tx: Tx, text: string, values: readonly Value[]): Promise<Row> {
  const [row] = await tx.all<Row>(text, values);
  if (row === undefined) throw new Error(`no row: ${text}`);
  return row;
}

/** The drivers differ in what a timestamp and a JSON value are. */
export type Time = string | Date;
export type Json = string | object;

export const isoOf = (time: Time): string => new Date(time).toISOString();

export const jsonOf = <T>(json: Json): T =>
  (typeof json === "string" ? JSON.parse(json) : json) as T;

/** An INSERT of these columns, its text made once. */
export function inserting<const Column extends string>(table: string, ...columns: Column[]) {
  const marks = columns.map(() => "?").join(", ");
  const text = `insert into ${table} (${columns.join(", ")}) values (${marks})`;
  return (tx: Tx, row: Readonly<Record<Column, Value>>) =>
    tx.all(
      text,
      columns.map((column) => row[column]),
    );
}
