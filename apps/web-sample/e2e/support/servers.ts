/** The built server as a process of its own, on a database and a folder that go away with it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openTestDatabase, setUpPostgres } from "@souk/db/testing";
import { announce, announceSqliteFile, type Engine, engines } from "./engines.ts";

const START_MS = 180_000;
const serverProgram = fileURLToPath(new URL("../../../server/dist/main.js", import.meta.url));

type Close = () => Promise<void>;
const closers: Close[] = [];

export async function openShops(): Promise<void> {
  try {
    closers.unshift(await setUpPostgres());
    await Promise.all(engines.map(openShop));
  } catch (error) {
    await closeShops();
    throw error;
  }
}

/** In the reverse order of their opening: a server before its database. */
export async function closeShops(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

async function openShop(engine: Engine): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "souk-e2e-"));
  closers.unshift(() => rm(folder, { recursive: true, force: true }));
  const sqliteFile = join(folder, "souk.db");
  const databaseUrl = engine === "sqlite" ? `file:${sqliteFile}` : await emptyPostgres();
  const port = await freePort();
  const server = startServer({
    SOUK_ENV: "testing",
    SOUK_SEED_DEMO: "true",
    SOUK_DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    LOG_LEVEL: "error",
    // Each test says that it is a client of its own, so no test runs into another's limits.
    TRUSTED_PROXY_HOPS: "1",
  });
  closers.unshift(() => stop(server));
  // Whoever interrupts the run ends this process before anything can be closed in order.
  process.once("exit", () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://localhost:${port}`;
  await untilReady(server, address);
  announce(engine, address);
  if (engine === "sqlite") announceSqliteFile(sqliteFile);
}

async function emptyPostgres(): Promise<string> {
  const database = await openTestDatabase("postgres", { empty: true });
  closers.unshift(() => database.close());
  return database.url;
}

/** Without the environment of whoever runs the tests: their settings are for their own shop. */
function startServer(settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [serverProgram], {
    env: { ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** The demo store is filled before the server listens. */
async function untilReady(server: ChildProcess, address: string): Promise<void> {
  const said: string[] = [];
  server.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const deadline = Date.now() + START_MS;
  while (!(await isReady(address))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The shop at ${address} did not open:\n${said.slice(-30).join("")}`);
    }
    await delay(100);
  }
}

async function isReady(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/readyz`).catch(() => null);
  return answer?.ok ?? false;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const found = probe.address();
      probe.close(() => {
        if (typeof found === "object" && found !== null) resolve(found.port);
        else reject(new Error("There is no free port."));
      });
    });
  });
}
