/** What the `type` of a problem leads to: a short word on its code. */
import { Router } from "express";

const CODE = /^[a-z0-9_]{1,80}$/;

export function problemRoutes(): Router {
  const routes = Router();
  routes.get("/:code", (req, res, next) => {
    if (!CODE.test(req.params.code)) return next();
    res.json({
      code: req.params.code,
      title: req.params.code.replaceAll("_", " "),
      about:
        "The stable code of an error. `detail` says in words what happened, `errors` names the fields, and `request_id` finds the request in the server's log.",
      documentation: "/api/docs/",
    });
  });
  return routes;
}
