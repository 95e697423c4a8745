/** A server for tests: real database, real sockets, files of its own that go away with it. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestDatabase, type TestDatabase } from "@souk/db/testing";
import type { DestinationStream } from "pino";
import { type AppOptions, createApp } from "../../src/app.ts";
import { type Config, loadConfig } from "../../src/config.ts";
import { createLogger } from "../../src/log.ts";
import { openServices, type Services } from "../../src/services.ts";
import { startWorker, type Worker } from "../../src/worker.ts";

type Engine = Parameters<typeof openTestDatabase>[0];

export interface ServerOptions extends AppOptions {
  readonly engine?: Engine;
  /** Of another server, to be a second node beside it; whoever opened it closes it. */
  readonly database?: TestDatabase;
  readonly environment?: Readonly<Record<string, string>>;
  /** Background work is off unless a test needs it. */
  readonly worker?: boolean;
  readonly logTo?: DestinationStream;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly config: Config;
  readonly services: Services;
  readonly database: TestDatabase;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function openServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "souk-server-"));
  const database =
    options.database ?? (await openTestDatabase(options.engine ?? "sqlite", { sqlite: "file" }));
  const config = loadConfig({
    SOUK_ENV: "testing",
    DATABASE_URL: database.url,
    SOUK_DATA_DIR: folder,
    SOUK_SAMPLE_DIR: join(folder, "sample"),
    ...options.environment,
  });
  const log = options.logTo === undefined ? {} : { log: createLogger(config, options.logTo) };
  const services = await openServices(config, log);
  const server = createServer(createApp(services, options));
  const worker = options.worker ? startWorker(services) : null;
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    config,
    services,
    database,
    fetch: (path, init) => fetch(`${url}${path}`, { redirect: "manual", ...init }),
    async close() {
      await closeAll(server, worker, services, folder);
      if (options.database === undefined) await database.close();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

async function closeAll(
  server: Server,
  worker: Worker | null,
  services: Services,
  folder: string,
): Promise<void> {
  await worker?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await services.close();
  await rm(folder, { recursive: true, force: true });
}
