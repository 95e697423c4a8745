// Refuses a port that is in use before anyone waits for a build.
import { createServer } from "node:net";
import { Failure } from "./steps.mjs";

export async function requireFreePort(port) {
  // A wildcard listener and a local one do not exclude each other on every system.
  for (const host of [undefined, "127.0.0.1"]) {
    if (await isFree(port, host)) continue;
    throw new Failure(
      `Port ${port} is already in use: stop the program that uses it, ` +
        `or choose another port, as in \`PORT=${port + 1} npm start\`.`,
    );
  }
}

// Any other trouble with the port is the server's to explain.
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}
