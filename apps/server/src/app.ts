/** Every door of the server on one Express app. It does not listen: tests mount it as it is. */
import { appRouter } from "@souk/api";
import type { AnyTRPCRouter } from "@trpc/server";
import compression from "compression";
import express, { type Express } from "express";
import { createMailbox, mailboxFolder } from "./adapters/mail/mailbox.ts";
import { contextOpener } from "./http/context.ts";
import { docsRoutes } from "./http/docs.ts";
import { everyError, nothingHere } from "./http/errors.ts";
import { openExchange } from "./http/exchange.ts";
import { limitUrl, shedOverload } from "./http/gate.ts";
import { neverStored, securityHeaders } from "./http/headers.ts";
import { healthRoutes } from "./http/health.ts";
import { type Lifecycle, newLifecycle } from "./http/lifecycle.ts";
import { mailboxRoutes } from "./http/mailbox.ts";
import { mediaRoutes } from "./http/media.ts";
import { crossOrigin, originsOf } from "./http/origin.ts";
import { problemRoutes } from "./http/problems.ts";
import { restHandler } from "./http/rest/handler.ts";
import { sharedAnswers } from "./http/shared/answers.ts";
import { storefrontRoutes } from "./http/storefront.ts";
import { trpcHandler } from "./http/trpc/handler.ts";
import { uploadReader } from "./http/upload.ts";
import type { Services } from "./services.ts";

const COMPRESS_FROM_BYTES = 1024;

export interface AppOptions {
  readonly lifecycle?: Lifecycle;
  /** Another router than the shop's, for tests of the transport. */
  readonly router?: AnyTRPCRouter;
}

export function createApp(services: Services, options: AppOptions = {}): Express {
  const { config, log } = services;
  const { lifecycle = newLifecycle(), router = appRouter } = options;
  const origins = originsOf(config);
  const faces = {
    router,
    bodyLimit: config.bodyLimitBytes,
    readUpload: uploadReader(),
    openContext: contextOpener(services, origins),
    answers: sharedAnswers(services.cache),
    onWrite: services.wake,
  };

  const app = express();
  app.disable("x-powered-by");
  app.set("etag", "weak");
  app.set("query parser", "simple");
  app.set("case sensitive routing", true);
  app.use(openExchange(log, config.trustedProxyHops), limitUrl);
  app.use(securityHeaders(config.profile === "production"));
  // Before the overload door: whoever asks whether we live must learn it when we are busy, too.
  app.use(healthRoutes(services.database, lifecycle));
  app.use(shedOverload(config.maxConcurrentRequests, lifecycle));
  app.use(crossOrigin(origins), compression({ threshold: COMPRESS_FROM_BYTES }));
  app.use("/trpc", neverStored, trpcHandler(faces));
  app.use("/api", docsRoutes(config, router));
  app.use("/api", neverStored, restHandler(faces));
  app.use("/media", mediaRoutes(services.ports.storage, config.dataFolder));
  app.use("/problems", problemRoutes());
  if (config.profile !== "production") {
    app.use("/dev", mailboxRoutes(createMailbox(mailboxFolder(config))));
  }
  app.use(storefrontRoutes(config.sampleFolder));
  app.use(nothingHere, everyError);
  return app;
}
