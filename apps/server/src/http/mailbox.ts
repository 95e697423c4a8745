/** Development's mailbox: what would have been mailed, for people and for tests. */
import { type Response, Router } from "express";
import type { KeptMail, Mailbox } from "../adapters/mail/mailbox.ts";
import { refusalOf } from "./edge-error.ts";
import { pagePolicy } from "./headers.ts";
import { listPage, messagePage, stylesheet } from "./pages/mailbox-page.ts";
import { sendProblem } from "./problem.ts";

export function mailboxRoutes(mailbox: Mailbox): Router {
  const routes = Router();
  routes.use(pagePolicy({ "frame-src": "'self'" }), (_req, res, next) => {
    res.setHeader("Cache-Control", "no-store");
    next();
  });
  routes.get("/mailbox/style.css", (_req, res) => {
    res.type("css").send(stylesheet);
  });
  routes.get("/mailbox/messages", async (req, res) => {
    const { to } = req.query;
    res.json(await mailbox.list(typeof to === "string" ? to : undefined));
  });
  routes.get("/mailbox", async (_req, res) => {
    res.type("html").send(listPage(await mailbox.list()));
  });
  routes.get("/mailbox/:id", async (req, res) => {
    const mail = await mailbox.find(req.params.id);
    if (mail === null) return sendProblem(res, refusalOf("NOT_FOUND", "There is no such mail."));
    res.type("html").send(messagePage(mail));
  });
  routes.get("/mailbox/:id/body", async (req, res) => {
    const mail = await mailbox.find(req.params.id);
    if (mail === null) return sendProblem(res, refusalOf("NOT_FOUND", "There is no such mail."));
    sendBody(res, mail);
  });
  return routes;
}

/** Mail is made from what strangers typed: it is shown in a box without scripts and without a network. */
function sendBody(res: Response, mail: KeptMail): void {
  res.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
  );
  res.setHeader("X-Frame-Options", "SAMEORIGIN");
  res.type("html").send(mail.html);
}
