/** What staff does to one level: receive, adjust, count. Each leaves one movement that says why. */
import { actorIdOf, type Context, inTransaction } from "../../kernel/context.ts";
import type { AdjustInput, CountInput, ReceiveInput, StockLevel } from "../contract.ts";
import { changeStock, levelAt, type Move, moveStock } from "./change-stock.ts";
import { refuseBelowPromised } from "./levels.ts";
import { levelById } from "./list-levels.ts";
import { placeOf } from "./places.ts";
import type { Level } from "./stock.ts";
import { shelved } from "./variant-rows.ts";

type Asked = Pick<ReceiveInput, "variant_id" | "location_id" | "reference" | "note">;

export const receive = (ctx: Context, input: ReceiveInput): Promise<StockLevel> =>
  changeLevel(ctx, input, "receive", () => input.quantity);

export const adjust = (ctx: Context, input: AdjustInput): Promise<StockLevel> =>
  changeLevel(ctx, input, "adjust", () => input.delta);

/** What was counted is what there is. A count that finds what was known leaves no movement. */
export const count = (ctx: Context, input: CountInput): Promise<StockLevel> =>
  changeLevel(ctx, input, "count", ({ onHand }) => input.on_hand - onHand);

/** `deltaOf` sees the level under its lock. */
async function changeLevel(
  ctx: Context,
  input: Asked,
  type: Move["type"],
  deltaOf: (level: Level) => number,
): Promise<StockLevel> {
  const variantId = input.variant_id.toLowerCase();
  const { reference = type, note = "" } = input;
  return inTransaction(ctx, async (ctx) => {
    const place = await placeOf(ctx, input.location_id);
    const levelId = await changeStock(ctx, [variantId], async (stock) => {
      shelved(stock, variantId);
      const level = await levelAt(ctx, stock, variantId, place);
      const onHand = deltaOf(level);
      refuseBelowPromised(level, level.onHand + onHand, level.backorderLimit);
      const why = { type, reference, note, actorId: actorIdOf(ctx) };
      await moveStock(ctx, stock, [{ levelId: level.id, onHand, ...why }]);
      return level.id;
    });
    return levelById(ctx, levelId);
  });
}
