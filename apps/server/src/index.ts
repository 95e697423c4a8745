/** What benches, commands and other packages' tests use of the server. */
export { type AppOptions, createApp } from "./app.ts";
export { type Config, ConfigError, loadConfig, type Profile } from "./config.ts";
export { type RunningServer, startServer } from "./server.ts";
export { openServices, type ServiceOptions, type Services } from "./services.ts";
export { startWorker, type Worker } from "./worker.ts";
