/**
 * The embedded engine speaks drizzle's PostgreSQL language: a PgDialect that compiles to SQLite's SQL.
 * What SQLite cannot say throws while the statement is compiled.
 */
import { Column, getTableColumns, is, Param, SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type PgColumn, PgDialect, type PgTable } from "drizzle-orm/pg-core";

export type Engine = "postgres" | "sqlite";

let compilingFor: Engine = "postgres";

class ByEngine implements SQLWrapper {
  readonly #texts: Readonly<Record<Engine, SQL>>;

  constructor(texts: Readonly<Record<Engine, SQL>>) {
    this.#texts = texts;
  }

  getSQL(): SQL {
    return this.#texts[compilingFor];
  }

  shouldOmitSQLParens(): boolean {
    return true;
  }
}

/** A fragment with one text for each engine, chosen while the statement is compiled. */
export const byEngine = <T>(texts: Readonly<Record<Engine, SQL>>): SQL<T> =>
  sql<T>`${new ByEngine(texts)}`;

type SelectConfig = Parameters<PgDialect["buildSelectQuery"]>[0];
type InsertConfig = Parameters<PgDialect["buildInsertQuery"]>[0];
type SetOperationConfig = Parameters<PgDialect["buildSetOperationQuery"]>[0];

export class SqliteDialect extends PgDialect {
  override escapeParam(): string {
    return "?";
  }

  override sqlToQuery(...args: Parameters<PgDialect["sqlToQuery"]>) {
    compilingFor = "sqlite";
    try {
      return super.sqlToQuery(...args);
    } finally {
      compilingFor = "postgres";
    }
  }

  override buildSelectQuery(config: SelectConfig): SQL {
    if (typeof config.distinct === "object") throw new Error("DISTINCT ON is not portable");
    if (config.joins?.some((join) => join.lateral)) throw new Error("LATERAL is not portable");
    // One writer at a time (BEGIN IMMEDIATE) already gives what FOR UPDATE asks for.
    const { lockingClause: _dropped, ...rest } = config;
    return super.buildSelectQuery(rest);
  }

  override buildInsertQuery(config: InsertConfig): SQL {
    // SQLite has no DEFAULT keyword in VALUES. All our defaults are application-side.
    if (Array.isArray(config.values)) {
      const columns = Object.entries(getTableColumns(config.table as PgTable));
      for (const row of config.values as Record<string, Param | SQL>[]) {
        for (const [key, column] of columns) {
          if (isUnset(row[key]) && !column.defaultFn && !column.onUpdateFn) row[key] = sql`null`;
        }
      }
    }
    return super.buildInsertQuery(config);
  }

  override buildSetOperationQuery(config: SetOperationConfig): SQL {
    // SQLite refuses parentheses round the members of a compound select.
    const { leftSelect, setOperator } = config;
    const { type, isAll, rightSelect, limit, orderBy, offset } = setOperator;
    const operator = sql.raw(`${type} ${isAll ? "all " : ""}`);
    const order = orderBy?.length
      ? sql` order by ${sql.join(orderBy.map(unqualified), sql`, `)}`
      : sql.empty();
    const limited = limit === undefined ? sql.empty() : sql` limit ${limit}`;
    const skipped = offset === undefined ? sql.empty() : sql` offset ${offset}`;
    const left = leftSelect.getSQL();
    const right = rightSelect.getSQL();
    return sql`select * from (${left}) ${operator} select * from (${right})${order}${limited}${skipped}`;
  }
}

const isUnset = (value: Param | SQL | undefined): boolean =>
  value === undefined || (is(value, Param) && value.value === undefined);

/** The members of a compound select have no table name that its ORDER BY could use. */
function unqualified(term: PgColumn | SQL | SQL.Aliased): SQL | SQL.Aliased {
  if (is(term, Column)) return sql`${sql.identifier(term.name)}`;
  if (!is(term, SQL)) return term;
  return new SQL(
    term.queryChunks.map((chunk) => (is(chunk, Column) ? sql.identifier(chunk.name) : chunk)),
  );
}
