/** Files whose rows are gone. They follow the event log, so that none is forgotten while the storage is down. */
import type { Context } from "../../kernel/context.ts";
import type { Consumer } from "../../kernel/event-log.ts";
import { ASSET_DELETED } from "../events.ts";
import { deleteFiles } from "./picture.ts";

export const fileCleaner = (ctx: Context): Consumer => ({
  name: "files",
  neverGivesUp: true,
  handle: async (event) => {
    if (event.type !== ASSET_DELETED) return;
    const storageKey: unknown = Reflect.get(event.payload, "storage_key");
    if (typeof storageKey === "string") await deleteFiles(ctx, storageKey);
  },
});
