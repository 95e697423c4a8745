/** The URL alone chooses the driver. */
import type { Driver } from "./driver.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

export const openDriver = async (url: string): Promise<Driver> =>
  url.startsWith("postgres") ? openPostgres(url) : openSqlite(url);
