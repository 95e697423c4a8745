/** Product pictures and other files of the shop: only ever data, whatever they contain. */
import { join } from "node:path";
import express, { Router } from "express";

export function mediaRoutes(dataFolder: string): Router {
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
    express.static(join(dataFolder, "media"), {
      index: false,
      redirect: false,
      dotfiles: "ignore",
      maxAge: "30d",
    }),
  );
  return routes;
}
