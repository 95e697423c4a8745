/** The program: how it starts, how it refuses to, and how it stops without losing anything. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type RunningProcess, readyAt, startProcess } from "./support/start-process.ts";

// Each test starts a whole process, some of them two, and the machine may be busy.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
const started: RunningProcess[] = [];
const start = (environment: Record<string, string> = {}): RunningProcess => {
  const running = startProcess({
    SOUK_ENV: "testing",
    PORT: "0",
    SOUK_DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, "souk.db")}`,
    ...environment,
  });
  started.push(running);
  return running;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souk-process-"));
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

/** Sends the head of a request and half of its body: it is in flight until `finish`. */
async function halfRequest(url: string): Promise<{ finish(): Promise<string>; socket: Socket }> {
  const { port } = new URL(url);
  const body = '{"variant_id":"00000000-0000-7000-8000-000000000000"}';
  const socket = connect(Number(port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.write(
    `POST /api/v1/cart/lines/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    socket,
    async finish() {
      socket.write(body.slice(10));
      await closed;
      return answer;
    },
  };
}

test("a signal to stop lets what is in flight finish, and ends with 0", async () => {
  const running = start({ LOG_LEVEL: "info" });
  const url = await readyAt(running);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const { finish } = await halfRequest(url);

  running.child.kill("SIGTERM");
  await expect.poll(() => running.output()).toContain("stopping");
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  const answer = await finish();
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).toContain("variant_not_found");
  expect(await running.ended).toBe(0);
  expect(running.output()).toContain('"stopped"');
});

test("a second signal ends it at once", async () => {
  const running = start();
  const { socket } = await halfRequest(await readyAt(running));
  running.child.kill("SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 300));
  running.child.kill("SIGINT");
  expect(await running.ended).toBe(1);
  socket.destroy();
});

test("a restart finds the same shop", async () => {
  const first = start();
  const before = await (await fetch(`${await readyAt(first)}/api/v1/store/`)).json();
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  const after = await (await fetch(`${await readyAt(start())}/api/v1/store/`)).json();
  expect(after).toEqual(before);
});

test("a port that is taken is said in one sentence", async () => {
  const other = createServer().listen(0);
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const running = start({ PORT: String(port) });
  expect(await running.ended).toBe(1);
  expect(running.output().trim()).toBe(
    `Port ${port} is in use by another program. Stop that, or set PORT to another number.`,
  );
  other.close();
});

test("wrong settings are listed without a stack", async () => {
  const running = start({ PORT: "http", LOG_LEVEL: "loud" });
  expect(await running.ended).toBe(1);
  const output = running.output();
  expect(output).toContain("PORT is a whole number");
  expect(output).toContain("LOG_LEVEL is fatal");
  expect(output).not.toMatch(/\n\s+at /);
});

test("a database that cannot be reached is said, without a stack or a password", async () => {
  const running = start({ DATABASE_URL: "postgres://souk:s3cret@127.0.0.1:1/souk" });
  expect(await running.ended).toBe(1);
  expect(running.output()).toMatch(/^Souk could not start: /);
  expect(running.output()).not.toMatch(/s3cret|\n\s+at /);
});
