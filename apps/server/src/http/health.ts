/** For orchestrators: is the process alive, and should it get traffic now. */
import type { Database } from "@souk/db";
import { type Response, Router } from "express";
import type { Lifecycle } from "./lifecycle.ts";

const PING_TIMEOUT_MS = 2000;

export function healthRoutes(database: Database, lifecycle: Lifecycle): Router {
  const routes = Router();
  routes.get("/livez", (_req, res) => answer(res, 200, "alive"));
  routes.get("/readyz", async (_req, res) => {
    if (lifecycle.stopping) return answer(res, 503, "stopping");
    const reached = await reachable(database);
    return answer(res, reached ? 200 : 503, reached ? "ready" : "database unreachable");
  });
  return routes;
}

function answer(res: Response, code: number, status: string): void {
  res.status(code).set("Cache-Control", "no-store").json({ status });
}

async function reachable(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PING_TIMEOUT_MS, false);
  });
  const ping = database.ping().then(
    () => true,
    () => false,
  );
  const reached = await Promise.race([ping, tooLate]);
  clearTimeout(timer);
  return reached;
}
