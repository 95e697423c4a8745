/** drizzle's session over one function: SQL text and parameters in, rows out. Both engines use it. */
import { type Query as CompiledQuery, is, Param, Placeholder, type SQL, sql } from "drizzle-orm";
import {
  PgDatabase,
  type PgDialect,
  PgPreparedQuery,
  PgSession,
  type PreparedQueryConfig,
} from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Query } from "./database.ts";
import type { Engine } from "./dialect.ts";
import { compileRowMapper, type RowMapper, type SelectedField } from "./row-mapper.ts";

export type RowShape = "arrays" | "objects";

/** `arrays` for what drizzle maps itself, `objects` for raw SQL. */
export type Execute = (
  text: string,
  params: unknown[],
  shape: RowShape,
) => unknown[] | Promise<unknown[]>;

type NoSchema = Record<string, never>;
type Values = Readonly<Record<string, unknown>>;
type MapAll<T> = (rows: unknown[][]) => T;

class PreparedStatement<T extends PreparedQueryConfig> extends PgPreparedQuery<T> {
  /** drizzle sets it after construction, for outer joins. */
  declare joinsNotNullableMap: Record<string, boolean> | undefined;
  readonly #execute: Execute;
  readonly #compiled: CompiledQuery;
  readonly #fields: readonly SelectedField[] | undefined;
  readonly #mapAll: MapAll<T["execute"]> | undefined;
  #mapRow: RowMapper | undefined;

  constructor(
    execute: Execute,
    compiled: CompiledQuery,
    fields: readonly SelectedField[] | undefined,
    mapAll: MapAll<T["execute"]> | undefined,
  ) {
    super(compiled, undefined, undefined, undefined);
    this.#execute = execute;
    this.#compiled = compiled;
    this.#fields = fields;
    this.#mapAll = mapAll;
  }

  override execute(values: Values = {}): Promise<T["execute"]> {
    return this.executeOn(this.#execute, values);
  }

  /** The same compiled statement on another connection, such as a transaction's. */
  async executeOn(execute: Execute, values: Values): Promise<T["execute"]> {
    const params = fillIn(this.#compiled.params, values);
    const { sql: text } = this.#compiled;
    if (this.#fields === undefined && this.#mapAll === undefined) {
      return await execute(text, params, "objects");
    }
    const pending = execute(text, params, "arrays");
    const rows = (pending instanceof Promise ? await pending : pending) as unknown[][];
    if (this.#mapAll !== undefined) return this.#mapAll(rows);
    this.#mapRow ??= compileRowMapper(this.#fields ?? [], this.joinsNotNullableMap);
    return rows.map(this.#mapRow);
  }
}

function fillIn(params: readonly unknown[], values: Values): unknown[] {
  return params.map((param) => {
    if (is(param, Placeholder)) return given(param, values);
    if (is(param, Param) && is(param.value, Placeholder)) {
      const value = given(param.value, values);
      return value === null ? null : param.encoder.mapToDriverValue(value);
    }
    return param;
  });
}

function given({ name }: Placeholder, values: Values): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`no value for the placeholder ${name}`);
  return value;
}

class Session extends PgSession<PostgresJsQueryResultHKT, NoSchema, NoSchema> {
  readonly #execute: Execute;

  constructor(dialect: PgDialect, execute: Execute) {
    super(dialect);
    this.#execute = execute;
  }

  override prepareQuery<T extends PreparedQueryConfig>(
    query: CompiledQuery,
    fields: SelectedField[] | undefined,
    _name: string | undefined,
    _arrays: boolean,
    mapAll?: MapAll<T["execute"]>,
  ): PreparedStatement<T> {
    return new PreparedStatement<T>(this.#execute, query, fields, mapAll);
  }

  override all<T = unknown>(query: SQL): Promise<T[]> {
    return this.execute<T[]>(query);
  }

  override transaction(): Promise<never> {
    throw new Error("units of work are opened by Db.transaction");
  }
}

interface Handle {
  readonly execute: Execute;
  readonly engine: Engine;
}
const handles = new WeakMap<object, Handle>();

/** drizzle's query builder over `execute`. */
export function queryOver(dialect: PgDialect, handle: Handle): Query {
  const session = new Session(dialect, handle.execute);
  const query = new PgDatabase<PostgresJsQueryResultHKT, NoSchema, NoSchema>(
    dialect,
    session,
    undefined,
  );
  handles.set(query, handle);
  return query;
}

interface Preparable<Result> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Result> };
}
type Placeholders<Params> = {
  readonly [Key in keyof Params]: Placeholder<Extract<Key, string>, Params[Key]>;
};

/**
 * A statement built and compiled once for each engine, run on any handle: pool, reader or transaction.
 * Building SQL is most of a hot query's cost.
 */
export function defineQuery<Params extends Record<string, unknown>, Result>(
  build: (query: Query, params: Placeholders<Params>) => Preparable<Result>,
): (query: Query, values: Params) => Promise<Result> {
  type Statement = PreparedStatement<{ execute: Result; all: unknown; values: unknown }>;
  const compiled = new Map<Engine, Statement>();
  const placeholders = new Proxy({} as Placeholders<Params>, {
    get: (_target, key) => sql.placeholder(String(key)),
  });
  return (query, values) => {
    const handle = handles.get(query);
    if (handle === undefined) throw new Error("not a database handle of this package");
    let statement = compiled.get(handle.engine);
    if (statement === undefined) {
      statement = build(query, placeholders).prepare("defined") as unknown as Statement;
      compiled.set(handle.engine, statement);
    }
    return statement.executeOn(handle.execute, values);
  };
}
