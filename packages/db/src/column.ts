/** Columns that exist in both dialects under one row type. Knows codecs; knows no table. */
import { type ColumnBuilderBaseConfig, type SQL, sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { uuid7 } from "./uuid7.ts";

/** What a column is, for types only. */
export interface ColumnTraits {
  data: unknown;
  notNull: boolean;
  hasDefault: boolean;
  primaryKey: boolean;
}

export type OnDelete = "restrict" | "cascade" | "set null";

/** The part of a table that a reference needs; the rest would make the types circular. */
export interface ReferencedTable {
  readonly name: string;
  readonly pg: pg.PgTable;
  readonly lite: lite.SQLiteTable;
}

export interface Reference {
  readonly table: () => ReferencedTable;
  readonly onDelete: OnDelete;
}

/** The few builder methods used, seen structurally so that both dialects fit. */
interface Builder {
  notNull(): Builder;
  primaryKey(): Builder;
  default(value: unknown): Builder;
  $defaultFn(make: () => unknown): Builder;
  $onUpdateFn(make: () => unknown): Builder;
  generatedAlwaysAs(expression: SQL, config?: { mode: "virtual" }): Builder;
}

interface Definition {
  readonly pg: Builder;
  readonly lite: Builder;
  readonly reference?: Reference;
}

type With<T extends ColumnTraits, U> = Omit<T, keyof U> & U;

declare const traits: unique symbol;

export class ColumnDef<T extends ColumnTraits> {
  declare readonly [traits]: T;
  readonly definition: Definition;

  constructor(definition: Definition) {
    this.definition = definition;
  }

  notNull(): ColumnDef<With<T, { notNull: true }>> {
    return this.#map((builder) => builder.notNull());
  }

  primaryKey(): ColumnDef<With<T, { notNull: true; primaryKey: true }>> {
    return this.#map((builder) => builder.primaryKey().notNull());
  }

  /** Made by the application, so both engines store the same value. */
  init(make: () => T["data"]): ColumnDef<With<T, { hasDefault: true }>> {
    return this.#map((builder) => builder.$defaultFn(make));
  }

  /** As `init`, and made anew by each update that does not set it. */
  touch(make: () => T["data"]): ColumnDef<With<T, { hasDefault: true }>> {
    return this.#map((builder) => builder.$defaultFn(make).$onUpdateFn(make));
  }

  /** A literal in the DDL too: for a NOT NULL column added to a table that has rows. */
  backfill(
    value: T["data"] & (string | number | boolean),
  ): ColumnDef<With<T, { hasDefault: true }>> {
    return this.#map((builder) => builder.default(value).$defaultFn(() => value));
  }

  /** Kept by the database from the row's other columns, and never written: SQL that both engines read alike. */
  computed(expression: string): ColumnDef<With<T, { notNull: true; hasDefault: true }>> {
    const { pg: onPg, lite: onLite } = this.definition;
    return new ColumnDef({
      ...this.definition,
      pg: onPg.generatedAlwaysAs(sql.raw(expression)).notNull(),
      // SQLite adds no stored one to a table that is there; an index of it is stored all the same.
      lite: onLite.generatedAlwaysAs(sql.raw(expression), { mode: "virtual" }).notNull(),
    });
  }

  references(table: () => ReferencedTable, onDelete: OnDelete = "restrict"): ColumnDef<T> {
    return new ColumnDef<T>({ ...this.definition, reference: { table, onDelete } });
  }

  #map<U extends ColumnTraits>(change: (builder: Builder) => Builder): ColumnDef<U> {
    const { pg: onPg, lite: onLite } = this.definition;
    return new ColumnDef<U>({ ...this.definition, pg: change(onPg), lite: change(onLite) });
  }
}

type Config<T extends ColumnTraits, Kind extends string> = ColumnBuilderBaseConfig<
  "custom",
  Kind
> & {
  name: "";
  data: T["data"];
  driverParam: unknown;
  enumValues: undefined;
};
type Flags<T extends ColumnTraits> = {
  _: (T["notNull"] extends true ? { notNull: true } : unknown) &
    (T["hasDefault"] extends true ? { hasDefault: true } : unknown) &
    (T["primaryKey"] extends true ? { isPrimaryKey: true } : unknown);
};
export type PgBuilderOf<T extends ColumnTraits> = pg.PgCustomColumnBuilder<
  Config<T, "PgCustomColumn">
> &
  Flags<T>;
export type LiteBuilderOf<T extends ColumnTraits> = lite.SQLiteCustomColumnBuilder<
  Config<T, "SQLiteCustomColumn">
> &
  Flags<T>;

type Plain<Data> = { data: Data; notNull: false; hasDefault: false; primaryKey: false };

const define = <Data>(onPg: unknown, onLite: unknown): ColumnDef<Plain<Data>> =>
  new ColumnDef({ pg: onPg as Builder, lite: onLite as Builder });

// Queries run through the PostgreSQL columns on both engines, so each of those decodes what
// either driver returns: SQLite knows no booleans, timestamps or JSON.
const boolean = pg.customType<{ data: boolean; driverData: boolean | number }>({
  dataType: () => "boolean",
  fromDriver: (value) => value === true || value === 1,
});
const timestamp = pg.customType<{ data: Date; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value),
  toDriver: (value) => value.toISOString(),
});
const minorUnits = pg.customType<{ data: number; driverData: number | string }>({
  dataType: () => "bigint",
  fromDriver: Number,
});
const json = pg.customType<{ data: object; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => (typeof value === "string" ? JSON.parse(value) : (value as object)),
});
const liteTimestamp = lite.customType<{ data: Date; driverData: string }>({
  dataType: () => "text",
});

const now = (): Date => new Date();

export const column = {
  /** The row's own UUIDv7. */
  id: () => define<string>(pg.uuid(), lite.text()).primaryKey().init(uuid7),
  uuid: () => define<string>(pg.uuid(), lite.text()),
  text: () => define<string>(pg.text(), lite.text()),
  /** A closed set of words; the database refuses others by a CHECK of the table. */
  oneOf: <const Values extends readonly [string, ...string[]]>(_values: Values) =>
    define<Values[number]>(pg.text(), lite.text()),
  integer: () => define<number>(pg.integer(), lite.integer()),
  /** Money in minor units: bigint, safe to 2^53. */
  minorUnits: () => define<number>(minorUnits(), lite.integer()),
  boolean: () => define<boolean>(boolean(), lite.integer()),
  /** UTC, milliseconds. */
  timestamp: () => define<Date>(timestamp(), liteTimestamp()),
  createdAt: () => define<Date>(timestamp(), liteTimestamp()).notNull().init(now),
  updatedAt: () => define<Date>(timestamp(), liteTimestamp()).notNull().touch(now),
  /** Objects and arrays only: a bare JSON string would be ambiguous on SQLite. */
  json: <Data extends object>() => define<Data>(json(), lite.text()),
};
