/** Whether shoppers see a product at this moment, as a column. */
import { type SQL, sql } from "drizzle-orm";
import { isPublished } from "../../service/fragments.ts";

export const publishedNow = (now: Date): SQL<boolean> =>
  sql`case when ${isPublished(now)} then 1 else 0 end`.mapWith((value) => Number(value) === 1);
