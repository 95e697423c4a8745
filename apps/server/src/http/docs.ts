/** The API's document and the two pages that show it. Everything comes from this server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyTRPCRouter } from "@trpc/server";
import { type RequestHandler, Router } from "express";
import { stringify } from "yaml";
import type { Config } from "../config.ts";
import { packageFolder } from "../paths.ts";
import { invalidFields, refusalOf } from "./edge-error.ts";
import { exchangeOf } from "./exchange.ts";
import { pagePolicy } from "./headers.ts";
import { openApiDocument } from "./openapi/document.ts";
import { redocPage, redocScript, swaggerPage, swaggerScript } from "./pages/docs-page.ts";
import { sendProblem } from "./problem.ts";
import { sendFile } from "./send-file.ts";

const YAML_TYPES = [
  "application/yaml",
  "application/vnd.oai.openapi",
  "application/x-yaml",
  "text/yaml",
];
const SWAGGER_FILES = [
  "favicon-32x32.png",
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "swagger-ui-standalone-preset.js",
];
const KEEP_HOUR = "public, max-age=3600";

export function docsRoutes(config: Config, router: AnyTRPCRouter): Router {
  const routes = Router({ caseSensitive: true });
  const pages = ["/schema", "/docs", "/redoc"];
  routes.use(pages, (req, res, next) => {
    exchangeOf(res).route = `${req.method} ${req.baseUrl}/`;
    next();
  });
  const style = { "style-src": "'self' 'unsafe-inline'" };
  routes.get("/schema", schemaHandler(config, router));
  routes.get("/docs", pagePolicy(style), html(swaggerPage));
  routes.get("/redoc", pagePolicy({ ...style, "worker-src": "blob:" }), html(redocPage));
  routes.get("/docs/init.js", script(swaggerScript));
  routes.get("/redoc/init.js", script(redocScript));
  routes.get("/redoc/redoc.js", script(localRedoc()));
  routes.get("/redoc/logo.svg", (_req, res) => {
    res.type("svg").set("Cache-Control", KEEP_HOUR).send(LOGO);
  });
  for (const name of SWAGGER_FILES) {
    routes.get(`/docs/${name}`, (_req, res, next) => {
      sendFile(res, packageFolder("swagger-ui-dist"), name, next, "1h");
    });
  }
  routes.all(pages, (req, res) => {
    res.setHeader("Allow", "GET, HEAD, OPTIONS");
    if (req.method === "OPTIONS") return void res.status(204).end();
    sendProblem(res, refusalOf("METHOD_NOT_SUPPORTED", `${req.method} is not possible here.`));
  });
  return routes;
}

function schemaHandler(config: Config, router: AnyTRPCRouter): RequestHandler {
  const document = openApiDocument(router, config);
  const json = JSON.stringify(document);
  const yaml = stringify(document, { aliasDuplicateObjects: false });
  return (req, res) => {
    const { format } = req.query;
    if (format !== undefined && format !== "json" && format !== "yaml") {
      return sendProblem(res, invalidFields({ format: ["Use json or yaml."] }));
    }
    const accepted = req.accepts(["application/json", ...YAML_TYPES]);
    const wantsYaml =
      format === undefined ? YAML_TYPES.includes(accepted || "") : format === "yaml";
    res.vary("Accept").set("Cache-Control", "no-cache");
    res.type(wantsYaml ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8");
    res.send(wantsYaml ? yaml : json);
  };
}

const html =
  (text: string): RequestHandler =>
  (_req, res) => {
    res.type("html").set("Cache-Control", "no-cache").send(text);
  };

const script =
  (text: string): RequestHandler =>
  (_req, res) => {
    res.type("js").set("Cache-Control", KEEP_HOUR).send(text);
  };

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/** The bundle would fetch one picture from its maker's server. */
function localRedoc(): string {
  const file = join(packageFolder("redoc"), "bundles", "redoc.standalone.js");
  return readFileSync(file, "utf8").replaceAll(
    "https://cdn.redoc.ly/redoc/logo-mini.svg",
    "/api/redoc/logo.svg",
  );
}
