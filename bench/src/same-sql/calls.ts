/** What a call on the tRPC face asks for. */
import type { Call } from "../scenarios/scenario.ts";

const addressOf = ({ path }: Call): URL => new URL(path, "http://localhost");

/** Such as `products.list`. */
export const procedureOf = (call: Call): string => addressOf(call).pathname.replace("/trpc/", "");

export const inputOf = (call: Call): unknown =>
  JSON.parse(call.body ?? addressOf(call).searchParams.get("input") ?? "{}");
