/** As much of a Redis as a cache needs, spoken to by the real client: RESP, GET and SET with a lifetime. */

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export interface RedisServer {
  readonly url: string;
  readonly entries: ReadonlyMap<string, string>;
  /** How many commands of a name it has answered. */
  answered(command: string): number;
  /** It goes on listening and says nothing more. */
  hang(): void;
  /** It drops everybody and listens no more. */
  stop(): Promise<void>;
}

export async function openRedisServer(port = 0): Promise<RedisServer> {
  const entries = new Map<string, string>();
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let hanging = false;

  const answer = ([name = "", ...args]: readonly string[]): string => {
    const command = name.toUpperCase();
    counts.set(command, (counts.get(command) ?? 0) + 1);
    const [key = "", value = "", unit = "", lifetime = ""] = args;
    if (command === "HELLO") return map({ server: "redis", version: "8.0.0", proto: 3 });
    if (command === "GET") return bulk(entries.get(key));
    if (command === "SET") {
      entries.set(key, value);
      if (unit.toUpperCase() === "PX") {
        setTimeout(() => entries.delete(key), Number(lifetime)).unref();
      }
      return "+OK\r\n";
    }
    if (["CLIENT", "SELECT", "AUTH"].includes(command)) return "+OK\r\n";
    if (command === "PING") return "+PONG\r\n";
    return `-ERR unknown command '${name}'\r\n`;
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    let unread = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      for (let read = readCommand(unread); read !== null; read = readCommand(unread)) {
        unread = unread.subarray(read.bytes);
        if (!hanging) socket.write(answer(read.words));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${address.port}`,
    entries,
    answered: (command) => counts.get(command) ?? 0,
    hang: () => {
      hanging = true;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const bulk = (text: string | undefined): string =>
  text === undefined ? "_\r\n" : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

function map(members: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(members).map(
    ([key, value]) => bulk(key) + (typeof value === "number" ? `:${value}\r\n` : bulk(value)),
  );
  return `%${parts.length}\r\n${parts.join("")}`;
}

/** An array of bulk strings; null when it has not arrived whole. */
function readCommand(data: Buffer): { words: string[]; bytes: number } | null {
  let at = 0;
  const number = (mark: string): number | null => {
    const end = data.indexOf("\r\n", at);
    if (end < 0) return null;
    if (data.toString("latin1", at, at + 1) !== mark) throw new Error("not a command");
    const value = Number(data.toString("latin1", at + 1, end));
    at = end + 2;
    return value;
  };
  const count = number("*");
  if (count === null) return null;
  const words: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const length = number("$");
    if (length === null || data.length < at + length + 2) return null;
    words.push(data.toString("utf8", at, at + length));
    at += length + 2;
  }
  return { words, bytes: at };
}
