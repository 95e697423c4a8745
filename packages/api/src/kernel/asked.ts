/** Many ids in one parameter. */
import { byEngine } from "@souk/db";
import { type Placeholder, type SQL, sql } from "drizzle-orm";

/**
 * A table `asked(id)` of a JSON array of ids, so that one prepared statement takes any number of them.
 * CROSS JOIN it first: SQLite keeps that order, and looks each id up by its key.
 */
export const asked = (ids: string | Placeholder<string, string>): SQL =>
  byEngine({
    postgres: sql`unnest(array(select jsonb_array_elements_text(${ids}::jsonb))::uuid[]) as asked(id)`,
    sqlite: sql`(select value as id from json_each(${ids})) as asked`,
  });
