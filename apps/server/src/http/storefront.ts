/** The browser sample: its files, and its page for every address that only the browser knows. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Response, Router } from "express";
import { policyText } from "./headers.ts";
import { page } from "./pages/page.ts";
import { sendFile } from "./send-file.ts";

/** A product may show pictures that lie elsewhere. */
const PICTURES_FROM_ANYWHERE = { "img-src": "'self' data: https:" };

const POLICY = policyText(PICTURES_FROM_ANYWHERE);
const SERVER_PATHS = /^\/(api|trpc|media|dev|problems)(\/|$)/;

export function storefrontRoutes(folder: string): Router {
  const routes = Router();
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    routes.use(
      express.static(folder, {
        index: false,
        redirect: false,
        dotfiles: "ignore",
        setHeaders: setCaching,
      }),
    );
  }
  routes.use((req, res, next) => {
    const reads = req.method === "GET" || req.method === "HEAD";
    // Browsers name HTML when they go to a page; scripts that take anything should see a 404.
    const html = req.path === "/" || req.get("accept")?.includes("text/html") === true;
    const wantsPage = reads && html && !SERVER_PATHS.test(req.path);
    // A missing script must not come as a page: that hides what is wrong.
    if (!wantsPage || /\.[a-z0-9]{1,5}$/i.test(req.path)) return next();
    res.setHeader("Content-Security-Policy", POLICY);
    res.setHeader("Cache-Control", "no-cache");
    if (built) return sendFile(res, folder, "index.html", next);
    res.type("html").send(notBuilt);
  });
  return routes;
}

/** Names of built files carry a hash of their contents, so they never change. */
function setCaching(res: Response, path: string): void {
  if (path.endsWith(".html")) res.setHeader("Content-Security-Policy", POLICY);
  const hashed = /[\\/]assets[\\/]/.test(path);
  res.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
}

const notBuilt = page(
  "Souk is running",
  `<h1>Souk is running</h1>
  <p>The sample storefront is not built yet. Build it with <code>npm start</code>, or use the API:</p>
  <ul>
    <li><a href="/api/docs/">API documentation</a> (Swagger UI)</li>
    <li><a href="/api/redoc/">API reference</a> (ReDoc)</li>
    <li><a href="/api/schema/">OpenAPI document</a></li>
    <li><a href="/api/health/">Health</a></li>
  </ul>`,
);
