/** postgres.js with as many connections as Souk's pool, bound to the store as Souk's are. */
import postgres from "postgres";
import type { Driver, Tx, Value } from "./driver.ts";

const POOL_SIZE = 10;
/** json and jsonb: values come as texts already. */
const JSON_TYPES = [114, 3802];

export async function openPostgres(url: string): Promise<Driver> {
  const lookup = postgres(url, { max: 1, connection: { "app.store_id": "*" } });
  const [store] = await lookup<{ id: string }[]>`select id from stores`;
  await lookup.end();
  const pool = postgres(url, {
    max: POOL_SIZE,
    onnotice: () => undefined,
    connection: { application_name: "bare", TimeZone: "UTC", "app.store_id": store?.id ?? "" },
  });
  for (const type of JSON_TYPES) pool.options.serializers[type] = (value: unknown) => value;
  return {
    ...on(pool),
    close: () => pool.end(),
    async transaction(work) {
      // Boxed, since begin() would take a returned array for a list of queries.
      const { result } = await pool.begin(async (connection) => ({
        result: await work(on(connection)),
      }));
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
}

const on = (connection: postgres.Sql | postgres.TransactionSql): Tx => ({
  engine: "postgres",
  async all<Row>(text: string, values: readonly Value[]) {
    const rows = await connection.unsafe(numbered(text), [...values], { prepare: true });
    return rows as unknown as Row[];
  },
});

const texts = new Map<string, string>();

/** `$1`, `$2` … for the question marks. */
function numbered(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const made = text.replaceAll("?", () => `$${++count}`);
  texts.set(text, made);
  return made;
}
