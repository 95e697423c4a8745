/** Product pictures and other files of the shop: only ever data, whatever they contain. */
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { media, type Storage } from "@souk/api";
import express, { type Request, type Response, Router } from "express";
import { asTransportError } from "./edge-error.ts";
import { sendProblem } from "./problem.ts";

/** What our own seed draws; it lies on the disk, wherever uploads lie. */
const DEMO = "demo";

export function mediaRoutes(storage: Storage, dataFolder: string): Router {
  const routes = Router();
  routes.use((_req, res, next) => {
    // An SVG may hold scripts: opened by itself it is put into a box where none run.
    res.setHeader(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    // Storefronts on other origins show these.
    res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    next();
  });
  routes.use(
    `/${DEMO}`,
    express.static(join(dataFolder, "media", DEMO), {
      index: false,
      redirect: false,
      dotfiles: "ignore",
      maxAge: "30d",
    }),
  );
  routes.get("/:folder/:name", async (req, res, next) => {
    const { folder, name } = req.params;
    try {
      if (!(await sendPicture(storage, `${folder}/${name}`, req, res))) next();
    } catch (error) {
      if (res.headersSent) res.destroy();
      else sendProblem(res, asTransportError(error));
    }
  });
  return routes;
}

/** A name is given once and its content never changes, so it is its own tag. False: no such picture. */
async function sendPicture(
  storage: Storage,
  key: string,
  req: Request,
  res: Response,
): Promise<boolean> {
  const file = await media.publicFile(storage, key);
  if (file === null) return false;
  const tag = `"${key}"`;
  const known = req.get("if-none-match")?.includes(tag) ?? false;
  res.set({
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Type": file.contentType,
    ...(known ? {} : { "Content-Length": String(file.size) }),
    ETag: tag,
  });
  if (known || req.method === "HEAD") {
    file.body.destroy();
    res.status(known ? 304 : 200).end();
    return true;
  }
  // Whoever goes away in the middle ends the reading, too.
  await pipeline(file.body, res).catch((error: unknown) => {
    if (!res.destroyed) throw error;
  });
  return true;
}
