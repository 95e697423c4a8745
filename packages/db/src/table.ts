/**
 * One table definition, two tables. `pg` carries every query on both engines and PostgreSQL's DDL;
 * `lite` has the same row type and serves SQLite's DDL only.
 */
import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import type {
  ColumnDef,
  ColumnTraits,
  LiteBuilderOf,
  PgBuilderOf,
  ReferencedTable,
} from "./column.ts";

type Columns = Record<string, ColumnDef<ColumnTraits>>;
type TraitsOf<C> = C extends ColumnDef<infer T> ? T : never;
type PgColumns<C extends Columns> = { [K in keyof C]: PgBuilderOf<TraitsOf<C[K]>> };
type LiteColumns<C extends Columns> = { [K in keyof C]: LiteBuilderOf<TraitsOf<C[K]>> };

export interface IndexDef<Key extends string> {
  readonly on: readonly Key[];
  readonly unique?: boolean;
  /** SQL that both engines read alike. */
  readonly where?: string;
}

export interface TableOptions<Key extends string> {
  /** Index name (without the table's) to its definition. */
  readonly indexes?: Readonly<Record<string, IndexDef<Key>>>;
  /** CHECK name (without the table's) to SQL that both engines read alike. */
  readonly checks?: Readonly<Record<string, string>>;
  /** Whether rows belong to a store. True for all but the stores themselves. */
  readonly tenant?: boolean;
}

export interface TableDef extends ReferencedTable {
  readonly columns: Columns;
  readonly tenant: boolean;
}

/** Every table defined so far, in order of definition. */
export const tables: TableDef[] = [];

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** `amount in (...)`, for CHECKs over `column.oneOf`. */
export const oneOfCheck = (name: string, values: readonly string[]): string =>
  `${name} in (${values.map((value) => `'${value}'`).join(", ")})`;

/**
 * A row is seen and written only under its own store's setting; `*` is the system's. The setting is read once
 * a statement, and the column stands by itself, so that the planner judges how many rows a store has by what
 * it knows of the column: without that it takes every page for a few rows, and sorts whole tables.
 */
const ownStore = sql.raw(
  "store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) " +
    "or (select current_setting('app.store_id', true) = '*')",
);

export function defineTable<Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  options: TableOptions<Extract<keyof C, string>> = {},
) {
  const { indexes = {}, checks = {}, tenant = true } = options;
  if (tenant && !("storeId" in columns)) throw new Error(`${name} belongs to no store`);

  const references = Object.entries(columns).flatMap(([key, { definition }]) =>
    definition.reference
      ? [{ key, name: `${name}_${snakeCase(key)}_fk`, ...definition.reference }]
      : [],
  );
  const constraint = (suffix: string) => `${name}_${suffix}`;

  const pgTable = pg.pgTable(name, named(columns, "pg") as PgColumns<C>, (table) => {
    const of = (key: string) => Reflect.get(table, key) as pg.ExtraConfigColumn & pg.AnyPgColumn;
    return [
      ...Object.entries(indexes).map(([suffix, { on, unique, where }]) => {
        const [first, ...rest] = columnsOf(suffix, on).map(of) as [pg.ExtraConfigColumn];
        const make = unique === true ? pg.uniqueIndex : pg.index;
        const index = make(constraint(suffix)).on(first, ...rest);
        return where === undefined ? index : index.where(sql.raw(where));
      }),
      ...Object.entries(checks).map(([suffix, rule]) =>
        pg.check(constraint(suffix), sql.raw(rule)),
      ),
      ...references.map(({ key, name: foreignKey, table: target, onDelete }) =>
        pg
          .foreignKey({
            name: foreignKey,
            columns: [of(key)],
            foreignColumns: [Reflect.get(target().pg, "id") as pg.AnyPgColumn],
          })
          .onDelete(onDelete),
      ),
      ...(tenant
        ? [pg.pgPolicy(constraint("own_store"), { using: ownStore, withCheck: ownStore })]
        : []),
    ];
  });

  const liteTable = lite.sqliteTable(name, named(columns, "lite") as LiteColumns<C>, (table) => {
    const of = (key: string) => Reflect.get(table, key) as lite.AnySQLiteColumn;
    return [
      ...Object.entries(indexes).map(([suffix, { on, unique, where }]) => {
        const [first, ...rest] = columnsOf(suffix, on).map(of) as [lite.AnySQLiteColumn];
        const make = unique === true ? lite.uniqueIndex : lite.index;
        const index = make(constraint(suffix)).on(first, ...rest);
        return where === undefined ? index : index.where(sql.raw(where));
      }),
      ...Object.entries(checks).map(([suffix, rule]) =>
        lite.check(constraint(suffix), sql.raw(rule)),
      ),
      ...references.map(({ key, name: foreignKey, table: target, onDelete }) =>
        lite
          .foreignKey({
            name: foreignKey,
            columns: [of(key)],
            foreignColumns: [Reflect.get(target().lite, "id") as lite.AnySQLiteColumn],
          })
          .onDelete(onDelete),
      ),
    ];
  });

  const table = { name, pg: pgTable, lite: liteTable, columns, tenant };
  tables.push(table);
  return table;
}

/** The builders of one dialect under their SQL names. */
function named(columns: Columns, dialect: "pg" | "lite"): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([key, { definition }]) => {
      const builder = definition[dialect];
      (Reflect.get(builder, "config") as { name: string }).name = snakeCase(key);
      return [key, builder];
    }),
  );
}

function columnsOf(index: string, on: readonly string[]): readonly string[] {
  if (on.length === 0) throw new Error(`index ${index} has no column`);
  return on;
}
