/** The app on a socket, with its worker: started together, stopped together, losing nothing. */
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { createApp } from "./app.ts";
import { type Lifecycle, newLifecycle } from "./http/lifecycle.ts";
import type { Services } from "./services.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface RunningServer {
  readonly port: number;
  /** Such as http://localhost:8000. */
  readonly url: string;
  /** Ends what is under way within the grace period; after that, what is left is cut off. */
  stop(): Promise<void>;
}

const GRACE_MS = 30_000;
/** How long balancers get to notice that this node is leaving. */
const NOTICE_MS = 3000;
const MAX_NOTICE_MS = 10_000;
const POLL_MS = 25;
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than the idle time of common load balancers, who should be the ones to close. */
const KEEP_ALIVE_MS = 65_000;
const MAX_HEADERS = 100;

/** Rejects with the listening error, such as EADDRINUSE. Closes the services when it stops. */
export async function startServer(services: Services): Promise<RunningServer> {
  const lifecycle = newLifecycle();
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    createApp(services, { lifecycle }),
  );
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxHeadersCount = MAX_HEADERS;
  server.on("clientError", answerBrokenRequest);
  const { port, host } = services.config;
  await listen(server, port, host);
  const worker = startWorker(services);
  const { port: bound } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    port: bound,
    url: `http://localhost:${bound}`,
    stop: () => {
      stopped ??= stop(server, worker, services, lifecycle);
      return stopped;
    },
  };
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * First the readiness says 503 while everything is still served, so that balancers turn away; then no
 * more is taken; then what is in flight may finish.
 */
async function stop(
  server: Server,
  worker: Worker,
  services: Services,
  lifecycle: Lifecycle,
): Promise<void> {
  const began = Date.now();
  lifecycle.stopping = true;
  const noticeMs = services.config.profile === "production" ? NOTICE_MS : 0;
  const workerStopped = worker.stop();
  await until(() => {
    const elapsed = Date.now() - began;
    return (elapsed >= noticeMs && lifecycle.running === 0) || elapsed >= MAX_NOTICE_MS;
  });
  let closed = false;
  server.close(() => {
    closed = true;
  });
  await until(() => {
    // A connection that has just finished its request would otherwise wait for another.
    server.closeIdleConnections();
    if (Date.now() - began >= GRACE_MS) server.closeAllConnections();
    return closed;
  });
  await workerStopped;
  await services.close();
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(POLL_MS);
}

const STATUS_LINES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** What is no HTTP reaches no handler: it is answered by hand, and the connection ends. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const line = STATUS_LINES[error.code ?? ""] ?? "400 Bad Request";
  const body = JSON.stringify({
    type: "/problems/malformed_request",
    title: line.slice(4),
    status: Number(line.slice(0, 3)),
    detail: "This is not a request that the server understands.",
    code: "malformed_request",
  });
  socket.end(
    `HTTP/1.1 ${line}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
