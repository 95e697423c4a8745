/** Reading what an event carries. */
import type { Context } from "../../kernel/context.ts";
import type { LoggedEvent } from "../../kernel/event-log.ts";
import type { Letter } from "../letters/letter.ts";

/** An event's letter; null when what it would tell is no more. */
export type Write = (ctx: Context, event: LoggedEvent) => Promise<Letter | null>;

export function textIn(event: LoggedEvent, member: string): string | null {
  const value: unknown = Reflect.get(event.payload, member);
  return typeof value === "string" ? value : null;
}
