/** When a price list holds, whomever it is for. */
import { priceLists } from "@souk/db/schema";
import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** It is switched on, and its time has come and is not over. */
export const isInForce = ({ now }: Context): SQL | undefined =>
  and(
    eq(priceLists.isActive, true),
    or(isNull(priceLists.startsAt), lte(priceLists.startsAt, now())),
    or(isNull(priceLists.endsAt), gt(priceLists.endsAt, now())),
  );
